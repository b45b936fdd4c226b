#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace lab {

enum class PictureKind { none, jpeg, png, webp, bmp, gif, tiff, pnm };

/// "JPEG, PNG, WebP, BMP, GIF, TIFF, PPM": what is read, for every sentence that lists it.
const char* picture_kinds();

/// By the first bytes, whatever the file's ending: ImageNet has a PNG that is called JPEG. 12 bytes are
/// enough.
PictureKind kind_of_picture(std::string_view begin);

/// Whether a file's name has the ending of a picture that is read, in capitals or not.
bool is_picture_name(const std::filesystem::path& file);

/// Pictures of more pixels are refused: the program would run out of memory over one file.
constexpr std::int64_t most_picture_pixels = std::int64_t{1} << 27;

/// Throws std::runtime_error for pictures without pixels or with too many.
void expect_picture_size(std::int64_t width, std::int64_t height);

} // namespace lab
