#include "core/base/words.h"
#include "core/recipe/field_access.h"
#include "core/recipe/field_rows.h"

namespace lab {

namespace {

// clang-format off
constexpr FieldRange any_rate{0, 1000};
constexpr FieldSlider rate_slider{1e-5, 1, true, true};

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
        {OptimiserKind::sam, "sam", LAB_WORDS("RecipeFields", "SAM, sharpness-aware")},
        {OptimiserKind::adam, "adam", LAB_WORDS("RecipeFields", "Adam")},
        {OptimiserKind::adamw, "adamw", LAB_WORDS("RecipeFields", "AdamW"), true}});
}

} // namespace

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
         .slider = {0.01, 10000, true, true}, .for_memory = 0.0, .first_format = true},
        {.path = "regulariser.running_fisher", .block = "regulariser", .access = member_at([](auto& r) -> auto& { return r.regulariser.running_fisher; }),
         .title = LAB_WORDS("RecipeFields", "Running Fisher"),
         .hint = LAB_WORDS("RecipeFields", "p0 in p0 · φ² · Σ F (θ − θ̄)²: F and θ̄ are means since the last adaptive reset, φ is the share of predictions unlike the source's (ASR); 0 means none."),
         .change = LAB_WORDS("RecipeFields", "running Fisher %1"),
         .range = {.lowest = 0}, .slider = {0.01, 10000, true, true},
         .needs = {{"recovery.enabled", {"true"}, "the recipe's recovery is not enabled"}, {"recovery.kind", {"adaptive"}}}},
        {.path = "regulariser.cosine", .block = "regulariser", .access = member_at([](auto& r) -> auto& { return r.regulariser.cosine; }),
         .title = LAB_WORDS("RecipeFields", "Cosine to the source"),
         .hint = LAB_WORDS("RecipeFields", "λ0 of −mean cos(θ, θ0), times the divergence of the features from their classes (PeTTA); 0 means none."),
         .change = LAB_WORDS("RecipeFields", "cosine to the source %1"),
         .range = {.lowest = 0}, .slider = {0.01, 1000, true, true},
         .needs = {{"teacher.by_divergence", {"true"}}}},
        {.path = "regulariser.anchor", .block = "regulariser", .access = member_at([](auto& r) -> auto& { return r.regulariser.anchor; }),
         .title = LAB_WORDS("RecipeFields", "Anchor"),
         .hint = LAB_WORDS("RecipeFields", "Factor of the cross-entropy to the source's predictions (PeTTA); 0 means none."),
         .change = LAB_WORDS("RecipeFields", "anchor %1"),
         .range = {.lowest = 0}, .slider = {0.01, 100, true, true},
         .needs = {{"teacher.kind", {"average", "source"}}, {"memory.kind", {"timely", "balanced"}}}}};
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
         .needs = {{"optimiser.kind", {"sgd", "sam"}}},
         .told = FieldTold::always, .first_format = true},
        {.path = "optimiser.rho", .block = "optimiser",
         .access = member_at([](auto& r) -> auto& { return r.optimiser.rho; }),
         .title = LAB_WORDS("RecipeFields", "Climb ρ"),
         .hint = LAB_WORDS("RecipeFields", "Length of SAM's climb."),
         .change = LAB_WORDS("RecipeFields", "climb ρ %1"), .range = any_rate, .slider = {0.001, 1, true, true},
         .needs = {{"optimiser.kind", {"sam"}}}, .for_memory = 0.05, .first_format = true},
        {.path = "optimiser.nesterov", .block = "optimiser", .access = member_at([](auto& r) -> auto& { return r.optimiser.nesterov; }),
         .title = LAB_WORDS("RecipeFields", "Nesterov"),
         .hint = LAB_WORDS("RecipeFields", "The step looks ahead: rate · (g + momentum · buffer)."),
         .change = LAB_WORDS("RecipeFields", "Nesterov %1"),
         .tick = LAB_WORDS("RecipeFields", "look ahead"),
         .needs = {{"optimiser.kind", {"sgd", "sam"}}}, .for_memory = false},
        {.path = "optimiser.beta1", .block = "optimiser", .access = member_at([](auto& r) -> auto& { return r.optimiser.beta1; }),
         .title = LAB_WORDS("RecipeFields", "β1"),
         .hint = LAB_WORDS("RecipeFields", "Adam's momentum of the gradient."),
         .change = LAB_WORDS("RecipeFields", "β1 %1"),
         .range = {0, 1, true}, .slider = {0, 0.99},
         .needs = {{"optimiser.kind", {"adam", "adamw"}}}, .for_memory = 0.9},
        {.path = "optimiser.beta2", .block = "optimiser", .access = member_at([](auto& r) -> auto& { return r.optimiser.beta2; }),
         .title = LAB_WORDS("RecipeFields", "β2"),
         .hint = LAB_WORDS("RecipeFields", "Adam's momentum of the squared gradient."),
         .change = LAB_WORDS("RecipeFields", "β2 %1"),
         .range = {0, 1, true}, .slider = {0, 0.999},
         .needs = {{"optimiser.kind", {"adam", "adamw"}}}, .for_memory = 0.999},
        {.path = "optimiser.epsilon", .block = "optimiser", .access = member_at([](auto& r) -> auto& { return r.optimiser.epsilon; }),
         .title = LAB_WORDS("RecipeFields", "Adam's ε"),
         .hint = LAB_WORDS("RecipeFields", "What is added to the root of the mean square."),
         .change = LAB_WORDS("RecipeFields", "Adam's ε %1"),
         .range = {1e-300, 1}, .slider = {1e-10, 0.01, true},
         .needs = {{"optimiser.kind", {"adam", "adamw"}}}, .for_memory = 1e-8}};
}
// clang-format on

} // namespace lab
