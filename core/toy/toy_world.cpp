#include "core/toy/toy_world.h"

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

constexpr double momentum = 0.9;
constexpr double largest = 1e6; ///< of a parameter that is taken for a number

/// v ← 0.9 v + g, θ ← θ − rate · v.
template <std::size_t size>
void descend(std::array<double, size>& values, std::array<double, size>& velocity,
             const std::array<double, size>& gradient, double rate) {
    for (std::size_t i = 0; i < size; ++i) {
        velocity[i] = momentum * velocity[i] + gradient[i];
        values[i] -= rate * velocity[i];
    }
}

/// Small enough that features, logits and what they are multiplied with stay finite.
bool is_usable(const ToyParameters& parameters) {
    const auto small = [](double value) { return std::abs(value) < largest; }; // false for NaN
    return std::all_of(parameters.scale.begin(), parameters.scale.end(), small) &&
           std::all_of(parameters.offset.begin(), parameters.offset.end(), small) &&
           std::all_of(parameters.predictor.begin(), parameters.predictor.end(), small);
}

} // namespace

ToyMeasures toy_measures(const ToyParameters& parameters, const std::vector<ToyPoint>& points) {
    ToyMeasures measures;
    if (points.empty())
        return measures;
    std::array<int, toy_classes> counts{};
    int right = 0;
    for (const ToyPoint& point : points) {
        const ToyVector z = toy_feature(parameters, point.x);
        const ToyProbabilities u = toy_logits(z);
        const auto best = std::max_element(u.begin(), u.end()) - u.begin();
        ++counts[static_cast<std::size_t>(best)];
        right += best == point.label ? 1 : 0;
        measures.length += std::sqrt(z[0] * z[0] + z[1] * z[1]);
        measures.logit_norm += std::sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
    }
    const auto count = static_cast<double>(points.size());
    const auto top = std::max_element(counts.begin(), counts.end());
    measures.accuracy = right / count;
    measures.top_share = *top / count;
    measures.top_class = static_cast<int>(top - counts.begin());
    measures.length /= count;
    measures.logit_norm /= count;
    return measures;
}

void ToyWorld::step(const std::vector<ToyPoint>& batch) {
    for (const ToyPoint& point : batch)
        right_ += toy_prediction(parameters_, point.x) == point.label ? 1 : 0;
    seen_ += static_cast<long>(batch.size());
    ++steps_;
    if (diverged_at_ == 0)
        learn(batch);
}

void ToyWorld::learn(const std::vector<ToyPoint>& batch) {
    const ToyParameters gradient = toy_gradient(rule_, parameters_, batch);
    ToyParameters next = parameters_;
    descend(next.scale, velocity_.scale, gradient.scale, rates_.features);
    descend(next.offset, velocity_.offset, gradient.offset, rates_.features);
    if (rule_.predictor)
        descend(next.predictor, velocity_.predictor, gradient.predictor, rates_.predictor);
    if (is_usable(next))
        parameters_ = next;
    else
        diverged_at_ = steps_;
}

double ToyWorld::stream_accuracy() const {
    return seen_ == 0 ? 0 : static_cast<double>(right_) / static_cast<double>(seen_);
}

double ToyWorld::predictor_distance() const {
    const auto& p = parameters_.predictor;
    return std::sqrt((p[0] - 1) * (p[0] - 1) + p[1] * p[1] + p[2] * p[2] + (p[3] - 1) * (p[3] - 1));
}

} // namespace lab
