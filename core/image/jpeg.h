#pragma once

#include "core/base/image.h"

#include <string_view>

namespace lab {

/// A JPEG file as grey or RGB, decoded by libjpeg as it comes: pixels are those of OpenCV's reader. What the
/// library only warns of and fills with grey (data that end early, codes that cannot be) is damage here.
/// Pictures of four channels are CMYK as Adobe's programs write it, or YCCK; without Adobe's mark nothing
/// says what their numbers mean, and they are refused. Throws std::runtime_error with what is wrong, without
/// the file's name.
Image decode_jpeg(std::string_view bytes);

} // namespace lab
