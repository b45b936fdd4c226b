#pragma once

#include "core/image/image.h"

#include <filesystem>
#include <vector>

namespace lab {

/// Reads a JPEG, PNG, WebP or BMP file as 8-bit grey or RGB. Transparency is dropped, 16-bit files are
/// reduced to 8, and a camera's orientation mark is obeyed.
/// Throws std::runtime_error with a sentence naming the file.
Image read_image(const std::filesystem::path& file);

/// Writes a PNG file: first under a temporary name beside it, so that no half-written picture ever stands
/// under its final name. Throws std::runtime_error with a sentence naming the file.
void write_png(const Image& image, const std::filesystem::path& file);

/// Whether a file's name has a picture's ending.
bool is_picture_name(const std::filesystem::path& file);

/// The files of a folder (not of its subfolders) with a picture's ending, sorted by name.
/// Throws std::runtime_error with a sentence naming the folder where it does not exist.
std::vector<std::filesystem::path> list_pictures(const std::filesystem::path& folder);

} // namespace lab
