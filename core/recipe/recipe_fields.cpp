#include "core/recipe/recipe_fields.h"

#include "core/base/words.h"
#include "core/recipe/field_access.h"

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

// clang-format off
constexpr FieldRange any_margin{0, 1000};
constexpr FieldRange any_rate{0, 1000};
constexpr FieldSlider rate_slider{1e-5, 1, true, true};

FieldAccess selection_kinds() {
    return choice_at<SelectionKind>([](auto& r) -> auto& { return r.selection.kind; }, {
        {SelectionKind::all, "all", LAB_WORDS("RecipeFields", "all samples")},
        {SelectionKind::entropy, "entropy", LAB_WORDS("RecipeFields", "confident")},
        {SelectionKind::entropy_redundancy, "entropy_redundancy", LAB_WORDS("RecipeFields", "confident and new")},
        {SelectionKind::entropy_plpd, "entropy_plpd", LAB_WORDS("RecipeFields", "confident by shape")}});
}

FieldAccess objective_kinds() {
    return choice_at<ObjectiveKind>([](auto& r) -> auto& { return r.objective; }, {
        {ObjectiveKind::entropy, "entropy", LAB_WORDS("RecipeFields", "entropy")},
        {ObjectiveKind::come, "come", LAB_WORDS("RecipeFields", "COME")},
        {ObjectiveKind::pseudo_label, "pseudo_label", LAB_WORDS("RecipeFields", "pseudo-label")},
        {ObjectiveKind::soft_likelihood_ratio, "soft_likelihood_ratio", LAB_WORDS("RecipeFields", "soft likelihood ratio")},
        {ObjectiveKind::negative_squared, "negative_squared", LAB_WORDS("RecipeFields", "negative squared")}});
}

FieldAccess predictor_kinds() {
    return choice_at<PredictorKind>([](auto& r) -> auto& { return r.alignment.predictor; }, {
        {PredictorKind::none, "none", LAB_WORDS("RecipeFields", "none")},
        {PredictorKind::linear, "linear", LAB_WORDS("RecipeFields", "linear")},
        {PredictorKind::fixed_random, "fixed_random", LAB_WORDS("RecipeFields", "fixed random")},
        {PredictorKind::mlp, "mlp", LAB_WORDS("RecipeFields", "two layers")}});
}

FieldAccess divergence_kinds() {
    return choice_at<DivergenceKind>([](auto& r) -> auto& { return r.alignment.divergence; }, {
        {DivergenceKind::symmetric_kl, "symmetric_kl", LAB_WORDS("RecipeFields", "symmetric KL")},
        {DivergenceKind::kl, "kl", LAB_WORDS("RecipeFields", "KL")},
        {DivergenceKind::reverse_kl, "reverse_kl", LAB_WORDS("RecipeFields", "reverse KL")},
        {DivergenceKind::jensen_shannon, "jensen_shannon", LAB_WORDS("RecipeFields", "Jensen-Shannon")},
        {DivergenceKind::mean_squared, "mean_squared", LAB_WORDS("RecipeFields", "mean squared")}});
}

FieldAccess optimiser_kinds() {
    return choice_at<OptimiserKind>([](auto& r) -> auto& { return r.optimiser.kind; }, {
        {OptimiserKind::sgd, "sgd", LAB_WORDS("RecipeFields", "SGD")},
        {OptimiserKind::sam, "sam", LAB_WORDS("RecipeFields", "SAM, sharpness-aware")}});
}

FieldAccess trained_kinds() {
    return choice_at<TrainedKind>([](auto& r) -> auto& { return r.trained.kind; }, {
        {TrainedKind::norms, "norms", LAB_WORDS("RecipeFields", "norm layers")},
        {TrainedKind::head, "head", LAB_WORDS("RecipeFields", "the head")},
        {TrainedKind::all, "all", LAB_WORDS("RecipeFields", "all layers")},
        {TrainedKind::none, "none", LAB_WORDS("RecipeFields", "no layer")}});
}

FieldAccess statistics_kinds() {
    return choice_at<StatisticsKind>([](auto& r) -> auto& { return r.statistics.kind; }, {
        {StatisticsKind::source, "source", LAB_WORDS("RecipeFields", "of the training")},
        {StatisticsKind::batch, "batch", LAB_WORDS("RecipeFields", "of the batch")}});
}

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
         .needs = {{"selection.kind", {"entropy", "entropy_redundancy", "entropy_plpd"}}},
         .for_memory = std::numeric_limits<double>::infinity(), .first_format = true},
        {.path = "selection.weight_margin", .block = "selection",
         .access = member_at([](auto& r) -> auto& { return r.selection.weight_margin; }),
         .title = LAB_WORDS("RecipeFields", "Weight margin"),
         .hint = LAB_WORDS("RecipeFields", "E0 / ln K in the weight exp(E0 − E) (EATA, DeYO)."),
         .change = LAB_WORDS("RecipeFields", "weight margin %1"), .unit = "ln K", .range = any_margin,
         .needs = {{"selection.kind", {"entropy_redundancy", "entropy_plpd"}}},
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
        {.path = "objective", .block = "objective", .access = objective_kinds(),
         .title = LAB_WORDS("RecipeFields", "Minimises"),
         .hint = LAB_WORDS("RecipeFields", "H(p_o), per sample, on the online branch."),
         .change = LAB_WORDS("RecipeFields", "objective %1"), .first_format = true}};
}

std::vector<RecipeField> alignment_rows() {
    const FieldNeed pair{"alignment.predictor", {"linear", "fixed_random", "mlp"}};
    return {
        {.path = "alignment.predictor", .block = "alignment", .access = predictor_kinds(),
         .title = LAB_WORDS("RecipeFields", "Predictor"),
         .hint = LAB_WORDS("RecipeFields", "h(f) = θ_h f before the head of the online branch; linear starts as the identity. ZeroSiam, arXiv 2509.23183."),
         .change = LAB_WORDS("RecipeFields", "predictor %1"), .card_row = 1, .told = FieldTold::in_use, .first_format = true},
        {.path = "alignment.stop_gradient", .block = "alignment",
         .access = member_at([](auto& r) -> auto& { return r.alignment.stop_gradient; }),
         .title = LAB_WORDS("RecipeFields", "Stop-gradient"),
         .hint = LAB_WORDS("RecipeFields", "D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183."),
         .change = LAB_WORDS("RecipeFields", "stop-gradient %1"),
         .caption = LAB_WORDS("RecipeFields", "Target branch"),
         .tick = LAB_WORDS("RecipeFields", "stop-gradient"),
         .needs = {pair}, .card_row = 1, .told = FieldTold::always, .first_format = true},
        {.path = "alignment.alpha", .block = "alignment",
         .access = member_at([](auto& r) -> auto& { return r.alignment.alpha; }),
         .title = LAB_WORDS("RecipeFields", "Alignment α"),
         .hint = LAB_WORDS("RecipeFields", "α in L = H(p_o) + α · D(p_o ‖ sg[p_r])."),
         .change = LAB_WORDS("RecipeFields", "α %1"), .range = {0, 1000}, .slider = {0.01, 100, true, true},
         .needs = {pair}, .card_row = 3, .told = FieldTold::always, .first_format = true},
        {.path = "alignment.divergence", .block = "alignment", .access = divergence_kinds(),
         .title = LAB_WORDS("RecipeFields", "Divergence"),
         .hint = LAB_WORDS("RecipeFields", "D in L = H(p_o) + α · D(p_o ‖ sg[p_r])."),
         .change = LAB_WORDS("RecipeFields", "divergence %1"),
         .needs = {pair}, .card_row = 2, .told = FieldTold::always, .first_format = true},
        {.path = "regulariser.fisher_alpha", .block = "regulariser",
         .access = member_at([](auto& r) -> auto& { return r.regulariser.fisher_alpha; }),
         .title = LAB_WORDS("RecipeFields", "Fisher α"),
         .hint = LAB_WORDS("RecipeFields", "α · Σ F (θ − θ0)²; 0 means none (EATA). The Fisher estimate is made when a run begins or the penalty is first switched on."),
         .change = LAB_WORDS("RecipeFields", "Fisher α %1"), .range = {.lowest = 0},
         .slider = {0.01, 10000, true, true}, .for_memory = 0.0, .first_format = true}};
}

std::vector<RecipeField> optimiser_rows() {
    return {
        {.path = "optimiser.kind", .block = "optimiser", .access = optimiser_kinds(),
         .title = LAB_WORDS("RecipeFields", "Kind"),
         .hint = LAB_WORDS("RecipeFields", "SAM climbs first, then descends from there (SAR)."),
         .change = LAB_WORDS("RecipeFields", "optimiser %1"), .first_format = true},
        {.path = "optimiser.rate", .block = "optimiser",
         .access = member_at([](auto& r) -> auto& { return r.optimiser.rate; }),
         .title = LAB_WORDS("RecipeFields", "Norm rate"),
         .hint = LAB_WORDS("RecipeFields", "Learning rate of the norm layers' scale and shift."),
         .change = LAB_WORDS("RecipeFields", "norm rate %1"), .range = any_rate, .slider = rate_slider,
         .for_memory = 0.01, .card_row = 4, .told = FieldTold::always, .first_format = true},
        {.path = "optimiser.predictor_rate", .block = "optimiser",
         .access = member_at([](auto& r) -> auto& { return r.optimiser.predictor_rate; }),
         .title = LAB_WORDS("RecipeFields", "Predictor rate"),
         .hint = LAB_WORDS("RecipeFields", "Learning rate of the predictor θ_h."),
         .change = LAB_WORDS("RecipeFields", "predictor rate %1"), .range = any_rate, .slider = rate_slider,
         .needs = {{"alignment.predictor", {"linear", "mlp"}, "the recipe trains no predictor: alignment.predictor is %1"}},
         .for_memory = 0.01, .card_row = 5, .told = FieldTold::always, .first_format = true},
        {.path = "optimiser.momentum", .block = "optimiser",
         .access = member_at([](auto& r) -> auto& { return r.optimiser.momentum; }),
         .title = LAB_WORDS("RecipeFields", "Momentum"),
         .hint = LAB_WORDS("RecipeFields", "Momentum of the optimiser, 0 to 0.99."),
         .change = LAB_WORDS("RecipeFields", "momentum %1"), .range = {0, 1, true}, .slider = {0, 0.99},
         .told = FieldTold::always, .first_format = true},
        {.path = "optimiser.rho", .block = "optimiser",
         .access = member_at([](auto& r) -> auto& { return r.optimiser.rho; }),
         .title = LAB_WORDS("RecipeFields", "Climb ρ"),
         .hint = LAB_WORDS("RecipeFields", "Length of SAM's climb."),
         .change = LAB_WORDS("RecipeFields", "climb ρ %1"), .range = any_rate, .slider = {0.001, 1, true, true},
         .needs = {{"optimiser.kind", {"sam"}}}, .for_memory = 0.05, .first_format = true},
        {.path = "recovery.enabled", .block = "recovery",
         .access = member_at([](auto& r) -> auto& { return r.recovery.enabled; }),
         .title = LAB_WORDS("RecipeFields", "Recovery"),
         .hint = LAB_WORDS("RecipeFields", "When the moving average of the loss falls below the threshold (SAR)."),
         .change = LAB_WORDS("RecipeFields", "recovery %1"),
         .caption = LAB_WORDS("RecipeFields", "Back to start"),
         .tick = LAB_WORDS("RecipeFields", "when the loss tells of a collapse"),
         .for_memory = false, .first_format = true},
        {.path = "recovery.threshold", .block = "recovery",
         .access = member_at([](auto& r) -> auto& { return r.recovery.threshold; }),
         .title = LAB_WORDS("RecipeFields", "Threshold"),
         .hint = LAB_WORDS("RecipeFields", "Of the moving average of the loss."),
         .change = LAB_WORDS("RecipeFields", "recovery threshold %1"), .unit = "nats", .range = {-1000, 1000},
         .slider = {0, 2}, .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}},
         .for_memory = 0.2, .first_format = true}};
}

std::vector<RecipeField> layer_rows() {
    return {
        {.path = "frozen_prefixes", .block = "layers",
         .access = member_at([](auto& r) -> auto& { return r.frozen_prefixes; }),
         .title = LAB_WORDS("RecipeFields", "Left alone"),
         .hint = LAB_WORDS("RecipeFields", "Norm layers that are not trained: beginnings of their names, separated by commas. SAR and DeYO leave the last stage alone."),
         .change = LAB_WORDS("RecipeFields", "frozen layers %1"),
         .change_to_none = LAB_WORDS("RecipeFields", "no layer frozen"), .first_format = true},
        {.path = "reference_quirks", .block = "layers",
         .access = member_at([](auto& r) -> auto& { return r.reference_quirks; }),
         .title = LAB_WORDS("RecipeFields", "Reference"),
         .hint = LAB_WORDS("RecipeFields", "Where the published code departs from its paper. SAR: keep the low moving average across a reset."),
         .change = LAB_WORDS("RecipeFields", "reference quirks %1"),
         .tick = LAB_WORDS("RecipeFields", "follow the reference code"),
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}},
         .for_memory = false, .first_format = true},
        {.path = "trained.kind", .block = "layers", .access = trained_kinds(),
         .title = LAB_WORDS("RecipeFields", "Trained"),
         .hint = LAB_WORDS("RecipeFields", "Which tensors learn: scales and shifts of the norm layers, the classifier layer, or the encoder too."),
         .change = LAB_WORDS("RecipeFields", "trained: %1")},
        {.path = "statistics.kind", .block = "layers", .access = statistics_kinds(),
         .title = LAB_WORDS("RecipeFields", "Statistics"),
         .hint = LAB_WORDS("RecipeFields", "What BatchNorm layers normalise with while the model adapts. Other norm layers have none."),
         .change = LAB_WORDS("RecipeFields", "statistics %1")}};
}

/// Blocks that have one kind so far: there is nothing to choose in them yet.
std::vector<RecipeField> rows_of_one_kind() {
    return {
        {.path = "views.kind", .block = "views",
         .access = choice_at<ViewsKind>([](auto& r) -> auto& { return r.views.kind; },
                                        {{ViewsKind::none, "none", LAB_WORDS("RecipeFields", "no views")}}),
         .title = LAB_WORDS("RecipeFields", "Views"),
         .hint = LAB_WORDS("RecipeFields", "Further pictures that are made of each one."),
         .change = LAB_WORDS("RecipeFields", "views: %1")},
        {.path = "memory.kind", .block = "memory",
         .access = choice_at<MemoryKind>([](auto& r) -> auto& { return r.memory.kind; },
                                         {{MemoryKind::none, "none", LAB_WORDS("RecipeFields", "no memory")}}),
         .title = LAB_WORDS("RecipeFields", "Memory"),
         .hint = LAB_WORDS("RecipeFields", "Pictures of the past that are learnt from again."),
         .change = LAB_WORDS("RecipeFields", "memory: %1")},
        {.path = "teacher.kind", .block = "teacher",
         .access = choice_at<TeacherKind>([](auto& r) -> auto& { return r.teacher.kind; },
                                          {{TeacherKind::none, "none", LAB_WORDS("RecipeFields", "no teacher")}}),
         .title = LAB_WORDS("RecipeFields", "Teacher"),
         .hint = LAB_WORDS("RecipeFields", "A second model that gives the targets."),
         .change = LAB_WORDS("RecipeFields", "teacher: %1")},
        {.path = "output.kind", .block = "output",
         .access = choice_at<OutputKind>([](auto& r) -> auto& { return r.output.kind; },
                                         {{OutputKind::live, "live", LAB_WORDS("RecipeFields", "the model's own")}}),
         .title = LAB_WORDS("RecipeFields", "Output"),
         .hint = LAB_WORDS("RecipeFields", "Which logits are reported, from before the update."),
         .change = LAB_WORDS("RecipeFields", "output: %1")}};
}

RecipeField adapts_row() {
    return {.path = "adapts", .block = "layers", .access = member_at([](auto& r) -> auto& { return r.adapts; }),
            .title = LAB_WORDS("RecipeFields", "Adaptation"),
            .hint = LAB_WORDS("RecipeFields", "Off: the lane only evaluates."),
            .change = LAB_WORDS("RecipeFields", "adaptation %1"),
            .tick = LAB_WORDS("RecipeFields", "learn from the stream"), .first_format = true};
}
// clang-format on

std::vector<RecipeField>& table() {
    static std::vector<RecipeField> rows = [] {
        std::vector<RecipeField> all = {adapts_row()};
        for (const auto& more :
             {selection_rows(), alignment_rows(), optimiser_rows(), layer_rows(), rows_of_one_kind()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return rows;
}

} // namespace

const std::vector<FieldBlock>& field_blocks() {
    static const std::vector<FieldBlock> blocks = {
        {"selection", LAB_WORDS("RecipeFields", "Selection"), 0},
        {"objective", LAB_WORDS("RecipeFields", "Objective"), 0},
        {"layers", LAB_WORDS("RecipeFields", "Layers"), 0},
        {"alignment", LAB_WORDS("RecipeFields", "Alignment pair"), 1},
        {"regulariser", LAB_WORDS("RecipeFields", "Regulariser"), 1},
        {"optimiser", LAB_WORDS("RecipeFields", "Optimiser"), 1},
        {"recovery", LAB_WORDS("RecipeFields", "Recovery"), 1},
        {"views", LAB_WORDS("RecipeFields", "Views"), 1},
        {"memory", LAB_WORDS("RecipeFields", "Memory"), 1},
        {"teacher", LAB_WORDS("RecipeFields", "Teacher"), 1},
        {"output", LAB_WORDS("RecipeFields", "Output"), 1},
    };
    return blocks;
}

const std::vector<RecipeField>& recipe_fields() {
    return table();
}

bool has_pair(const Recipe& recipe) {
    return recipe.adapts && recipe.alignment.predictor != PredictorKind::none;
}

bool target_is_fixed(const Recipe& recipe) {
    return recipe.alignment.stop_gradient;
}

ExtraRecipeField::ExtraRecipeField(RecipeField row) {
    table().push_back(std::move(row));
}

ExtraRecipeField::~ExtraRecipeField() {
    table().pop_back();
}

} // namespace lab
