#pragma once

#include "core/dataset/image_set.h"
#include "core/dataset/picture_listing.h"
#include "core/image/fit.h"

#include <filesystem>
#include <memory>

namespace lab {

/// Pictures in files, decoded when they are asked for and brought to a model's input size (fit()).
/// A file that turns out to be damaged throws UnreadablePicture.
std::unique_ptr<ImageSet> open_pictures(const std::filesystem::path& folder, const std::string& name,
                                        PictureListing listing, const InputGeometry& geometry);

/// ImageNet-C (Hendrycks and Dietterich, ICLR 2019): <corruption>/<severity>/<wnid>/<picture>, the
/// corruptions in the folder itself or in the folders noise, blur, weather, digital and extra that the
/// archives are named after. The published pictures are cropped already: they are only resized where the
/// model's size is another.
/// @param clean folder of the ImageNet validation pictures (<wnid>/<picture>) for image(); may be empty
/// Throws std::runtime_error with a sentence where no corruption is there.
std::unique_ptr<ImageSet> open_imagenet_c(const std::filesystem::path& folder,
                                          const std::filesystem::path& clean, const InputGeometry& geometry);

/// Throws what open_imagenet_c() would throw about the folders, and lists none of them whole.
void check_imagenet_c(const std::filesystem::path& folder);

/// <folder>/<corruption>, or in one of the archives' folders; empty where neither is there.
std::filesystem::path imagenet_c_folder(const std::filesystem::path& folder, CorruptionKind kind);

} // namespace lab
