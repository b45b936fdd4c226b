#pragma once

#include <string>

namespace lab {

/// SHA-256 of the bytes behind a shipped model's id or a path, in hexadecimal digits; of a folder, of the
/// files in it. "absent" where nothing can be read: what is wrong with it is told where it is opened.
std::string model_file_hash(const std::string& id_or_path);

} // namespace lab
