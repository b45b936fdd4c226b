#pragma once

#include <string>
#include <string_view>

namespace lab {

/// The first picture of an animated WebP as a WebP of its own, without its transparency; empty where the file
/// is not animated. Throws std::runtime_error where the first picture is not as large as the whole: what lies
/// around it would be made up.
std::string first_webp_picture(std::string_view bytes);

} // namespace lab
