#include "core/toy/toy_experiment.h"

namespace lab {

namespace {

ToyVector downhill(const ToyRule& rule, const ToyParameters& parameters, const ToyVector& x) {
    const ToyVector pull = toy_pull(rule, parameters, x);
    return {-pull[0], -pull[1]};
}

} // namespace

ToyExperiment::ToyExperiment(const ToySettings& settings) : settings_(settings) {
    reset();
}

void ToyExperiment::reset() {
    worlds_ = {ToyWorld(toy_tent, settings_.rates), ToyWorld(settings_.rule, settings_.rates),
               ToyWorld(toy_tent, {0, 0})};
    balanced_ = toy_balanced(settings_.stream.seed, balanced_per_class);
    for (auto& moments : history_)
        moments.clear();
    draw_next();
    measure();
}

void ToyExperiment::choose(const ToySettings& settings) {
    const bool same_points = settings.stream == settings_.stream;
    settings_ = settings;
    worlds_[static_cast<std::size_t>(ToyLane::tent)].choose(toy_tent, settings.rates);
    worlds_[static_cast<std::size_t>(ToyLane::zerosiam)].choose(settings.rule, settings.rates);
    if (!same_points)
        draw_next();
}

void ToyExperiment::move(int point, const ToyVector& x) {
    if (point >= 0 && point < static_cast<int>(next_.size()))
        next_[static_cast<std::size_t>(point)].x = x;
}

void ToyExperiment::step() {
    if (is_over())
        return;
    for (ToyWorld& world : worlds_)
        world.step(next_);
    draw_next();
    measure();
}

void ToyExperiment::draw_next() {
    next_ = is_over() ? std::vector<ToyPoint>{} : toy_batch(settings_.stream, steps() + 1);
}

void ToyExperiment::measure() {
    for (const ToyLane lane : toy_lanes) {
        const auto at = static_cast<std::size_t>(lane);
        measures_[at] = toy_measures(worlds_[at].parameters(), balanced_);
        history_[at].push_back({measures_[at].accuracy, measures_[at].length});
    }
}

ToyVector ToyExperiment::tent_arrow(ToyLane lane, const ToyVector& x) const {
    return downhill(toy_tent, world(lane).parameters(), x);
}

ToyVector ToyExperiment::zerosiam_arrow(ToyLane lane, const ToyVector& x) const {
    return downhill(settings_.rule, world(lane).parameters(), x);
}

} // namespace lab
