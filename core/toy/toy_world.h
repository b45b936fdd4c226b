#pragma once

#include "core/toy/toy_loss.h"

namespace lab {

struct ToyRates {
    double features = 0.1;  ///< of scale and offset
    double predictor = 0.1; ///< of P
};

/// What a world's numbers say of a set of points; the predictions are the target branch's.
struct ToyMeasures {
    double accuracy = 0;   ///< share of right predictions, 0 … 1
    double top_share = 0;  ///< share of the most predicted class, 1/3 … 1
    int top_class = 0;     ///< that class
    double length = 0;     ///< mean ‖z‖₂
    double logit_norm = 0; ///< mean ‖u_r‖₂
};
/// All zero for no points.
ToyMeasures toy_measures(const ToyParameters& parameters, const std::vector<ToyPoint>& points);

/// One model of the toy world that adapts: predict, then take a step of SGD with momentum 0.9 and no decay.
/// It starts where training left it: scale one, offset zero, the predictor the identity.
class ToyWorld {
  public:
    ToyWorld(const ToyRule& rule, const ToyRates& rates) : rule_(rule), rates_(rates) {}

    /// From the next step on; what was learned and the momentum stay. A predictor that is switched off keeps
    /// its weights and is not trained.
    void choose(const ToyRule& rule, const ToyRates& rates) {
        rule_ = rule;
        rates_ = rates;
    }
    const ToyRule& rule() const { return rule_; }
    const ToyRates& rates() const { return rates_; }

    /// Counts what is right of the batch, then learns from it, unless the world has diverged.
    void step(const std::vector<ToyPoint>& batch);
    /// The step whose update would have made a parameter larger than 10⁶ or no number at all: it was not
    /// taken, and the world learns no more. 0: there was none.
    int diverged_at() const { return diverged_at_; }
    const ToyParameters& parameters() const { return parameters_; }
    int steps() const { return steps_; }
    /// Share of right predictions so far, each made before the update of its batch; 0 before the first.
    double stream_accuracy() const;
    /// ‖P − I‖_F.
    double predictor_distance() const;

  private:
    void learn(const std::vector<ToyPoint>& batch);

    ToyRule rule_;
    ToyRates rates_;
    ToyParameters parameters_;
    ToyParameters velocity_{{0, 0}, {0, 0}, {0, 0, 0, 0}};
    int steps_ = 0;
    int diverged_at_ = 0;
    long right_ = 0, seen_ = 0;
};

} // namespace lab
