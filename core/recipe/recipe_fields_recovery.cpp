#include "core/base/words.h"
#include "core/recipe/field_access.h"
#include "core/recipe/field_rows.h"

namespace lab {

namespace {

// clang-format off
FieldAccess recovery_kinds() {
    return choice_at<RecoveryKind>([](auto& r) -> auto& { return r.recovery.kind; }, {
        {RecoveryKind::loss_falls, "loss_falls", LAB_WORDS("RecipeFields", "when the loss falls")},
        {RecoveryKind::every, "every", LAB_WORDS("RecipeFields", "every so many steps")},
        {RecoveryKind::adaptive, "adaptive", LAB_WORDS("RecipeFields", "when predictions concentrate")},
        {RecoveryKind::episodic, "episodic", LAB_WORDS("RecipeFields", "before every picture")}});
}

FieldAccess restoration_kinds() {
    return choice_at<RestorationKind>([](auto& r) -> auto& { return r.restoration.kind; }, {
        {RestorationKind::none, "none", LAB_WORDS("RecipeFields", "nothing")},
        {RestorationKind::pull, "pull", LAB_WORDS("RecipeFields", "a pull to the source")},
        {RestorationKind::filter, "filter", LAB_WORDS("RecipeFields", "a filter")},
        {RestorationKind::stochastic, "stochastic", LAB_WORDS("RecipeFields", "chance")}});
}

} // namespace

std::vector<RecipeField> recovery_rows() {
    return {
        {.path = "recovery.enabled", .block = "recovery",
         .access = member_at([](auto& r) -> auto& { return r.recovery.enabled; }),
         .title = LAB_WORDS("RecipeFields", "Recovery"),
         .hint = LAB_WORDS("RecipeFields", "What brings everything back to where it started; its kind says when."),
         .change = LAB_WORDS("RecipeFields", "recovery %1"),
         .caption = LAB_WORDS("RecipeFields", "Back to start"),
         .tick = LAB_WORDS("RecipeFields", "while adapting"),
         .for_memory = false, .first_format = true},
        {.path = "recovery.threshold", .block = "recovery",
         .access = member_at([](auto& r) -> auto& { return r.recovery.threshold; }),
         .title = LAB_WORDS("RecipeFields", "Threshold"),
         .hint = LAB_WORDS("RecipeFields", "Of the moving average of the loss."),
         .change = LAB_WORDS("RecipeFields", "recovery threshold %1"), .unit = "nats", .range = {-1000, 1000},
         .slider = {0, 2}, .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}, {"recovery.kind", {"loss_falls"}}},
         .for_memory = 0.2, .first_format = true},
        {.path = "recovery.kind", .block = "recovery", .access = recovery_kinds(),
         .title = LAB_WORDS("RecipeFields", "When"),
         .hint = LAB_WORDS("RecipeFields", "When everything goes back to the start: when the moving average of the loss falls below the threshold (SAR), every so many steps (RDumb), when predictions concentrate on few classes (ASR), or before every picture (MEMO)."),
         .change = LAB_WORDS("RecipeFields", "recovery %1"),
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}}},
        {.path = "recovery.every", .block = "recovery", .access = member_at([](auto& r) -> auto& { return r.recovery.every; }),
         .title = LAB_WORDS("RecipeFields", "Every"),
         .hint = LAB_WORDS("RecipeFields", "Steps from one return to the next (RDumb)."),
         .change = LAB_WORDS("RecipeFields", "recovery every %1 steps"), .unit = "steps",
         .range = {1, 1000000000},
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}, {"recovery.kind", {"every"}}}, .for_memory = std::int64_t{1000}},
        {.path = "adaptive_reset.start", .block = "recovery", .access = member_at([](auto& r) -> auto& { return r.adaptive_reset.start; }),
         .title = LAB_WORDS("RecipeFields", "Start a0"),
         .hint = LAB_WORDS("RecipeFields", "The threshold C of the entropy of the mean logits starts at ln(a0 · K) (ASR)."),
         .change = LAB_WORDS("RecipeFields", "adaptive start %1"),
         .range = {1e-6, 1}, .slider = {0.001, 1, true},
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}, {"recovery.kind", {"adaptive"}}}, .for_memory = 0.5},
        {.path = "adaptive_reset.memory", .block = "recovery", .access = member_at([](auto& r) -> auto& { return r.adaptive_reset.memory; }),
         .title = LAB_WORDS("RecipeFields", "Memory m0"),
         .hint = LAB_WORDS("RecipeFields", "C keeps the share 1 − m0 + m0 · φ of itself, φ being the share of predictions unlike the source's (ASR)."),
         .change = LAB_WORDS("RecipeFields", "adaptive memory %1"),
         .range = {0, 1},
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}, {"recovery.kind", {"adaptive"}}}, .for_memory = 0.15},
        {.path = "adaptive_reset.kept", .block = "recovery", .access = member_at([](auto& r) -> auto& { return r.adaptive_reset.kept; }),
         .title = LAB_WORDS("RecipeFields", "Kept r0"),
         .hint = LAB_WORDS("RecipeFields", "Share of the trained tensors, from the input, that a reset leaves alone (ASR)."),
         .change = LAB_WORDS("RecipeFields", "adaptive share kept %1"),
         .range = {0, 1},
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}, {"recovery.kind", {"adaptive"}}}, .for_memory = 0.5},
        {.path = "adaptive_reset.slope", .block = "recovery", .access = member_at([](auto& r) -> auto& { return r.adaptive_reset.slope; }),
         .title = LAB_WORDS("RecipeFields", "Slope r1"),
         .hint = LAB_WORDS("RecipeFields", "How much less is left alone, the further predictions have concentrated (ASR)."),
         .change = LAB_WORDS("RecipeFields", "adaptive slope %1"),
         .range = {0, 1000}, .slider = {0.01, 100, true, true},
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}, {"recovery.kind", {"adaptive"}}}, .for_memory = 20.0}};
}

std::vector<RecipeField> restoration_rows() {
    return {
        {.path = "restoration.kind", .block = "restoration", .access = restoration_kinds(),
         .title = LAB_WORDS("RecipeFields", "Draws back"),
         .hint = LAB_WORDS("RecipeFields", "What draws the weights back after every update: a pull to the source (ROID), hidden weights that a filter estimates (CMF), or chance (CoTTA)."),
         .change = LAB_WORDS("RecipeFields", "restoration %1")},
        {.path = "restoration.keep", .block = "restoration", .access = member_at([](auto& r) -> auto& { return r.restoration.keep; }),
         .title = LAB_WORDS("RecipeFields", "Weights kept"),
         .hint = LAB_WORDS("RecipeFields", "θ ← keep · θ + (1 − keep) · θ0, or hidden weights in place of θ0."),
         .change = LAB_WORDS("RecipeFields", "weights kept %1"),
         .range = {0, 1}, .slider = {0.9, 1},
         .needs = {{"restoration.kind", {"pull", "filter"}}}, .for_memory = 0.99},
        {.path = "restoration.hidden_keep", .block = "restoration", .access = member_at([](auto& r) -> auto& { return r.restoration.hidden_keep; }),
         .title = LAB_WORDS("RecipeFields", "Hidden weights kept"),
         .hint = LAB_WORDS("RecipeFields", "What stays of the hidden weights; the rest is the source (CMF)."),
         .change = LAB_WORDS("RecipeFields", "hidden weights kept %1"),
         .range = {0, 1}, .slider = {0.9, 1},
         .needs = {{"restoration.kind", {"filter"}}}, .for_memory = 0.99},
        {.path = "restoration.noise", .block = "restoration", .access = member_at([](auto& r) -> auto& { return r.restoration.noise; }),
         .title = LAB_WORDS("RecipeFields", "Process noise Q"),
         .hint = LAB_WORDS("RecipeFields", "Variance that a step adds, times the number of trained values / 38400 (CMF)."),
         .change = LAB_WORDS("RecipeFields", "process noise %1"),
         .range = {0, 1000000}, .slider = {0.0001, 1000, true, true},
         .needs = {{"restoration.kind", {"filter"}}}, .for_memory = 0.005},
        {.path = "restoration.probability", .block = "restoration", .access = member_at([](auto& r) -> auto& { return r.restoration.probability; }),
         .title = LAB_WORDS("RecipeFields", "Probability"),
         .hint = LAB_WORDS("RecipeFields", "With which each value returns to the source (CoTTA)."),
         .change = LAB_WORDS("RecipeFields", "restored with probability %1"),
         .range = {0, 1}, .slider = {0.0001, 1, true, true},
         .needs = {{"restoration.kind", {"stochastic"}}}, .for_memory = 0.01}};
}
// clang-format on

} // namespace lab
