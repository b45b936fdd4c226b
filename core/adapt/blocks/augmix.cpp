#include "core/adapt/blocks/augmentation.h"

#include <ATen/ATen.h>

#include <array>
#include <cmath>

namespace lab {

namespace {

/// The darkest value of each channel to 0, the brightest to 1.
at::Tensor stretched(const at::Tensor& x) {
    const at::Tensor low = x.amin({2, 3}, true), high = x.amax({2, 3}, true);
    const at::Tensor span = high - low;
    return at::where(span > 0, (x - low) / at::where(span > 0, span, at::ones_like(span)), x);
}

/// Each channel's 256 levels spread evenly: a value becomes the share of pixels that are not brighter.
at::Tensor equalised(const at::Tensor& x) {
    const at::Tensor levels = (x * 255).round().clamp(0, 255).to(at::kLong).flatten(2); // [1,C,H·W]
    at::Tensor counts = at::zeros({x.size(0), x.size(1), 256}, x.options());
    counts.scatter_add_(2, levels, at::ones_like(levels, x.options()));
    const at::Tensor below = counts.cumsum(2);
    const at::Tensor first = below.gather(2, levels.amin({2}, true));
    const auto all = static_cast<double>(levels.size(2));
    const at::Tensor rest = all - first;
    const at::Tensor spread = (below - first) / at::where(rest > 0, rest, at::ones_like(rest));
    return at::where((rest > 0).unsqueeze(3), spread.clamp(0, 1).gather(2, levels).view(x.sizes()), x);
}

/// AugMix's changes at its level 1.
at::Tensor changed(const at::Tensor& x, Chance& chance) {
    enum Change { stretch, equalise, posterise, rotate, solarise, shear_x, shear_y, move_x, move_y, changes };
    const auto change = static_cast<Change>(chance.below(changes));
    const double level = chance.between(0.1, 1);
    const double sign = chance.uniform() < 0.5 ? -1 : 1;
    Turn turn;
    switch (change) {
    case stretch:
        return stretched(x);
    case equalise:
        return equalised(x);
    case posterise:
        return at::floor(x * 255 / 16) * 16 / 255;
    case solarise:
        return at::where(x * 255 < 256 - std::floor(level * 25.6), x, 1 - x);
    case rotate:
        turn.degrees = sign * std::floor(level * 3);
        break;
    case shear_x:
        turn.shear_x = sign * level * 0.03;
        break;
    case shear_y:
        turn.shear_y = sign * level * 0.03;
        break;
    case move_x:
        turn.right = sign * std::floor(level * static_cast<double>(x.size(3)) / 30);
        break;
    case move_y:
    case changes:
        turn.down = sign * std::floor(level * static_cast<double>(x.size(2)) / 30);
        break;
    }
    return turned(x, turn, BeyondEdge::black);
}

/// Moved by up to an eighth, black coming in from outside, and flipped by chance.
at::Tensor cropped(const at::Tensor& x, Chance& chance) {
    const auto most = [&](std::int64_t dim) { return std::floor(static_cast<double>(x.size(dim)) / 8); };
    Turn turn;
    turn.right = std::round(chance.between(-most(3), most(3)));
    turn.down = std::round(chance.between(-most(2), most(2)));
    const at::Tensor there = turned(x, turn, BeyondEdge::black);
    return chance.uniform() < 0.5 ? there.flip({3}) : there;
}

at::Tensor mixed(const at::Tensor& picture, Chance& chance) {
    const at::Tensor x = cropped(picture, chance);
    // Dirichlet(1, 1, 1): exponential numbers, divided by their sum.
    std::array<double, 3> weights = {};
    double sum = 0;
    for (double& w : weights) {
        w = -std::log1p(-chance.uniform());
        sum += w;
    }
    const double kept = chance.uniform();
    at::Tensor mix = at::zeros_like(x);
    for (const double w : weights) {
        at::Tensor chain = x;
        for (std::int64_t i = chance.below(3); i >= 0; --i)
            chain = changed(chain, chance);
        mix = mix + (sum > 0 ? w / sum : 1.0 / 3) * chain;
    }
    return (kept * x + (1 - kept) * mix).clamp(0, 1);
}

} // namespace

at::Tensor mixed_view(const at::Tensor& pictures, Chance& chance) {
    std::vector<at::Tensor> all;
    for (std::int64_t i = 0; i < pictures.size(0); ++i)
        all.push_back(mixed(pictures.narrow(0, i, 1).clamp(0, 1), chance));
    return at::cat(all);
}

} // namespace lab
