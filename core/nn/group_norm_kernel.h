#pragma once

#include <cstdint>

namespace lab {

/// [N,C,H,W], channels in groups.
struct GroupShape {
    std::int64_t samples = 0, channels = 0, groups = 0, pixels = 0; ///< pixels: H·W
    std::int64_t channels_per_group() const { return channels / groups; }
};

/// y = relu((x − mean)·rstd·weight + bias + added); rstd = 1/√(biased variance + epsilon).
template <typename T>
struct GroupForward {
    const T *x, *weight, *bias; ///< [N,C,H,W], [C], [C]
    const T* added;             ///< [N,C,H,W] or null
    double epsilon;
    T* y;           ///< [N,C,H,W]
    T *mean, *rstd; ///< [N,G]
};

template <typename T>
struct GroupBackward {
    const T *gradient, *x, *weight, *y, *mean, *rstd;
    T* to_x;                ///< [N,C,H,W] or null
    T* to_added;            ///< [N,C,H,W] or null: the gradient where y > 0
    T *to_weight, *to_bias; ///< [N,C]: still to be summed over the samples
};

/// One group of one sample; `group` counts through [N,G]. Groups can be done in any order, at the same time.
/// Compiled for AVX2 as well, which is taken where the processor has it.
void group_forward(const GroupShape& shape, const GroupForward<float>& pass, std::int64_t group);
void group_forward(const GroupShape& shape, const GroupForward<double>& pass, std::int64_t group);
void group_backward(const GroupShape& shape, const GroupBackward<float>& pass, std::int64_t group);
void group_backward(const GroupShape& shape, const GroupBackward<double>& pass, std::int64_t group);

} // namespace lab
