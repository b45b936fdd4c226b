#include "core/toy/toy_data.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lab {

namespace {

constexpr double radius = 1.6, deviation = 0.55, head_scale = 1.2;
constexpr ToyVector move{1.0, 0.3};
// One stream of random numbers each.
constexpr std::uint64_t stream_key = 1, balanced_key = 2;

struct Classes {
    std::array<ToyVector, toy_classes> means{}, head{};
};

const Classes& classes() {
    static const Classes all = [] {
        Classes made;
        for (std::size_t label = 0; label < toy_classes; ++label) {
            const double angle =
                std::numbers::pi / 2 + 2 * std::numbers::pi * static_cast<double>(label) / toy_classes;
            made.means[label] = {radius * std::cos(angle), radius * std::sin(angle)};
            made.head[label] = {head_scale * made.means[label][0], head_scale * made.means[label][1]};
        }
        return made;
    }();
    return all;
}

ToyPoint draw_point(Random& random, int label) {
    const ToyVector mean = toy_mean(label);
    ToyPoint point;
    point.label = label;
    for (std::size_t i = 0; i < 2; ++i)
        point.x[i] = mean[i] + move[i] + deviation * random.normal();
    return point;
}

} // namespace

ToyVector toy_mean(int label) {
    return classes().means[static_cast<std::size_t>(label)];
}

const ToyVector& toy_head(int label) {
    return classes().head[static_cast<std::size_t>(label)];
}

std::vector<ToyPoint> toy_batch(const ToyStream& stream, int step) {
    Random random{stream.seed, stream_key, static_cast<std::uint64_t>(step)};
    const int slot = std::clamp((step - 1) * toy_classes / std::max(stream.steps, 1), 0, toy_classes - 1);
    // With IR = 1 all are equally likely; what IR has beyond that belongs to the slot's class alone.
    const double uniform_share = toy_classes / (stream.imbalance + toy_classes - 1);
    std::vector<ToyPoint> points;
    points.reserve(static_cast<std::size_t>(stream.batch_size));
    for (int i = 0; i < stream.batch_size; ++i) {
        const bool any = random.uniform() < uniform_share;
        const auto drawn = static_cast<int>(random.integer(toy_classes));
        points.push_back(draw_point(random, any ? drawn : slot));
    }
    return points;
}

std::vector<ToyPoint> toy_balanced(std::uint64_t seed, int per_class) {
    Random random{seed, balanced_key};
    std::vector<ToyPoint> points;
    points.reserve(static_cast<std::size_t>(toy_classes) * static_cast<std::size_t>(per_class));
    // Class by class in turn: the first points are balanced as well.
    for (int i = 0; i < per_class; ++i)
        for (int label = 0; label < toy_classes; ++label)
            points.push_back(draw_point(random, label));
    return points;
}

} // namespace lab
