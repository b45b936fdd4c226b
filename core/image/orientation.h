#pragma once

#include "core/base/image.h"
#include "core/image/picture_kind.h"

#include <string_view>

namespace lab {

/// The camera's orientation mark, 1 (as it is) to 8: tag 0x0112 of EXIF, which JPEG keeps in APP1, PNG in the
/// chunk eXIf and WebP in the chunk EXIF. 1 where there is none or none that makes sense, and for TIFF, whose
/// decoder obeys the mark itself. Source: CIPA DC-008 (Exif 2.32), section 4.6.4.
/// @param bytes the whole file
int orientation_of(PictureKind kind, std::string_view bytes);

/// The picture as it is to be looked at: 2, 4, 5, 7 mirrored, 3 turned by half, 6 and 8 by a quarter.
Image turned(Image picture, int orientation);

} // namespace lab
