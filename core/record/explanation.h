#pragma once

#include "core/recipe/recipe.h"
#include "core/record/recording.h"

#include <optional>
#include <vector>

/// What a recording shows of why a lane collapsed, or held: numbers of its own records, from which people's
/// sentences are made where they are shown.
namespace lab {

/// A measure at the beginning and where the account ends; NaN where it does not apply.
struct Course {
    double before = StepRecord::nothing; ///< mean over the lane's first steps
    double after = StepRecord::nothing;  ///< mean over the last steps of the account
};

struct LaneExplanation {
    int lane = 0;
    int steps = 0;                ///< that the account goes over: up to the collapse, or all
    int window = 0;               ///< steps that a mean of Course is over
    int collapsed_at = 0;         ///< 0: not collapsed
    std::optional<Recipe> recipe; ///< in force at the end of the account, where it is known
    std::optional<Recipe> began;  ///< the lane's at its beginning
    int switched_at = 0;          ///< step of the lane's latest switch up to there; 0: none

    Course accuracy;   ///< 0 … 1
    Course logit_norm; ///< ‖u‖₂
    Course entropy;    ///< nats
    Course distance;   ///< ‖θ_h − I‖_F
    Course divergence; ///< D between the branches, nats

    int top_class = -1; ///< most predicted over the last steps of the account; −1 without predictions
    double top_share = StepRecord::nothing;  ///< of the predictions, over these steps
    double true_share = StepRecord::nothing; ///< that this class has among the true labels there
    /// Share of the pictures of other classes that were called `top_class`.
    Course taken;
    /// The first step from which on, up to the account's end, at least half of the other classes' pictures
    /// were called `top_class`; 0 where that is not so, or the labels do not tell.
    int turned_at = 0;
    /// What the stream showed in the three steps before that: the most frequent true class and its share.
    int stream_class = -1;
    double stream_share = StepRecord::nothing;
};

/// One account per lane that has records up to a step. Without labels what needs them stays unknown.
/// @param run  tells the recipes and the switches; null: they stay unknown
std::vector<LaneExplanation> explain(const std::vector<StepRecord>& records, int up_to_step,
                                     const Recording* run = nullptr);
/// The same of a whole recording.
std::vector<LaneExplanation> explain(const Recording& recording);

} // namespace lab
