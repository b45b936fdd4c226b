#include "core/model/language/rope.h"

#include <ATen/ATen.h>

#include <cmath>

namespace lab {

namespace {

/// Llama 3.1: long wavelengths are stretched by the factor, short ones kept, those between mixed.
double scaled(double frequency, const RopeScaling& rule) {
    const double wavelength = 2 * std::acos(-1.0) / frequency;
    if (wavelength > rule.original / rule.low)
        return frequency / rule.factor;
    if (wavelength < rule.original / rule.high)
        return frequency;
    const double s = (rule.original / wavelength - rule.low) / (rule.high - rule.low);
    return (1 - s) * frequency / rule.factor + s * frequency;
}

} // namespace

at::Tensor Rotation::operator()(const at::Tensor& x) const {
    const auto halves = x.chunk(2, -1);
    return at::cat({halves[0] * cosine - halves[1] * sine, halves[1] * cosine + halves[0] * sine}, -1);
}

Rope::Rope(const DecoderConfig& config, const at::TensorOptions& options) : options_(options) {
    const std::int64_t half = config.head_width / 2;
    at::Tensor frequencies = at::empty({half}, at::kDouble);
    for (std::int64_t j = 0; j < half; ++j) {
        const double exponent = -2.0 * static_cast<double>(j) / static_cast<double>(config.head_width);
        const double frequency = std::pow(config.rope_theta, exponent);
        frequencies.data_ptr<double>()[j] = config.scaling ? scaled(frequency, *config.scaling) : frequency;
    }
    frequencies_ = frequencies.to(options.device());
}

Rotation Rope::at(const at::Tensor& positions) const {
    // Angles in double precision: at position 100,000 a float has lost the second digit behind the point.
    const at::Tensor angles = positions.to(at::kDouble).unsqueeze(-1) * frequencies_; // [B,T,d/2]
    return {angles.cos().unsqueeze(1).to(options_), angles.sin().unsqueeze(1).to(options_)};
}

} // namespace lab
