#pragma once

#include "core/model/model_file.h"
#include "core/model/vision/small_convnet.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

/// Models with random weights: no training, no downloads, the same on every call.
namespace test_models {

/// Weights that keep activations near one and give predictions that are neither even nor certain.
void randomise(lab::Classifier& classifier, std::uint64_t seed);

/// The network of the golden traces in double precision.
std::unique_ptr<lab::Classifier> convnet(lab::NormKind norm = lab::NormKind::group, std::uint64_t seed = 1);

/// Normal numbers [n, channels, side, side] in double precision.
at::Tensor pictures(std::int64_t n, std::uint64_t seed, std::int64_t channels = 1, std::int64_t side = 28);

/// A card for grey pictures of ten classes.
lab::ModelCard card(const std::string& architecture, int image_size);

/// Writes a model with random weights and returns the file's path.
std::string write(const std::filesystem::path& file, const std::string& architecture, int image_size,
                  std::uint64_t seed = 1);

} // namespace test_models
