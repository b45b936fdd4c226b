#pragma once

#include "core/image/stored_image_set.h"

#include <filesystem>
#include <memory>

namespace lab {

/// The ten classes of Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017), in label order.
const std::vector<std::string>& fashion_mnist_classes();

/// The folder with the data set: the given one, or else the one the environment variable LAB_DATA_DIR names,
/// or else where Debian's package dataset-fashion-mnist puts it. A subfolder "fashion-mnist" of the first
/// two is accepted too.
/// Throws std::runtime_error naming the folder and the package where the files are absent.
std::filesystem::path find_fashion_mnist(const std::string& data_dir = {});

/// 28 × 28 grey pictures: 60,000 for training, 10,000 for testing; files plain or with ".gz".
/// Throws std::runtime_error as read_idx() does.
std::unique_ptr<StoredImageSet> open_fashion_mnist(const std::filesystem::path& folder, DataSplit split);

} // namespace lab
