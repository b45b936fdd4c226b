#pragma once

#include "core/run/runner.h"

#include <QString>

namespace lab {

/// What the window says in a state: what is going on, and what can be done next.
struct RunStateText {
    QString title;  ///< one or two words: "Running"
    QString advice; ///< one sentence with the next action
};

/// @param step the latest finished batch, @param device where the arithmetic runs (may be empty)
/// @param message the runner's own sentence, used for a failure
RunStateText runStateText(RunState state, int step, const QString& device, const QString& message);

/// The switch worth trying next: a sentence or two.
/// @param collapsed title of a collapsed lane without a predictor, empty if there is none
/// @param switched a switch was thrown in this run
QString nextHint(RunState state, const QString& collapsed, bool switched);

} // namespace lab
