#pragma once

#include "core/dataset/stored_image_set.h"

#include <filesystem>
#include <memory>

namespace lab {

/// The ten classes of CIFAR-10 (Krizhevsky, 2009), in label order.
const std::vector<std::string>& cifar10_classes();
/// The hundred fine classes of CIFAR-100 (Krizhevsky, 2009), in label order.
const std::vector<std::string>& cifar100_classes();

/// Reads files of CIFAR-10's binary version: records of 3073 bytes, a label and 32 × 32 pixels as three
/// planes (red, green, blue), handed out interleaved. Throws std::runtime_error with a sentence naming the
/// file, what was expected and what was found: missing or oversized files, a size that is no whole number of
/// records, labels above 9.
std::unique_ptr<StoredImageSet> read_cifar10(const std::vector<std::filesystem::path>& files,
                                             const std::string& name);
/// The same of CIFAR-100: records of 3074 bytes, a coarse label (0 … 19, checked and left aside), the fine
/// label (0 … 99) and the pixels.
std::unique_ptr<StoredImageSet> read_cifar100(const std::vector<std::filesystem::path>& files,
                                              const std::string& name);

/// data_batch_1.bin … data_batch_5.bin or test_batch.bin of the folder; throws as read_cifar10() does.
std::unique_ptr<StoredImageSet> open_cifar10(const std::filesystem::path& folder, DataSplit split);
/// train.bin or test.bin of the folder; throws as read_cifar100() does.
std::unique_ptr<StoredImageSet> open_cifar100(const std::filesystem::path& folder, DataSplit split);

/// Throws what the functions above would throw about presence and size of the files, and reads none.
void check_cifar10(const std::filesystem::path& folder, DataSplit split);
void check_cifar100(const std::filesystem::path& folder, DataSplit split);

} // namespace lab
