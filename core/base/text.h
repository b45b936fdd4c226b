#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Texts and names from elsewhere are bytes: they are carried as they are, and made presentable to be shown.
namespace lab {

bool is_utf8(std::string_view bytes);

/// For people, JSON and tables: each byte that is no part of UTF-8 is replaced by U+FFFD.
std::string shown(std::string_view bytes);

/// The content of a text file as UTF-8, without its byte-order mark: UTF-8, UTF-16 (by its mark, or where
/// every second byte is 0), else Latin-1. Half of a surrogate pair becomes U+FFFD.
std::string decoded_text(std::string_view bytes);

/// The lines of a text; they end in LF, CR LF or CR. Empty lines at the end are left out.
std::vector<std::string> lines_of_text(std::string_view text);

/// Without white space at both ends.
std::string trimmed(std::string_view text);

/// "a, b, c and 5 more": the first `most` of a list, each in quotation marks and shown().
std::string first_few(const std::vector<std::string>& items, std::size_t most = 3);

} // namespace lab
