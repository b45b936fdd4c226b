#pragma once

#include "core/image/picture_kind.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace lab {

/// What a look at a picture's file tells without decoding it.
enum class PictureState {
    whole,      ///< as far as marks, sizes and checksums tell
    no_picture, ///< it begins otherwise than any picture that is read
    cut_short,  ///< it ends before its pixels do
    damaged,    ///< a checksum does not fit
    unreadable, ///< it cannot be opened
};

/// Of the whole file's content.
PictureState state_of(std::string_view bytes);

/// What the numbers of a PNM file run to; 1 for black and white. Throws std::out_of_range for a file that
/// ends inside its header.
std::uint64_t largest_pnm_number(std::string_view bytes);

/// Of a file. Only its beginning and its end are read where these tell that it is whole; otherwise all of it.
PictureState state_of_file(const std::filesystem::path& file);

} // namespace lab
