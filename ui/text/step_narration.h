#pragma once

#include "core/recipe/recipe_fields.h"
#include "core/record/record.h"
#include "core/spec/spec.h"

#include <QString>

namespace lab {

/// The parts of one step, in the order in which they happen.
enum class StepPhase { forward, branches, loss, backward, update };
constexpr int step_phases = 5;

/// One lane's step in numbers. What only details know is absent (has_detail false) without them.
struct StepFacts {
    bool known = false; ///< the lane took the step
    bool has_detail = false;
    QString lane;
    StepRecord record;
    Recipe recipe;
    double distance_before = 0; ///< of the predictor from the identity
    double distance = 0;        ///< after the update
    double feature_norm = 0;
    double norm_change = 0;
    double predictor_change = 0;

    bool hasPair() const { return has_pair(recipe); }
    bool stepped() const { return recipe.adapts && record.kept > 0; }
    /// α·D as it entered the loss.
    double alignment() const { return recipe.alignment.alpha * record.loss_divergence; }
};

/// "Forward" and the like.
QString phaseTitle(StepPhase phase);
/// What happens in this phase, with this step's numbers: two or three sentences.
QString phaseSentence(StepPhase phase, const StepFacts& facts);
/// Three significant digits; "–" for what is no number.
QString stepNumber(double value);

} // namespace lab
