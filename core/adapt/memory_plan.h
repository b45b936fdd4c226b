#pragma once

#include "core/adapt/step_plan.h"

namespace lab {

/// The phases of a recipe with a memory (RoTTA, PeTTA, NOTE): predict without learning, show the pictures to
/// the memory one by one, and learn from what it holds each time that an update is due.
/// @param blocks as of plan_adaptation()
void add_memory(StepPlan& plan, const Recipe& recipe, StepBlocks& blocks);

} // namespace lab
