#include "core/record/measure_table.h"

#include "core/base/words.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lab {

double MeasureRow::value(const StepRecord& record) const {
    return member != nullptr ? record.*member : derived(record);
}

const std::vector<MeasureRow>& measure_table() {
    static const std::vector<MeasureRow> table = {
        {"accuracy", &StepRecord::accuracy, nullptr, LAB_WORDS("Measures", "Accuracy of the batch (%)"), "",
         LAB_WORDS("Measures", "Share of right answers in this batch."),
         LAB_WORDS("Measures", "Share of right answers before the update."), "%", 100, 0, 100, Modality::both,
         MeasureScope::batch, Better::higher, ChartPlace::none, ""},
        {"accuracy_window", &StepRecord::accuracy_window, nullptr,
         LAB_WORDS("Measures", "Accuracy, 10 batches (%)"), LAB_WORDS("Measures", "last 10 batches"),
         LAB_WORDS("Measures", "Falls towards chance when a lane collapses."),
         LAB_WORDS("Measures",
                   "Share of right answers before each update, over the images of the last 10 batches."),
         "%", 100, 0, 100, Modality::both, MeasureScope::window, Better::higher, ChartPlace::accuracy,
         "accuracy"},
        {"accuracy_running", &StepRecord::accuracy_running, nullptr,
         LAB_WORDS("Measures", "Accuracy, so far (%)"), LAB_WORDS("Measures", "whole stream"),
         LAB_WORDS("Measures", "The number that papers report: the mean over all images so far."),
         LAB_WORDS("Measures",
                   "Share of right answers before each update, over all images of the stream so far."),
         "%", 100, 0, 100, Modality::both, MeasureScope::run, Better::higher, ChartPlace::accuracy,
         "accuracy-so-far"},
        {"loss", &StepRecord::loss, nullptr, LAB_WORDS("Measures", "Loss L"), "",
         LAB_WORDS("Measures", "What each lane makes small. It falls in a collapse, too."),
         LAB_WORDS("Measures",
                   "L = H + α·D, the mean over the images that count; ZeroSiam, arXiv 2509.23183."),
         "", 1, 0, 0, Modality::both, MeasureScope::batch, Better::neither, ChartPlace::loss, "loss"},
        {"loss_objective", &StepRecord::loss_objective, nullptr, LAB_WORDS("Measures", "Objective H (nats)"),
         "", LAB_WORDS("Measures", "Entropy of the online prediction; near 0: sure of all."),
         LAB_WORDS("Measures", "Mean entropy, or the lane's other objective, over the images that count."),
         "nats", 1, 0, 0, Modality::both, MeasureScope::batch, Better::neither, ChartPlace::objective, ""},
        {"loss_divergence", &StepRecord::loss_divergence, nullptr,
         LAB_WORDS("Measures", "Divergence D (nats)"), "",
         LAB_WORDS("Measures", "How far the two branches are apart, before the factor α."),
         LAB_WORDS(
             "Measures",
             "Mean divergence between the branches over the images that count; ZeroSiam, arXiv 2509.23183."),
         "nats", 1, 0, 0, Modality::both, MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"entropy", &StepRecord::entropy, nullptr, LAB_WORDS("Measures", "Entropy (nats)"), "",
         LAB_WORDS("Measures", "Falls when predictions grow certain, right or wrong."),
         LAB_WORDS("Measures", "Mean entropy of the predictions of a batch."), "nats", 1, 0, 0,
         Modality::both, MeasureScope::batch, Better::neither, ChartPlace::none, "entropy"},
        {"entropy_normalised", &StepRecord::entropy_normalised, nullptr,
         LAB_WORDS("Measures", "Entropy, of the greatest (share)"), "",
         LAB_WORDS("Measures", "Falls when predictions grow certain, right or wrong."),
         LAB_WORDS("Measures", "Mean entropy of a batch, divided by ln K."), "share", 1, 0, 1, Modality::both,
         MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"confidence", &StepRecord::confidence, nullptr, LAB_WORDS("Measures", "Confidence (probability)"),
         "", LAB_WORDS("Measures", "Rises when predictions grow certain, right or wrong."),
         LAB_WORDS("Measures", "Mean largest probability of a batch."), "", 1, 0, 1, Modality::both,
         MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"energy", &StepRecord::energy, nullptr, LAB_WORDS("Measures", "Energy"), "",
         LAB_WORDS("Measures", "Falls when logits grow."),
         LAB_WORDS("Measures", "Mean of −log Σ exp(u) over a batch."), "nats", 1, 0, 0, Modality::both,
         MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"logit_norm", &StepRecord::logit_norm, nullptr, LAB_WORDS("Measures", "Logit norm ‖u‖₂"), "",
         LAB_WORDS("Measures", "Rises when the model grows over-confident."),
         LAB_WORDS("Measures",
                   "Mean Euclidean length of the logits u of a batch; ZeroSiam, arXiv 2509.23183."),
         "", 1, 0, 0, Modality::both, MeasureScope::batch, Better::neither, ChartPlace::norm, "logit-norm"},
        {"center_dominance", &StepRecord::center_dominance, nullptr,
         LAB_WORDS("Measures", "Centre dominance (ratio)"), LAB_WORDS("Measures", "centre"),
         LAB_WORDS("Measures", "Reaches 1 when all logits point the same way."),
         LAB_WORDS("Measures", "‖mean u‖₂ / mean ‖u‖₂ of a batch; ZeroSiam, arXiv 2509.23183."), "", 1, 0, 1,
         Modality::both, MeasureScope::batch, Better::lower, ChartPlace::dominance, "centre"},
        {"class_dominance", &StepRecord::class_dominance, nullptr,
         LAB_WORDS("Measures", "Dominance, last 200 (share)"), LAB_WORDS("Measures", "class"),
         LAB_WORDS("Measures", "Reaches 1 when one class is the answer to everything."),
         LAB_WORDS("Measures", "Share of the most predicted class among the last 200 images. Thin "
                               "grey line: the same share among the true labels."),
         "share", 1, 0, 1, Modality::both, MeasureScope::window, Better::lower, ChartPlace::dominance,
         "dominance"},
        {"label_dominance", &StepRecord::label_dominance, nullptr,
         LAB_WORDS("Measures", "True labels' dominance, last 200 (share)"), "",
         LAB_WORDS("Measures", "How one-sided the stream itself is."),
         LAB_WORDS("Measures", "Share of the most frequent true label among the last 200 images."), "share",
         1, 0, 1, Modality::both, MeasureScope::window, Better::neither, ChartPlace::none, ""},
        {"effective_classes", &StepRecord::effective_classes, nullptr,
         LAB_WORDS("Measures", "Effective classes"), "",
         LAB_WORDS("Measures", "Falls towards 1 when one class is the answer to everything."),
         LAB_WORDS("Measures", "exp(entropy of the mean prediction) of a batch, 1 to K."), "classes", 1, 0, 0,
         Modality::both, MeasureScope::batch, Better::higher, ChartPlace::none, ""},
        {"predictor_distance", &StepRecord::predictor_distance, nullptr,
         LAB_WORDS("Measures", "Predictor distance ‖θₕ − I‖ (Frobenius)"), "",
         LAB_WORDS("Measures", "How much of the pressure the predictor has taken up."),
         LAB_WORDS("Measures", "‖θ_h − I‖_F after the update; a lane whose predictor is no matrix has "
                               "none; ZeroSiam, arXiv 2509.23183."),
         "Frobenius", 1, 0, 0, Modality::both, MeasureScope::batch, Better::neither, ChartPlace::predictor,
         "predictor"},
        {"calibration_error", &StepRecord::calibration_error, nullptr,
         LAB_WORDS("Measures", "Calibration error, so far (share)"), "",
         LAB_WORDS("Measures", "Rises when confidence and accuracy part."),
         LAB_WORDS("Measures",
                   "Expected calibration error over all images so far, 15 bins; Guo et al., 2017."),
         "share", 1, 0, 1, Modality::both, MeasureScope::run, Better::lower, ChartPlace::none, ""},
        {"tokens", &StepRecord::tokens, nullptr, LAB_WORDS("Measures", "Tokens of the batch"), "", LAB_WORDS("Measures", "Rises when answers grow longer."), LAB_WORDS("Measures", "Tokens of the batch's answers, end tokens included."), "tokens", 1, 0, 0, Modality::language, MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"rows", &StepRecord::rows, nullptr, LAB_WORDS("Measures", "Tokens of the loss"), "",
         LAB_WORDS("Measures", "What there is to learn from."),
         LAB_WORDS("Measures", "Tokens that the loss could look at: those of the answers, or of the questions."),
         "tokens", 1, 0, 0, Modality::language, MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"answer_length", &StepRecord::answer_length, nullptr, LAB_WORDS("Measures", "Answer length (tokens)"), "", LAB_WORDS("Measures", "Rises to the limit when answers never end, falls when they say nothing."), LAB_WORDS("Measures", "Mean number of tokens of an answer, its end token included."), "tokens", 1, 0, 0, Modality::language, MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"ended_share", &StepRecord::ended_share, nullptr, LAB_WORDS("Measures", "Answers that end (share)"), "", LAB_WORDS("Measures", "Falls to 0 when one token is repeated for ever."), LAB_WORDS("Measures", "Answers that end by themselves, divided by all; the others are cut off and count as wrong."), "share", 1, 0, 1, Modality::language, MeasureScope::batch, Better::higher, ChartPlace::none, ""},
        {"extraction_failures", &StepRecord::extraction_failures, nullptr, LAB_WORDS("Measures", "No final answer (share)"), "", LAB_WORDS("Measures", "Rises when what is said is no answer."), LAB_WORDS("Measures", "Answers that ended, but in which no final answer was found, divided by all; they count as wrong."), "share", 1, 0, 1, Modality::language, MeasureScope::batch, Better::lower, ChartPlace::none, ""},
        {"undecided_share", &StepRecord::undecided_share, nullptr, LAB_WORDS("Measures", "Undecided answers (share)"), "", LAB_WORDS("Measures", "Answers that can neither be shown right nor wrong."), LAB_WORDS("Measures", "Final answers that the judge could not decide, divided by all; they do not count as right."), "share", 1, 0, 1, Modality::language, MeasureScope::batch, Better::lower, ChartPlace::none, ""},
        {"steps_right", &StepRecord::steps_right, nullptr, LAB_WORDS("Measures", "Worked steps right (share)"), "", LAB_WORDS("Measures", "Falls before the final answers do when reasoning breaks."), LAB_WORDS("Measures", "Worked steps up to the first wrong one, divided by the true solutions' steps; tasks alone."), "share", 1, 0, 1, Modality::language, MeasureScope::batch, Better::higher, ChartPlace::none, ""},
        {"distinct_tokens", &StepRecord::distinct_tokens, nullptr, LAB_WORDS("Measures", "Distinct tokens (share)"), "", LAB_WORDS("Measures", "Falls when answers repeat themselves."), LAB_WORDS("Measures", "Different tokens of an answer, divided by its tokens; mean over the batch."), "share", 1, 0, 1, Modality::language, MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"periodic_tail", &StepRecord::periodic_tail, nullptr, LAB_WORDS("Measures", "Periodic tail (share)"), "", LAB_WORDS("Measures", "Reaches 1 when answers are one short loop."), LAB_WORDS("Measures", "Tokens in tails with a period of 1 to 4 that come three times or more, divided by all tokens."), "share", 1, 0, 1, Modality::language, MeasureScope::batch, Better::lower, ChartPlace::none, ""},
        {"answer_dominance", &StepRecord::answer_dominance, nullptr, LAB_WORDS("Measures", "Most frequent answer, last 64 (share)"), "", LAB_WORDS("Measures", "Reaches 1 when one answer is given to everything."), LAB_WORDS("Measures", "Share of the most frequent final answer among the last 64 answers."), "share", 1, 0, 1, Modality::language, MeasureScope::window, Better::lower, ChartPlace::none, ""},
        {"true_answer_dominance", &StepRecord::true_answer_dominance, nullptr, LAB_WORDS("Measures", "Most frequent true answer, last 64 (share)"), "", LAB_WORDS("Measures", "How one-sided the stream itself is."), LAB_WORDS("Measures", "Share of the most frequent expected answer among the last 64 questions."), "share", 1, 0, 1, Modality::language, MeasureScope::window, Better::neither, ChartPlace::none, ""},
        {"token_dominance", &StepRecord::token_dominance, nullptr, LAB_WORDS("Measures", "Most frequent token, last 64 (share)"), "", LAB_WORDS("Measures", "Reaches 1 when one token is all that is said."), LAB_WORDS("Measures", "Share of the most frequent token among those of the last 64 answers."), "share", 1, 0, 1, Modality::language, MeasureScope::window, Better::lower, ChartPlace::none, ""},
        {"true_token_dominance", &StepRecord::true_token_dominance, nullptr, LAB_WORDS("Measures", "Most frequent true token, last 64 (share)"), "", LAB_WORDS("Measures", "How one-sided the true solutions are."), LAB_WORDS("Measures", "Share of the most frequent token among those of the last 64 true solutions; tasks alone."), "share", 1, 0, 1, Modality::language, MeasureScope::window, Better::neither, ChartPlace::none, ""},
        {"entropy_top_fifth", &StepRecord::entropy_top_fifth, nullptr, LAB_WORDS("Measures", "Entropy of the uncertain fifth (share)"), "", LAB_WORDS("Measures", "Near 1: a few tokens decide where an answer goes."), LAB_WORDS("Measures", "Share of a batch's entropy that the most uncertain fifth of its tokens has."), "share", 1, 0, 1, Modality::language, MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"entropy_auroc", &StepRecord::entropy_auroc, nullptr, LAB_WORDS("Measures", "Entropy tells wrong answers (AUROC)"), "", LAB_WORDS("Measures", "0.5: certainty says nothing about being right."), LAB_WORDS("Measures", "Chance that a wrong answer has a higher mean token entropy than a right one, over the last 256 answers."), "", 1, 0, 1, Modality::language, MeasureScope::window, Better::higher, ChartPlace::none, ""},
        {"unadapted_divergence", &StepRecord::unadapted_divergence, nullptr, LAB_WORDS("Measures", "Divergence from the unadapted model (nats)"), "", LAB_WORDS("Measures", "How far adaptation has carried the model away."), LAB_WORDS("Measures", "KL(p ‖ p₀) of the next token between the lane and the model as it was trained, mean over the batch's tokens."), "nats", 1, 0, 0, Modality::language, MeasureScope::batch, Better::neither, ChartPlace::none, ""},
        {"alignment", nullptr, [](const StepRecord& r) { return r.loss - r.loss_objective; },
         LAB_WORDS("Measures", "Alignment α·D (nats)"), "",
         LAB_WORDS("Measures", "How far the two branches are apart. 0 without a predictor."),
         LAB_WORDS("Measures", "L − H: the divergence between the branches, times α; with EATA's "
                               "Fisher penalty where it is on."),
         "nats", 1, 0, 0, Modality::both, MeasureScope::batch, Better::neither, ChartPlace::alignment, ""},
        {"kept_share", nullptr,
         [](const StepRecord& r) {
             const double rows = std::isfinite(r.rows) ? r.rows : r.batch_size;
             return rows > 0 ? r.kept / rows : 0.0;
         },
         LAB_WORDS("Measures", "Images that count (share)"), "",
         LAB_WORDS("Measures", "Which part of a batch a lane trusts enough to learn from."),
         LAB_WORDS("Measures", "Images that the loss averaged over, divided by the batch."), "share", 1, 0, 1,
         Modality::both, MeasureScope::batch, Better::neither, ChartPlace::kept, ""},
    };
    return table;
}

bool is_measured_in(std::string_view id, Modality modality) {
    for (const MeasureRow& row : measure_table())
        if (id == row.id)
            return row.modality == Modality::both || modality == Modality::both || row.modality == modality;
    return true;
}

const MeasureRow& measure(std::string_view id) {
    std::string known;
    for (const MeasureRow& row : measure_table()) {
        if (id == row.id)
            return row;
        known += (known.empty() ? "" : ", ") + std::string(row.id);
    }
    throw std::invalid_argument("measure: expected one of " + known + ", found \"" + std::string(id) + "\"");
}

std::vector<const MeasureRow*> measures_at(ChartPlace place) {
    std::vector<const MeasureRow*> rows;
    for (const MeasureRow& row : measure_table())
        if (row.place == place)
            rows.push_back(&row);
    // The narrower look goes first: windows before what they are drawn beside.
    std::stable_partition(rows.begin(), rows.end(),
                          [](const MeasureRow* row) { return row->scope == MeasureScope::window; });
    return rows;
}

const MeasureRow& first_at(ChartPlace place) {
    return *measures_at(place).front();
}

bool has_predictor_matrix(const Recipe& recipe) {
    const PredictorKind kind = recipe.alignment.predictor;
    return kind == PredictorKind::linear || kind == PredictorKind::fixed_random;
}

} // namespace lab
