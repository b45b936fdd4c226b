#include "core/record/measure_table.h"

#include "core/base/words.h"

#include <algorithm>
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
         "share", 1, 0, 1, Modality::images, MeasureScope::window, Better::lower, ChartPlace::dominance,
         "dominance"},
        {"label_dominance", &StepRecord::label_dominance, nullptr,
         LAB_WORDS("Measures", "True labels' dominance, last 200 (share)"), "",
         LAB_WORDS("Measures", "How one-sided the stream itself is."),
         LAB_WORDS("Measures", "Share of the most frequent true label among the last 200 images."), "share",
         1, 0, 1, Modality::images, MeasureScope::window, Better::neither, ChartPlace::none, ""},
        {"effective_classes", &StepRecord::effective_classes, nullptr,
         LAB_WORDS("Measures", "Effective classes"), "",
         LAB_WORDS("Measures", "Falls towards 1 when one class is the answer to everything."),
         LAB_WORDS("Measures", "exp(entropy of the mean prediction) of a batch, 1 to K."), "classes", 1, 0, 0,
         Modality::images, MeasureScope::batch, Better::higher, ChartPlace::none, ""},
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
        {"alignment", nullptr, [](const StepRecord& r) { return r.loss - r.loss_objective; },
         LAB_WORDS("Measures", "Alignment α·D (nats)"), "",
         LAB_WORDS("Measures", "How far the two branches are apart. 0 without a predictor."),
         LAB_WORDS("Measures", "L − H: the divergence between the branches, times α; with EATA's "
                               "Fisher penalty where it is on."),
         "nats", 1, 0, 0, Modality::both, MeasureScope::batch, Better::neither, ChartPlace::alignment, ""},
        {"kept_share", nullptr,
         [](const StepRecord& r) {
             return r.batch_size > 0 ? static_cast<double>(r.kept) / r.batch_size : 0.0;
         },
         LAB_WORDS("Measures", "Images that count (share)"), "",
         LAB_WORDS("Measures", "Which part of a batch a lane trusts enough to learn from."),
         LAB_WORDS("Measures", "Images that the loss averaged over, divided by the batch."), "share", 1, 0, 1,
         Modality::both, MeasureScope::batch, Better::neither, ChartPlace::kept, ""},
    };
    return table;
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
