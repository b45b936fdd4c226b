#pragma once

#include "core/dataset/stored_image_set.h"

#include <filesystem>
#include <memory>

namespace lab {

/// The ten classes of Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017), in label order.
const std::vector<std::string>& fashion_mnist_classes();

/// 28 × 28 grey pictures: 60,000 for training, 10,000 for testing; files plain or with ".gz".
/// Files whose first labels are others than Fashion-MNIST's get no names of clothes but numbers, and a
/// notice. Throws std::runtime_error as read_idx() does.
std::unique_ptr<StoredImageSet> open_fashion_mnist(const std::filesystem::path& folder, DataSplit split);

/// Throws what open_fashion_mnist() would throw about the files' headers, and reads no further.
void check_fashion_mnist(const std::filesystem::path& folder, DataSplit split);

} // namespace lab
