#pragma once

#include "core/dataset/stored_image_set.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lab {

/// What tells that files are those of a published set: a format and file names say nothing of what is in
/// them.
struct PublishedSet {
    std::string title;       ///< "Fashion-MNIST's test set"
    std::int64_t size;       ///< pictures
    std::string_view labels; ///< of the first pictures, a digit each
};

/// Compares the first labels. Where they are others than the published ones, the set gets the name of its
/// folder, its classes are called "0", "1" …, and a warning says so: names are not given to pictures that
/// nothing shows to be what the names say. A set of the first pictures alone is the published one if it has
/// labels enough to tell.
void expect_published(StoredImageSet& set, const PublishedSet& published, const std::string& folder);

} // namespace lab
