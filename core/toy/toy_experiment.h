#pragma once

#include "core/toy/toy_world.h"

#include <array>
#include <vector>

namespace lab {

/// What is set on the page; the defaults are those of the lab's first experiment, at the size of a toy.
struct ToySettings {
    ToyStream stream;
    ToyRule rule;   ///< of ZeroSiam
    ToyRates rates; ///< of both; Tent has no predictor
};

/// The lanes of the toy world: who adapts how on the same points.
enum class ToyLane { tent, zerosiam, none };
inline constexpr std::array toy_lanes{ToyLane::tent, ToyLane::zerosiam, ToyLane::none};

/// Tent's loss as a rule: entropy alone.
inline constexpr ToyRule toy_tent{0, false, true};

/// What a lane's curves show, on balanced data after a step.
struct ToyMoment {
    double accuracy = 0; ///< 0 … 1
    double length = 0;   ///< mean ‖z‖₂
};

/// Tent, ZeroSiam and the unadapted model on one stream, point for point.
class ToyExperiment {
  public:
    static constexpr int balanced_per_class = 1000;

    explicit ToyExperiment(const ToySettings& settings = {});

    const ToySettings& settings() const { return settings_; }
    /// Rules and rates hold from the next step on. Another stream brings other points at once, and those that
    /// were moved are forgotten; another seed, length or batch size of it needs reset() to be seen in the
    /// worlds that have learned.
    void choose(const ToySettings& settings);
    /// All worlds as they began, the stream at its beginning.
    void reset();

    /// Steps taken so far.
    int steps() const { return world(ToyLane::none).steps(); }
    bool is_over() const { return steps() >= settings_.stream.steps; }
    /// The batch that the next step learns from; empty where the stream is over.
    const std::vector<ToyPoint>& next_batch() const { return next_; }
    /// Puts a point of the next batch elsewhere; its label stays. An index of no point changes nothing.
    void move(int point, const ToyVector& x);
    /// One step of all worlds. Does nothing where the stream is over.
    void step();

    const ToyWorld& world(ToyLane lane) const { return worlds_[static_cast<std::size_t>(lane)]; }
    /// On balanced data that no stream holds.
    const ToyMeasures& measures(ToyLane lane) const { return measures_[static_cast<std::size_t>(lane)]; }
    const std::vector<ToyPoint>& balanced() const { return balanced_; }
    /// From step 0 on: steps() + 1 moments.
    const std::vector<ToyMoment>& history(ToyLane lane) const {
        return history_[static_cast<std::size_t>(lane)];
    }
    /// Where Tent's loss would pull a point's features in that world, and where ZeroSiam's does: −∂L/∂z.
    ToyVector tent_arrow(ToyLane lane, const ToyVector& x) const;
    ToyVector zerosiam_arrow(ToyLane lane, const ToyVector& x) const;

  private:
    void measure();
    void draw_next();

    ToySettings settings_;
    std::vector<ToyWorld> worlds_; ///< [lane]
    std::vector<ToyPoint> balanced_;
    std::vector<ToyPoint> next_;
    std::array<ToyMeasures, toy_lanes.size()> measures_;
    std::array<std::vector<ToyMoment>, toy_lanes.size()> history_;
};

} // namespace lab
