#pragma once

#include <memory>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

namespace lab::steps {

/// Pictures of frost to blend in, 8-bit grey or RGB.
using FrostTextures = std::vector<cv::Mat>;

/// The textures for one table and one number of channels; made or read once, then shared. Thread-safe.
/// @param folder pictures to use, the first five by name; empty: five made by procedural_frost()
/// @param small shrunk to a fifth of their size by plain bilinear sampling, as for 32-pixel pictures
/// Throws std::runtime_error where the folder does not exist, is without pictures, or holds a damaged one.
std::shared_ptr<const FrostTextures> frost_textures(const std::string& folder, bool small, int channels);

/// The texture itself, or an enlarged one where it would not cover a picture of this size.
cv::Mat covering(const cv::Mat& texture, int width, int height);

/// Five RGB textures of 576 × 768 pixels, always the same: noise with crystalline ridges, whose colours,
/// brightness distribution and graininess follow numbers measured on the five published photographs.
FrostTextures procedural_frost();

} // namespace lab::steps
