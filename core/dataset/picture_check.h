#pragma once

#include "core/dataset/picture_listing.h"

#include <functional>

namespace lab {

/// Decodes every picture of a listing, on all cores, and moves those that cannot be decoded to what is left
/// out: damage that beginnings, ends and checksums do not show.
/// @param progress called now and then, from one thread, with the share that is done; what it throws ends the
///                 work and leaves the listing as it was
void decode_all(PictureListing& listing, const std::function<void(double)>& progress);

} // namespace lab
