#pragma once

#include "core/dataset/stored_image_set.h"

#include <filesystem>

/// Data sets made on the spot.
namespace test_data {

/// Grey pictures of ten classes; the class shows as the angle of stripes.
/// Picture i is of class i modulo 10.
lab::StoredImageSet striped(int count, int side, std::uint64_t seed);

/// The same as the test files of Fashion-MNIST (plain IDX), for programs that read a folder.
void write_fashion_mnist(const std::filesystem::path& folder, int count, int side, std::uint64_t seed = 1);

} // namespace test_data
