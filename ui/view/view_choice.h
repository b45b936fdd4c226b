#pragma once

#include "ui/text/step_narration.h"

namespace lab {

/// Which pictures the board shows.
struct ImageFilter {
    bool on = false;
    int right_lane = 0; ///< that gets them right
    int wrong_lane = 1; ///< that gets them wrong
};

/// What is chosen on the pages, for those that are handed out.
struct ViewChoice {
    int predictor_lane = -1; ///< −1: the first lane that has a matrix
    int step_lane = -1;      ///< −1: the first lane that has a predictor, else the first
    int feature_batches = 10;
    bool by_prediction = false;
    ImageFilter filter;
    int image = -1;            ///< place in the batch of the one that is shown closer; −1: the first
    int confusion_batches = 0; ///< 0: all so far
    StepPhase phase = StepPhase::update;
};

} // namespace lab
