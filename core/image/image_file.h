#pragma once

#include "core/base/image.h"
#include "core/image/picture_kind.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace lab {

/// Reads a picture (picture_kinds()) as 8-bit grey or RGB, of a GIF or TIFF file the first. Transparency is
/// dropped, 16-bit files are reduced to 8 (the upper ones), CMYK becomes RGB, and a camera's orientation mark
/// is obeyed. A picture that is cut short or damaged is refused, never filled up. Throws std::runtime_error
/// with a sentence naming the file.
Image read_image(const std::filesystem::path& file);

/// The same of a file's content. Throws std::runtime_error with what is wrong, without a name.
Image decoded_picture(std::string_view bytes);

/// Writes a PNG file: first under a temporary name beside it, so that no half-written picture ever stands
/// under its final name. Throws std::runtime_error with a sentence naming the file.
void write_png(const Image& image, const std::filesystem::path& file);

/// The files of a folder (not of its subfolders) with a picture's ending, sorted by name. Hidden files are
/// left out. Throws std::runtime_error with a sentence naming the folder where it does not exist.
std::vector<std::filesystem::path> list_pictures(const std::filesystem::path& folder);

} // namespace lab
