#pragma once

#include "core/dataset/stored_image_set.h"

#include <filesystem>
#include <memory>

namespace lab {

/// Reads a pair of IDX files (the format of MNIST and its relatives), plain or gzip-compressed:
/// 8-bit grey pictures (magic number 2051) and their labels (2049).
/// Source of the format: LeCun, Cortes and Burges, "The MNIST database of handwritten digits".
/// Throws std::runtime_error with a sentence naming the file, what was expected and what was found: missing,
/// truncated or overlong files, wrong magic numbers, absurd sizes, counts that disagree, labels out of range.
/// A header that lies about its size never leads to a large allocation.
std::unique_ptr<StoredImageSet> read_idx(const std::filesystem::path& images,
                                         const std::filesystem::path& labels, const std::string& name,
                                         const std::vector<std::string>& class_names);

/// The file of a set in a folder: "t10k-images" with 3 dimensions is t10k-images-idx3-ubyte, or with a dot
/// (t10k-images.idx3-ubyte), as it is or with ".gz"; the first of these that is there.
/// Throws std::runtime_error with the names that were found.
std::filesystem::path idx_file(const std::filesystem::path& folder, const std::string& name, int dimensions);

/// Throws what read_idx() would throw about the files' headers, and reads no further.
void check_idx(const std::filesystem::path& images, const std::filesystem::path& labels);

} // namespace lab
