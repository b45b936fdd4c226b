#include "core/recipe/recipe_fields.h"

#include "core/base/words.h"
#include "core/recipe/field_access.h"
#include "core/recipe/field_rows.h"

#include <utility>

namespace lab {

namespace {

// clang-format off
FieldAccess trained_kinds() {
    return choice_at<TrainedKind>([](auto& r) -> auto& { return r.trained.kind; }, {
        {TrainedKind::norms, "norms", LAB_WORDS("RecipeFields", "norm layers")},
        {TrainedKind::head, "head", LAB_WORDS("RecipeFields", "the head")},
        {TrainedKind::all, "all", LAB_WORDS("RecipeFields", "all layers")},
        {TrainedKind::encoder, "encoder", LAB_WORDS("RecipeFields", "all but the head")},
        {TrainedKind::none, "none", LAB_WORDS("RecipeFields", "no layer")},
        {TrainedKind::lora, "lora", LAB_WORDS("RecipeFields", "low-rank pairs"), true},
        {TrainedKind::norms_and_lora, "norms_and_lora", LAB_WORDS("RecipeFields", "norm layers and low-rank pairs"), true},
        {TrainedKind::shift, "shift", LAB_WORDS("RecipeFields", "a vector before the head"), true}});
}

FieldAccess statistics_kinds() {
    return choice_at<StatisticsKind>([](auto& r) -> auto& { return r.statistics.kind; }, {
        {StatisticsKind::source, "source", LAB_WORDS("RecipeFields", "of the training")},
        {StatisticsKind::batch, "batch", LAB_WORDS("RecipeFields", "of the batch")},
        {StatisticsKind::mixed, "mixed", LAB_WORDS("RecipeFields", "of both")},
        {StatisticsKind::moving, "moving", LAB_WORDS("RecipeFields", "moved by every batch")},
        {StatisticsKind::robust, "robust", LAB_WORDS("RecipeFields", "moved by every update")},
        {StatisticsKind::instance, "instance", LAB_WORDS("RecipeFields", "corrected by each picture")},
        {StatisticsKind::renormalised, "renormalised", LAB_WORDS("RecipeFields", "averages of the batches")}});
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
         .hint = LAB_WORDS("RecipeFields", "Where the published code departs from its paper. SAR: keep the low moving average across a reset. ASR with a pull to the source: a reset lands on what the weights are pulled towards."),
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
         .change = LAB_WORDS("RecipeFields", "statistics %1")},
        {.path = "statistics.share", .block = "layers", .access = member_at([](auto& r) -> auto& { return r.statistics.share; }),
         .title = LAB_WORDS("RecipeFields", "Share of the batch"),
         .hint = LAB_WORDS("RecipeFields", "What a batch counts in the statistics that it is mixed with (BN-α 0.1, RoTTA 0.05, NOTE 0.01)."),
         .change = LAB_WORDS("RecipeFields", "share of the batch %1"),
         .range = {0, 1},
         .needs = {{"statistics.kind", {"mixed", "moving", "robust", "instance", "renormalised"}}}, .for_memory = 0.1},
        {.path = "statistics.shrinkage", .block = "layers", .access = member_at([](auto& r) -> auto& { return r.statistics.shrinkage; }),
         .title = LAB_WORDS("RecipeFields", "Shrinkage k"),
         .hint = LAB_WORDS("RecipeFields", "Standard errors by which a picture may depart from the averages before it is corrected (NOTE)."),
         .change = LAB_WORDS("RecipeFields", "shrinkage %1"),
         .range = {0, 1000}, .slider = {0.1, 100, true, true},
         .needs = {{"statistics.kind", {"instance"}}}, .for_memory = 4.0}};
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
             {selection_rows(), objective_rows(), alignment_rows(), optimiser_rows(), recovery_rows(),
              restoration_rows(), layer_rows(), memory_rows(), output_rows(), language_rows()})
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
        {"restoration", LAB_WORDS("RecipeFields", "Restoration"), 1},
        {"views", LAB_WORDS("RecipeFields", "Views"), 1},
        {"memory", LAB_WORDS("RecipeFields", "Memory"), 1},
        {"teacher", LAB_WORDS("RecipeFields", "Teacher"), 1},
        {"output", LAB_WORDS("RecipeFields", "Output"), 1},
        {"tokens", LAB_WORDS("RecipeFields", "Tokens"), 0},
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
