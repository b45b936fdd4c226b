#pragma once

#include "ui/session/scene.h"
#include "ui/text/step_narration.h"

namespace lab {

/// @param recipe that the lane follows where no detail says it
StepFacts factsOf(const Scene& scene, int lane, const Recipe& recipe);

} // namespace lab
