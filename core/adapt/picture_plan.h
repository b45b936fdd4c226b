#pragma once

#include "core/adapt/step_plan.h"

namespace lab {

/// The phases of MEMO (NeurIPS 2022): every picture of a batch by itself, learnt from through its views alone
/// and predicted then. With an episodic recovery each picture begins at the start.
/// @param blocks as of plan_adaptation()
void add_pictures(StepPlan& plan, const Recipe& recipe, StepBlocks& blocks);

} // namespace lab
