#pragma once

#include "core/base/image.h"

#include <string_view>

namespace lab {

/// The first picture of a GIF file as RGB, on its canvas: what it leaves free has the background's colour,
/// and transparency is dropped. Source of the format: CompuServe, "Graphics Interchange Format, Version 89a"
/// (1990). Throws std::runtime_error with what is wrong, without the file's name.
Image decode_gif(std::string_view bytes);

/// Where the first picture's data end; 0 where the file ends before that.
std::size_t end_of_first_gif(std::string_view bytes);

} // namespace lab
