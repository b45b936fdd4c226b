#pragma once

#include "core/base/image.h"
#include "core/record/event.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace lab {

/// What one lane measured on one batch: plain values only, safe to hand to another thread.
/// Everything about predictions refers to the logits before that batch's update (online protocol).
struct StepRecord {
    std::uint64_t run = 0;
    int lane = 0;                 ///< index into the specification's lanes
    int step = 0;                 ///< 1 for the first batch
    std::int64_t images_seen = 0; ///< by this lane, this batch included
    int batch_size = 0;
    std::string corruption; ///< machine name, "mixed" where a batch holds several

    static constexpr int unknown = -1; ///< recordings of 0.1.0 do not tell of the next two
    int severity = unknown; ///< of this batch's corruption: 1 to 5; 0 for clean pictures and pure noise
    int segment = unknown;  ///< of the stream, 1 for the first

    double accuracy = 0;           ///< of this batch, 0 … 1; NaN without labels
    double accuracy_window = 0;    ///< mean over the last 10 batches' images
    double accuracy_running = 0;   ///< mean over all images so far
    double loss = 0;               ///< NaN where no sample was kept and no step was made
    double loss_objective = 0;     ///< H: mean over the kept samples
    double loss_divergence = 0;    ///< D, before the factor α
    double entropy = 0;            ///< nats, mean over the batch
    double entropy_normalised = 0; ///< entropy / ln K
    double confidence = 0;         ///< mean largest probability
    double energy = 0;             ///< mean of −logsumexp(u)
    double logit_norm = 0;         ///< mean ‖u‖₂
    double center_dominance = 0;   ///< ‖mean u‖₂ / mean ‖u‖₂
    double class_dominance = 0;    ///< share of the most predicted class among the last 200 images
    double label_dominance = 0;    ///< the same of the true labels; NaN without labels
    double effective_classes = 0;  ///< exp(entropy of the mean probability) of this batch
    double predictor_distance = 0; ///< ‖θ_h − I‖_F after the update; NaN without a matrix
    double calibration_error = 0;  ///< expected calibration error so far, 15 bins

    static constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    // Of answers to questions, before the update; NaN for pictures. A sample is a question, a row of logits a
    // token of its answer; entropy, confidence, energy, norm and centre are means over the batch's tokens.
    double tokens = nothing;              ///< of the batch's answers, end tokens included
    double rows = nothing;                ///< tokens that the loss could look at: of answers, or of questions
    double answer_length = nothing;       ///< mean, in tokens
    double ended_share = nothing;         ///< answers that end by themselves; the others are cut off
    double extraction_failures = nothing; ///< answers that ended, in which no final answer was found
    double undecided_share = nothing;     ///< final answers that can neither be shown right nor wrong
    double steps_right = nothing;         ///< worked steps up to the first wrong one, of those asked for
    double distinct_tokens = nothing;     ///< different tokens of an answer / its tokens, mean
    double periodic_tail = nothing;       ///< tokens in periodic tails / tokens
    double answer_dominance = nothing;    ///< share of the most frequent final answer, last 64 answers
    double true_answer_dominance = nothing; ///< the same of the expected ones
    double token_dominance = nothing;       ///< share of the most frequent token, last 64 answers
    double true_token_dominance = nothing;  ///< the same of true solutions, where they are known
    double entropy_top_fifth = nothing; ///< share of the entropy that its most uncertain fifth of tokens has
    double entropy_auroc = nothing; ///< chance that a wrong answer is less certain than a right one, last 256
    double unadapted_divergence = nothing; ///< KL(p ‖ p of the unadapted model), nats, mean over tokens

    int kept = 0;         ///< samples, or tokens, that the loss averaged over
    int resets = 0;       ///< resets of the lane so far
    int collapsed_at = 0; ///< step at which the detector flagged the lane; 0: not collapsed

    double forward_ms = 0;
    double backward_ms = 0;
    double update_ms = 0;
    double measure_ms = 0;

    std::vector<int> predictions; ///< [batch]
    std::vector<int> labels;      ///< [batch] −1 where unknown
};

/// The pictures of the latest batch, for the image strip.
struct BatchPreview {
    int step = 0;
    std::vector<Image> images;                   ///< at most 32
    std::vector<int> labels;                     ///< −1 without labels
    std::vector<std::vector<int>> predictions;   ///< [lane][image]
    std::vector<std::vector<float>> confidences; ///< [lane][image] probability of the predicted class
};

} // namespace lab
