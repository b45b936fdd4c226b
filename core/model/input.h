#pragma once

#include "core/base/image.h"
#include "core/model/model_file.h"

#include <vector>

namespace lab {

/// 8-bit pictures as one block of bytes [N,C,H,W] in main memory. Grey pictures are repeated for colour
/// models; pictures smaller than the model's size are padded with black on all sides. Throws
/// std::invalid_argument for colour pictures and a grey model, or pictures larger than the model's size.
/// @param pinned in page-locked memory, for asynchronous copies to a CUDA device; needs one
at::Tensor pack(const std::vector<Image>& images, const ModelShape& shape, bool pinned = false);

/// Bytes to what the model eats: scaled to [0, 1], normalised with the model's own mean and standard
/// deviation, on the device and of the type given. The copy of pinned bytes to a device is not waited for.
class Normaliser {
  public:
    Normaliser(const ModelCard& card, const at::TensorOptions& options);
    /// @param bytes [N,C,H,W] @return [N,C,H,W]
    at::Tensor operator()(const at::Tensor& bytes) const;
    const at::Tensor& mean() const { return mean_; }     ///< [1,C,1,1]
    const at::Tensor& deviation() const { return std_; } ///< likewise

  private:
    at::TensorOptions options_;
    at::Tensor mean_, std_; ///< [1,C,1,1]
};

/// pack() and Normaliser in one.
at::Tensor to_input(const std::vector<Image>& images, const ModelCard& card,
                    const at::TensorOptions& options);

} // namespace lab
