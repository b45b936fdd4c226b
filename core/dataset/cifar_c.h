#pragma once

#include "core/dataset/image_set.h"

#include <filesystem>
#include <memory>

namespace lab {

/// CIFAR-10-C or CIFAR-100-C (Hendrycks and Dietterich, ICLR 2019): one <corruption>.npy for each corruption
/// with the test pictures five times, [5 · n, 32, 32, 3], severity 1 first, and labels.npy, [5 · n]. The
/// files are read piece by piece, and each is opened when it is first asked for; one that changes
/// under a run ends it with a sentence.
/// @param clean the test set that the pictures were made from, for image(); may be null, and is left aside
/// where its size or labels show that it is another set or has another order Throws std::runtime_error with a
/// sentence naming the file, what was expected and what was found.
std::unique_ptr<ImageSet> open_cifar_c(const std::filesystem::path& folder, const std::string& name,
                                       const std::vector<std::string>& class_names,
                                       std::shared_ptr<const ImageSet> clean);

} // namespace lab
