#pragma once

#include "core/model/language/decoder_config.h"

#include <ATen/core/Tensor.h>

namespace lab {

/// The angles' cosines and sines of some positions, [B,1,T,d/2] each.
struct Rotation {
    at::Tensor cosine, sine;
    /// Turns x [B,h,T,d]: element i together with element i + d/2, as Hugging Face's files store them.
    at::Tensor operator()(const at::Tensor& x) const;
};

/// Rotary positions (arXiv 2104.09864).
class Rope {
  public:
    Rope(const DecoderConfig& config, const at::TensorOptions& options);
    /// @param positions [B,T] int64, counted from 0
    Rotation at(const at::Tensor& positions) const;
    /// θ^(−2j/d), scaled as the model asks for, [d/2] in double precision.
    const at::Tensor& frequencies() const { return frequencies_; }

  private:
    at::TensorOptions options_;
    at::Tensor frequencies_;
};

} // namespace lab
