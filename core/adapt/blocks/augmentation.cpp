#include "core/adapt/blocks/augmentation.h"

#include <ATen/ATen.h>

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace lab {

namespace {

at::Tensor mixed_with(const at::Tensor& x, const at::Tensor& other, double factor) {
    return (factor * x + (1 - factor) * other).clamp(0, 1);
}

/// [N,1,H,W]
at::Tensor grey(const at::Tensor& x) {
    if (x.size(1) != 3)
        return x.mean(1, true);
    return 0.2989 * x.narrow(1, 0, 1) + 0.587 * x.narrow(1, 1, 1) + 0.114 * x.narrow(1, 2, 1);
}

/// The hue of colour pictures moved by a share of the circle: to hue, saturation, value and back.
at::Tensor with_hue_moved(const at::Tensor& x, double by) {
    const at::Tensor r = x.select(1, 0), g = x.select(1, 1), b = x.select(1, 2);
    const at::Tensor value = std::get<0>(x.max(1)), least = std::get<0>(x.min(1));
    const at::Tensor span = value - least;
    const at::Tensor safe = at::where(span > 0, span, at::ones_like(span));
    at::Tensor sixth = at::where(value.eq(r), (g - b) / safe,
                                 at::where(value.eq(g), 2 + (b - r) / safe, 4 + (r - g) / safe));
    sixth = at::remainder(sixth + 6 * by, 6);
    // Channel c is value − span · clamp(min(k, 4 − k), 0, 1) with k = (offset + sixth) mod 6.
    std::vector<at::Tensor> channels;
    for (const double offset : {5.0, 3.0, 1.0}) {
        const at::Tensor k = at::remainder(sixth + offset, 6);
        channels.push_back(value - span * at::minimum(k, 4 - k).clamp(0, 1));
    }
    return at::stack(channels, 1).clamp(0, 1);
}

/// Of five by five, its standard deviation in pixels; pictures lose two pixels on every side.
at::Tensor blurred(const at::Tensor& x, double sigma) {
    const at::Tensor place = at::arange(-2, 3, at::kDouble);
    at::Tensor line = at::exp(-place.square() / (2 * sigma * sigma));
    line = (line / line.sum()).to(x.options());
    const std::int64_t channels = x.size(1);
    const at::Tensor across = line.view({1, 1, 1, 5}).expand({channels, 1, 1, 5});
    const at::Tensor down = line.view({1, 1, 5, 1}).expand({channels, 1, 5, 1});
    const std::array<std::int64_t, 2> one = {1, 1}, none = {0, 0};
    return at::conv2d(at::conv2d(x, across, {}, one, none, one, channels), down, {}, one, none, one,
                      channels);
}

Turn random_turn(const at::Tensor& pictures, Chance& chance) {
    Turn turn;
    turn.degrees = chance.between(-15, 15);
    // A sixteenth of the picture with half of it drawn out on every side.
    const auto h = static_cast<double>(pictures.size(2)), w = static_cast<double>(pictures.size(3));
    turn.right = std::round(chance.between(-w / 8, w / 8));
    turn.down = std::round(chance.between(-h / 8, h / 8));
    turn.scale = chance.between(0.9, 1.1);
    return turn;
}

} // namespace

at::Tensor jittered(const at::Tensor& pictures, Chance& chance) {
    std::array<int, 5> order = {0, 1, 2, 3, 4};
    for (std::size_t i = order.size() - 1; i > 0; --i)
        std::swap(order[i], order[static_cast<std::size_t>(chance.below(static_cast<std::int64_t>(i) + 1))]);
    const double brightness = chance.between(0.6, 1.4), contrast = chance.between(0.7, 1.3);
    const double saturation = chance.between(0.5, 1.5), hue = chance.between(-0.06, 0.06);
    const double gamma = chance.between(0.7, 1.3);
    const bool colour = pictures.size(1) == 3;
    at::Tensor x = pictures;
    for (const int change : order) {
        if (change == 0)
            x = (brightness * x).clamp(0, 1);
        else if (change == 1)
            x = mixed_with(x, grey(x).mean({1, 2, 3}, true), contrast);
        else if (change == 2 && colour)
            x = mixed_with(x, grey(x), saturation);
        else if (change == 3 && colour)
            x = with_hue_moved(x, hue);
        else if (change == 4)
            x = x.clamp(1e-8, 1).pow(gamma);
    }
    return x;
}

at::Tensor turned(const at::Tensor& pictures, const Turn& turn, BeyondEdge beyond, std::int64_t margin) {
    const std::int64_t h = pictures.size(2), w = pictures.size(3);
    const double middle_y = static_cast<double>(h - 1) / 2, middle_x = static_cast<double>(w - 1) / 2;
    const auto places = [margin](std::int64_t side, double middle, double shift) {
        return at::arange(-margin, side + margin, at::kDouble) - (middle + shift);
    };
    const at::Tensor y = places(h, middle_y, turn.down).view({-1, 1});
    const at::Tensor x = places(w, middle_x, turn.right).view({1, -1});
    const double angle = turn.degrees * std::numbers::pi / 180;
    const double c = std::cos(angle) / turn.scale, s = std::sin(angle) / turn.scale;
    const at::Tensor from_x = c * x + s * y + turn.shear_x * y;
    const at::Tensor from_y = c * y - s * x + turn.shear_y * x;
    const auto scaled = [](const at::Tensor& place, double middle) {
        return middle > 0 ? place / middle : place * 0;
    };
    const at::Tensor grid = at::stack({scaled(from_x, middle_x), scaled(from_y, middle_y)}, 2)
                                .to(pictures.options())
                                .unsqueeze(0)
                                .expand({pictures.size(0), -1, -1, -1});
    // grid_sampler's numbers: 0 bilinear; 0 zeros, 1 border, 2 reflection about the outermost pixels.
    const std::int64_t padding = beyond == BeyondEdge::black ? 0 : beyond == BeyondEdge::edge ? 1 : 2;
    return at::grid_sampler(pictures, grid, 0, padding, true);
}

at::Tensor strong_view(const at::Tensor& pictures, Chance& chance) {
    at::Tensor x = jittered(pictures.clamp(0, 1), chance);
    x = turned(x, random_turn(pictures, chance), BeyondEdge::edge, 2);
    x = blurred(x, chance.between(0.001, 0.5));
    if (chance.uniform() < 0.5)
        x = x.flip({3});
    return (x + 0.005 * chance.normal(x.sizes()).to(x.options())).clamp(0, 1);
}

at::Tensor mild_view(const at::Tensor& pictures, Chance& chance) {
    at::Tensor x = jittered(pictures.clamp(0, 1), chance);
    x = turned(x, random_turn(pictures, chance), BeyondEdge::mirror);
    return (chance.uniform() < 0.5 ? x.flip({3}) : x).clamp(0, 1);
}

} // namespace lab
