#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string_view>

namespace lab {

/// Writes a file completely or not at all: into a temporary file beside it whose name no other process uses,
/// which reaches the disk before it takes the file's name. On any fault, one thrown by `fill` included, what
/// was there before stays and the temporary file goes. Throws std::runtime_error naming the file and the
/// reason.
void write_atomically(const std::filesystem::path& path, const std::function<void(std::ostream&)>& fill);

/// The same for content that is at hand.
void write_file_atomically(const std::filesystem::path& path, std::string_view content);

/// Throws std::runtime_error naming the path and the reason where no file could be made or replaced there:
/// before work whose result would be lost. Nothing is left behind.
void expect_writable_file(const std::filesystem::path& path);

/// The same for a folder that is there or can be made; it is not made.
void expect_output_folder(const std::filesystem::path& folder);

/// The same for a folder in which files are to be made: it is made where it is missing.
void make_output_folder(const std::filesystem::path& folder);

} // namespace lab
