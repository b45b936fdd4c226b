#include "core/nn/group_norm_kernel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lab {

namespace {

#define LAB_INLINE [[gnu::always_inline]] inline

/// Sum of term(i) over 0 ≤ i < count, in as many partial sums as fill the processor's registers: their order
/// is fixed, and the compiler makes vectors of them.
template <typename T, typename Term>
LAB_INLINE T sum_of(std::int64_t count, const Term& term) {
    constexpr int width = 32;
    T partial[width] = {};
    std::int64_t i = 0;
    for (; i + width <= count; i += width)
        for (int k = 0; k < width; ++k)
            partial[k] += term(i + k);
    for (int k = 0; i < count; ++i, ++k)
        partial[k] += term(i);
    for (int half = width / 2; half > 0; half /= 2)
        for (int k = 0; k < half; ++k)
            partial[k] += partial[k + half];
    return partial[0];
}

template <typename T>
LAB_INLINE void forward(const GroupShape& shape, const GroupForward<T>& pass, std::int64_t group) {
    const std::int64_t channels = shape.channels_per_group(), size = channels * shape.pixels;
    const T* const x = pass.x + group * size;
    const T mean = sum_of<T>(size, [x](std::int64_t i) { return x[i]; }) / static_cast<T>(size);
    const T variance = sum_of<T>(size, [x, mean](std::int64_t i) { return (x[i] - mean) * (x[i] - mean); }) /
                       static_cast<T>(size);
    const T rstd = 1 / std::sqrt(variance + static_cast<T>(pass.epsilon));
    pass.mean[group] = mean;
    pass.rstd[group] = rstd;
    const std::int64_t first = group % shape.groups * channels;
    for (std::int64_t c = 0; c < channels; ++c) {
        const T scale = rstd * pass.weight[first + c], shift = pass.bias[first + c] - mean * scale;
        const std::int64_t at = group * size + c * shape.pixels;
        const T* const from = pass.x + at;
        T* const to = pass.y + at;
        // Not max(): what is no number stays so.
        if (pass.added == nullptr) {
            for (std::int64_t i = 0; i < shape.pixels; ++i) {
                const T v = from[i] * scale + shift;
                to[i] = v < 0 ? 0 : v;
            }
            continue;
        }
        const T* const added = pass.added + at;
        for (std::int64_t i = 0; i < shape.pixels; ++i) {
            const T v = from[i] * scale + shift + added[i];
            to[i] = v < 0 ? 0 : v;
        }
    }
}

/// With g the gradient where y > 0 and v = x − mean:
///   d weight_c = rstd·Σ g·v,  d bias_c = Σ g,
///   d x = rstd·(w·g − mean of w·g over the group − v·rstd²·mean of w·g·v over the group)
template <typename T>
LAB_INLINE void backward(const GroupShape& shape, const GroupBackward<T>& pass, std::int64_t group) {
    const std::int64_t channels = shape.channels_per_group(), pixels = shape.pixels;
    const std::int64_t size = channels * pixels, first = group % shape.groups * channels;
    const T mean = pass.mean[group], rstd = pass.rstd[group];
    const T* const x = pass.x + group * size;
    thread_local std::vector<T> scratch;
    T* masked = pass.to_added != nullptr ? pass.to_added + group * size : nullptr;
    if (masked == nullptr) {
        scratch.resize(static_cast<std::size_t>(size));
        masked = scratch.data();
    }
    const T *const gradient = pass.gradient + group * size, *const y = pass.y + group * size;
    for (std::int64_t i = 0; i < size; ++i) {
        const T g = gradient[i];
        masked[i] = y[i] <= 0 ? 0 : g;
    }
    T sum = 0, product = 0; // of w·g and w·g·v over the group
    for (std::int64_t c = 0; c < channels; ++c) {
        const T *const g = masked + c * pixels, *const from = x + c * pixels;
        const T bias = sum_of<T>(pixels, [g](std::int64_t i) { return g[i]; });
        const T weight =
            sum_of<T>(pixels, [g, from, mean](std::int64_t i) { return g[i] * (from[i] - mean); });
        pass.to_bias[group * channels + c] = bias;
        pass.to_weight[group * channels + c] = weight * rstd;
        sum += pass.weight[first + c] * bias;
        product += pass.weight[first + c] * weight;
    }
    if (pass.to_x == nullptr)
        return;
    const T share = rstd / static_cast<T>(size);
    const T slope = -share * rstd * rstd * product, level = -share * sum;
    for (std::int64_t c = 0; c < channels; ++c) {
        const T *const g = masked + c * pixels, *const from = x + c * pixels;
        T* const to = pass.to_x + group * size + c * pixels;
        const T scale = rstd * pass.weight[first + c];
        for (std::int64_t i = 0; i < pixels; ++i)
            to[i] = scale * g[i] + slope * (from[i] - mean) + level;
    }
}

#if defined(__x86_64__)
#define LAB_FOR_AVX2 [[gnu::target("avx2,fma")]]
const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");

template <typename T>
LAB_FOR_AVX2 void forward_avx2(const GroupShape& shape, const GroupForward<T>& pass, std::int64_t group) {
    forward(shape, pass, group);
}
template <typename T>
LAB_FOR_AVX2 void backward_avx2(const GroupShape& shape, const GroupBackward<T>& pass, std::int64_t group) {
    backward(shape, pass, group);
}
#endif

template <typename T>
void chosen_forward(const GroupShape& shape, const GroupForward<T>& pass, std::int64_t group) {
#if defined(__x86_64__)
    if (has_avx2)
        return forward_avx2(shape, pass, group);
#endif
    forward(shape, pass, group);
}

template <typename T>
void chosen_backward(const GroupShape& shape, const GroupBackward<T>& pass, std::int64_t group) {
#if defined(__x86_64__)
    if (has_avx2)
        return backward_avx2(shape, pass, group);
#endif
    backward(shape, pass, group);
}

} // namespace

void group_forward(const GroupShape& shape, const GroupForward<float>& pass, std::int64_t group) {
    chosen_forward(shape, pass, group);
}

void group_forward(const GroupShape& shape, const GroupForward<double>& pass, std::int64_t group) {
    chosen_forward(shape, pass, group);
}

void group_backward(const GroupShape& shape, const GroupBackward<float>& pass, std::int64_t group) {
    chosen_backward(shape, pass, group);
}

void group_backward(const GroupShape& shape, const GroupBackward<double>& pass, std::int64_t group) {
    chosen_backward(shape, pass, group);
}

} // namespace lab
