#include "core/base/words.h"
#include "core/recipe/field_access.h"
#include "core/recipe/field_rows.h"

#include <limits>

namespace lab {

namespace {

// clang-format off
constexpr FieldRange any_margin{0, 1000};

FieldAccess selection_kinds() {
    return choice_at<SelectionKind>([](auto& r) -> auto& { return r.selection.kind; }, {
        {SelectionKind::all, "all", LAB_WORDS("RecipeFields", "all samples")},
        {SelectionKind::entropy, "entropy", LAB_WORDS("RecipeFields", "confident")},
        {SelectionKind::entropy_redundancy, "entropy_redundancy", LAB_WORDS("RecipeFields", "confident and new")},
        {SelectionKind::entropy_plpd, "entropy_plpd", LAB_WORDS("RecipeFields", "confident by shape")},
        {SelectionKind::entropy_weighted, "entropy_weighted", LAB_WORDS("RecipeFields", "confident, weighted")},
        {SelectionKind::probability, "probability", LAB_WORDS("RecipeFields", "probable")},
        {SelectionKind::diversity_certainty, "diversity_certainty", LAB_WORDS("RecipeFields", "diverse and certain")},
        {SelectionKind::uncertain, "uncertain", LAB_WORDS("RecipeFields", "uncertain tokens"), true},
        {SelectionKind::surprising, "surprising", LAB_WORDS("RecipeFields", "surprising questions"), true}});
}

FieldAccess objective_kinds() {
    return choice_at<ObjectiveKind>([](auto& r) -> auto& { return r.objective; }, {
        {ObjectiveKind::entropy, "entropy", LAB_WORDS("RecipeFields", "entropy")},
        {ObjectiveKind::come, "come", LAB_WORDS("RecipeFields", "COME")},
        {ObjectiveKind::pseudo_label, "pseudo_label", LAB_WORDS("RecipeFields", "pseudo-label")},
        {ObjectiveKind::soft_likelihood_ratio, "soft_likelihood_ratio", LAB_WORDS("RecipeFields", "soft likelihood ratio")},
        {ObjectiveKind::negative_squared, "negative_squared", LAB_WORDS("RecipeFields", "negative squared")},
        {ObjectiveKind::information_maximisation, "information_maximisation", LAB_WORDS("RecipeFields", "information maximisation")},
        {ObjectiveKind::teacher_cross_entropy, "teacher_cross_entropy", LAB_WORDS("RecipeFields", "cross-entropy to the teacher")},
        {ObjectiveKind::teacher_symmetric, "teacher_symmetric", LAB_WORDS("RecipeFields", "symmetric cross-entropy to the teacher")},
        {ObjectiveKind::marginal_entropy, "marginal_entropy", LAB_WORDS("RecipeFields", "entropy over views")},
        {ObjectiveKind::next_token, "next_token", LAB_WORDS("RecipeFields", "−log p of the next token"), true}});
}

FieldAccess loss_means() {
    return choice_at<LossMean>([](auto& r) -> auto& { return r.loss.mean; }, {
        {LossMean::kept, "kept", LAB_WORDS("RecipeFields", "samples kept")},
        {LossMean::batch, "batch", LAB_WORDS("RecipeFields", "the batch")},
        {LossMean::classes, "classes", LAB_WORDS("RecipeFields", "samples kept and classes")}});
}

} // namespace

std::vector<RecipeField> selection_rows() {
    return {
        {.path = "selection.kind", .block = "selection", .access = selection_kinds(),
         .title = LAB_WORDS("RecipeFields", "Samples"),
         .hint = LAB_WORDS("RecipeFields", "Which samples the loss averages over."),
         .change = LAB_WORDS("RecipeFields", "selection %1"), .first_format = true},
        {.path = "selection.margin", .block = "selection",
         .access = member_at([](auto& r) -> auto& { return r.selection.margin; }),
         .title = LAB_WORDS("RecipeFields", "Entropy margin"),
         .hint = LAB_WORDS("RecipeFields", "Keep entropy E < margin · ln K (SAR)."),
         .change = LAB_WORDS("RecipeFields", "entropy margin %1"), .unit = "ln K", .range = any_margin,
         .needs = {{"selection.kind", {"entropy", "entropy_redundancy", "entropy_plpd", "entropy_weighted", "uncertain"}}},
         .for_memory = std::numeric_limits<double>::infinity(), .first_format = true},
        {.path = "selection.weight_margin", .block = "selection",
         .access = member_at([](auto& r) -> auto& { return r.selection.weight_margin; }),
         .title = LAB_WORDS("RecipeFields", "Weight margin"),
         .hint = LAB_WORDS("RecipeFields", "E0 / ln K in the weight exp(E0 − E) (EATA, DeYO, DELTA)."),
         .change = LAB_WORDS("RecipeFields", "weight margin %1"), .unit = "ln K", .range = any_margin,
         .needs = {{"selection.kind", {"entropy_redundancy", "entropy_plpd", "entropy_weighted"}}},
         .for_memory = 0.4, .first_format = true},
        {.path = "selection.redundancy_margin", .block = "selection",
         .access = member_at([](auto& r) -> auto& { return r.selection.redundancy_margin; }),
         .title = LAB_WORDS("RecipeFields", "Redundancy margin"),
         .hint = LAB_WORDS("RecipeFields", "Keep predictions whose cosine with the moving average is below this (EATA)."),
         .change = LAB_WORDS("RecipeFields", "redundancy margin %1"), .range = any_margin,
         .needs = {{"selection.kind", {"entropy_redundancy"}}},
         .for_memory = std::numeric_limits<double>::infinity(), .first_format = true},
        {.path = "selection.plpd_threshold", .block = "selection",
         .access = member_at([](auto& r) -> auto& { return r.selection.plpd_threshold; }),
         .title = LAB_WORDS("RecipeFields", "Shape threshold"),
         .hint = LAB_WORDS("RecipeFields", "Keep samples whose confidence falls by more than this when the picture's patches are shuffled (DeYO)."),
         .change = LAB_WORDS("RecipeFields", "shape threshold %1"), .range = {-1, 1},
         .needs = {{"selection.kind", {"entropy_plpd"}}}, .for_memory = -1.0, .first_format = true},
        {.path = "selection.probability_momentum", .block = "selection", .access = member_at([](auto& r) -> auto& { return r.selection.probability_momentum; }),
         .title = LAB_WORDS("RecipeFields", "Average of predictions"),
         .hint = LAB_WORDS("RecipeFields", "Momentum of the moving average that predictions are compared with (EATA, ROID)."),
         .change = LAB_WORDS("RecipeFields", "momentum of the predictions %1"),
         .range = {0, 1, true}, .slider = {0, 0.99},
         .needs = {{"selection.kind", {"entropy_redundancy", "diversity_certainty"}}}, .for_memory = 0.9},
        {.path = "selection.probability_threshold", .block = "selection", .access = member_at([](auto& r) -> auto& { return r.selection.probability_threshold; }),
         .title = LAB_WORDS("RecipeFields", "Probability threshold"),
         .hint = LAB_WORDS("RecipeFields", "Keep samples whose most probable class is above this (DELTA with labels)."),
         .change = LAB_WORDS("RecipeFields", "probability threshold %1"),
         .range = {0, 1},
         .needs = {{"selection.kind", {"probability"}}}, .for_memory = 0.0},
        {.path = "selection.temperature", .block = "selection", .access = member_at([](auto& r) -> auto& { return r.selection.temperature; }),
         .title = LAB_WORDS("RecipeFields", "Temperature τ"),
         .hint = LAB_WORDS("RecipeFields", "τ in the weight exp(diversity · certainty / τ) (ROID)."),
         .change = LAB_WORDS("RecipeFields", "weights' temperature %1"),
         .range = {0.001, 1000}, .slider = {0.01, 10, true},
         .needs = {{"selection.kind", {"diversity_certainty"}}}, .for_memory = 1.0},
        {.path = "selection.class_balanced", .block = "selection", .access = member_at([](auto& r) -> auto& { return r.selection.class_balanced; }),
         .title = LAB_WORDS("RecipeFields", "Class balance"),
         .hint = LAB_WORDS("RecipeFields", "Samples of classes that were rarely predicted weigh more (DELTA)."),
         .change = LAB_WORDS("RecipeFields", "class balance %1"),
         .tick = LAB_WORDS("RecipeFields", "rare classes weigh more"), .for_memory = false},
        {.path = "selection.class_momentum", .block = "selection", .access = member_at([](auto& r) -> auto& { return r.selection.class_momentum; }),
         .title = LAB_WORDS("RecipeFields", "Class momentum"),
         .hint = LAB_WORDS("RecipeFields", "Momentum of the average of predictions that tells which classes are rare (DELTA)."),
         .change = LAB_WORDS("RecipeFields", "class momentum %1"),
         .range = {0, 1, true}, .slider = {0, 0.99},
         .needs = {{"selection.class_balanced", {"true"}}}, .for_memory = 0.95}};
}

std::vector<RecipeField> objective_rows() {
    return {
        {.path = "objective", .block = "objective", .access = objective_kinds(),
         .title = LAB_WORDS("RecipeFields", "Minimises"),
         .hint = LAB_WORDS("RecipeFields", "H(p_o), per sample, on the online branch."),
         .change = LAB_WORDS("RecipeFields", "objective %1"), .first_format = true},
        {.path = "loss.mean", .block = "objective", .access = loss_means(),
         .title = LAB_WORDS("RecipeFields", "Mean over"),
         .hint = LAB_WORDS("RecipeFields", "What the sum of the loss is divided by (ROID: the batch; NOTE: samples and classes)."),
         .change = LAB_WORDS("RecipeFields", "mean over %1"), .for_memory = std::string("kept")},
        {.path = "loss.batch_size", .block = "objective", .access = member_at([](auto& r) -> auto& { return r.loss.batch_size; }),
         .title = LAB_WORDS("RecipeFields", "Batch size"),
         .hint = LAB_WORDS("RecipeFields", "What a mean over the batch divides by; 0: the size of the batch. The published ROID divides a short last batch by the full size."),
         .change = LAB_WORDS("RecipeFields", "divisor of the loss %1"),
         .range = {0, 1000000},
         .needs = {{"loss.mean", {"batch"}}}, .for_memory = std::int64_t{0}},
        {.path = "loss.clip", .block = "objective", .access = member_at([](auto& r) -> auto& { return r.loss.clip; }),
         .title = LAB_WORDS("RecipeFields", "Probability clip"),
         .hint = LAB_WORDS("RecipeFields", "Soft likelihood ratio: probabilities are cut here and have no gradient above; 1 means the exact ratio (ROID: 0.99)."),
         .change = LAB_WORDS("RecipeFields", "probability clip %1"),
         .range = {0.5, 1}, .slider = {0.5, 1},
         .needs = {{"objective", {"soft_likelihood_ratio"}}}, .for_memory = 1.0},
        {.path = "loss.log_epsilon", .block = "objective", .access = member_at([](auto& r) -> auto& { return r.loss.log_epsilon; }),
         .title = LAB_WORDS("RecipeFields", "Logarithm ε"),
         .hint = LAB_WORDS("RecipeFields", "What is added inside logarithms (ROID 1e-5, SHOT 1e-10, NOTE 1e-6)."),
         .change = LAB_WORDS("RecipeFields", "logarithm ε %1"),
         .range = {0, 1}, .slider = {1e-12, 0.1, true, true},
         .needs = {{"objective", {"entropy", "soft_likelihood_ratio", "information_maximisation"}}}, .for_memory = 0.0},
        {.path = "loss.consistency", .block = "objective", .access = member_at([](auto& r) -> auto& { return r.loss.consistency; }),
         .title = LAB_WORDS("RecipeFields", "Consistency"),
         .hint = LAB_WORDS("RecipeFields", "Factor of the symmetric cross-entropy between a kept sample and its view (ROID); 0 means none."),
         .change = LAB_WORDS("RecipeFields", "consistency %1"),
         .range = {0, 1000}, .slider = {0.01, 10, true, true},
         .needs = {{"views.kind", {"strong", "mild", "mixed"}}}}};
}
// clang-format on

} // namespace lab
