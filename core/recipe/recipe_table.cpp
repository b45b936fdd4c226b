#include "core/recipe/recipe.h"

#include "core/recipe/recipe_lookup.h"

namespace lab {

namespace {

// The blocks, by the names under which the table below combines them.
constexpr Selection everything{};
constexpr Selection confident{SelectionKind::entropy, 0.4, 0.4, 0.4, 0.2};
constexpr Selection confident_and_new{SelectionKind::entropy_redundancy, 0.4, 0.4, 0.4, 0.2};
constexpr Selection confident_and_shaped{SelectionKind::entropy_plpd, 0.5, 0.4, 0.4, 0.2};
constexpr Alignment no_pair{};
constexpr Alignment siamese{PredictorKind::linear, true, 1.0, DivergenceKind::symmetric_kl};
constexpr Regulariser no_fisher{0.0};
constexpr Regulariser fisher{1.0};
constexpr Optimiser sgd{};
constexpr Optimiser sam{OptimiserKind::sam, 0.01, 0.01, 0.9, 0.05};
constexpr Recovery no_recovery{};
constexpr Recovery recovery{true, 0.2};
constexpr RateRule as_tent{};
constexpr RateRule as_sar{false, true, true};
constexpr RateRule as_come{false, false, true};
constexpr RateRule as_zerosiam{true, false, true};
constexpr RateRule as_zerosiam_on_sar{true, true, true};
constexpr auto entropy = ObjectiveKind::entropy;
constexpr auto come = ObjectiveKind::come;

Recipe recipe(Selection s, ObjectiveKind o, Alignment a, Regulariser r, Optimiser opt, Recovery rec) {
    Recipe made;
    made.selection = s;
    made.objective = o;
    made.alignment = a;
    made.regulariser = r;
    made.optimiser = opt;
    made.recovery = rec;
    return made;
}

Recipe still() {
    Recipe none;
    none.adapts = false;
    return none;
}

} // namespace

const std::vector<NamedRecipe>& named_recipes() {
    // clang-format off
    static const std::vector<NamedRecipe> table = {
        {"no_adaptation", "No adaptation", "The model as it was trained. Its accuracy is what every method has to beat.", still(), as_tent},
        {"tent", "Tent", "Lowers the entropy of every prediction by training the norm layers. Simple, and it collapses: one class for everything also has no entropy.",
            recipe(everything, entropy, no_pair, no_fisher, sgd, no_recovery), as_tent},
        {"zerosiam", "ZeroSiam", "Tent with an asymmetric pair: a trained predictor in one branch, a stop-gradient on the other, and a divergence that keeps the two together. The predictor takes up what would collapse the model.",
            recipe(everything, entropy, siamese, no_fisher, sgd, no_recovery), as_zerosiam},
        {"eta", "ETA", "Tent on confident samples that differ from what was seen before, the more confident ones weighing more.",
            recipe(confident_and_new, entropy, no_pair, no_fisher, sgd, no_recovery), as_tent},
        {"eata", "EATA", "ETA with a Fisher penalty that holds important weights near where they started.",
            recipe(confident_and_new, entropy, no_pair, fisher, sgd, no_recovery), as_tent},
        {"sar", "SAR", "Tent on confident samples with a sharpness-aware step, and back to the start when the loss tells of a collapse.",
            recipe(confident, entropy, no_pair, no_fisher, sam, recovery), as_sar},
        {"deyo", "DeYO", "Tent on confident samples whose prediction depends on the shape of the object: it must fall when the picture's patches are shuffled.",
            recipe(confident_and_shaped, entropy, no_pair, no_fisher, sgd, no_recovery), as_sar},
        {"come", "COME", "Tent with another objective: the entropy of an opinion that may also say \"uncertain\".",
            recipe(everything, come, no_pair, no_fisher, sgd, no_recovery), as_come},
        {"eata_come", "EATA + COME", "EATA's samples with COME's objective.",
            recipe(confident_and_new, come, no_pair, fisher, sgd, no_recovery), as_come},
        {"sar_come", "SAR + COME", "SAR's samples and step with COME's objective.",
            recipe(confident, come, no_pair, no_fisher, sam, recovery), as_sar},
        {"deyo_come", "DeYO + COME", "DeYO's samples with COME's objective.",
            recipe(confident_and_shaped, come, no_pair, no_fisher, sgd, no_recovery), as_sar},
        {"zerosiam_eata", "ZeroSiam + EATA", "EATA's samples and weights with ZeroSiam's loss.",
            recipe(confident_and_new, entropy, siamese, no_fisher, sgd, no_recovery), as_zerosiam},
        {"zerosiam_sar", "ZeroSiam + SAR", "SAR's samples, step and recovery with ZeroSiam's loss.",
            recipe(confident, entropy, siamese, no_fisher, sam, recovery), as_zerosiam_on_sar},
        {"zerosiam_deyo", "ZeroSiam + DeYO", "DeYO's samples and weights with ZeroSiam's loss.",
            recipe(confident_and_shaped, entropy, siamese, no_fisher, sgd, no_recovery), as_zerosiam_on_sar},
    };
    // clang-format on
    return table;
}

const NamedRecipe& named_recipe(std::string_view id) {
    return recipe_in(named_recipes(), id);
}

} // namespace lab
