#pragma once

#include "core/record/recording.h"

#include <vector>

namespace lab {

/// What is left of a lane when its run is over. Shares and accuracies 0 … 1; NaN where there is nothing.
struct LaneSummary {
    std::string name;
    std::string method;
    int steps = 0;
    std::int64_t images = 0;
    double accuracy = 0;            ///< over all images
    double accuracy_last_fifth = 0; ///< over the last fifth of the images, by whole batches
    double logit_norm_first = 0;    ///< mean over the first 5 batches
    double logit_norm_last = 0;     ///< mean over the last 5 batches
    double center_dominance = 0;    ///< mean over the last 5 batches
    double distance = 0; ///< of the predictor from the identity, after the last step; NaN without a matrix
    double top_class_share = 0;   ///< most predicted class among the last 1,000 predictions
    double effective_classes = 0; ///< exp(entropy) of the histogram of the last 1,000 predictions
    double calibration_error = 0;
    double kept_share = 0; ///< samples, or tokens, that the loss averaged over, of all
    int resets = 0;
    int collapsed_at = 0;   ///< step; 0: not collapsed
    double ms_per_step = 0; ///< mean, the sum of the four parts below
    double ms_forward = 0;
    double ms_backward = 0;
    double ms_update = 0;
    double ms_measure = 0;
    double entropy_first = 0; ///< mean over the first 5 batches, nats
    double entropy_last = 0;  ///< mean over the last 5 batches
    /// Per class, share of its images that were recognised over the whole run; NaN for a class that never
    /// came. Empty where the class names are not known.
    std::vector<double> recall;
    /// Language: what the table of measures has for it alone, by id: the mean over all steps and over the
    /// last fifth of them; NaN where it never applied.
    struct Answers {
        std::string id;
        double mean = 0, last_fifth = 0;
    };
    std::vector<Answers> answers;
    /// [label][prediction] image counts over the whole run; empty for more than `confusion_classes` classes.
    std::vector<std::vector<std::int64_t>> confusion;
};

constexpr int confusion_classes = 100;

std::vector<LaneSummary> summarise(const Recording& recording);

} // namespace lab
