#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// The values of a tag in the first directory of a TIFF file, which is also how EXIF is kept: whole numbers
/// of 16 or 32 bits. Empty where the tag is not there or is of another type. Nothing in the bytes leads out
/// of them: throws std::out_of_range where they end too early. Source of the format: Adobe, "TIFF
/// Revision 6.0" (1992), section 2.
/// @param bytes from "II*\0" or "MM\0*" on
std::vector<std::uint32_t> tiff_tag(std::string_view bytes, std::uint32_t tag);

/// A TIFF with transparency beside its colours, marked as if they were mixed already, for libtiff darkens
/// what is transparent otherwise; empty where there is none of the kind. Throws as tiff_tag().
std::string tiff_with_plain_colours(std::string_view bytes);

} // namespace lab
