#include "core/recipe/recipe.h"

#include "core/recipe/memory_recipes.h"
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
constexpr RateRule as_published(double rate) {
    RateRule rule;
    rule.published = rate;
    return rule;
}
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

/// Other methods begin with Tent, all of whose blocks are the plainest ones.
template <class Change>
Recipe changed(const Change& change) {
    Recipe recipe;
    change(recipe);
    return recipe;
}

/// The published setting of the benchmark by Döbler et al. for ImageNet-C.
void nesterov(Recipe& r) {
    r.optimiser.nesterov = true;
}

/// BatchNorm's statistics alone: nothing learns.
Recipe statistics(StatisticsKind kind, double share) {
    Recipe made;
    made.trained.kind = TrainedKind::none;
    made.statistics.kind = kind;
    made.statistics.share = share;
    return made;
}

/// ETA, and back to the start every 1,000 steps.
void rdumb(Recipe& r) {
    nesterov(r);
    r.selection = confident_and_new;
    r.recovery.enabled = true;
    r.recovery.kind = RecoveryKind::every;
}

/// The likelihood ratio cut and shifted as the published code does it.
void roid(Recipe& r) {
    nesterov(r);
    r.selection.kind = SelectionKind::diversity_certainty;
    r.objective = ObjectiveKind::soft_likelihood_ratio;
    r.loss = {LossMean::batch, 0, 0.99, 1e-5, 1.0};
    r.views.kind = ViewsKind::mild;
    r.restoration.kind = RestorationKind::pull;
    r.output.kind = OutputKind::prior_correction;
}

void cmf(Recipe& r) {
    roid(r);
    r.restoration.kind = RestorationKind::filter;
}

/// ASR's watch and penalty, with its numbers for ResNet-50.
void adaptive_reset(Recipe& r) {
    r.recovery.enabled = true;
    r.recovery.kind = RecoveryKind::adaptive;
    r.regulariser.running_fisher = 5;
}

void shot_im(Recipe& r) {
    nesterov(r);
    r.objective = ObjectiveKind::information_maximisation;
    r.loss.log_epsilon = 1e-10;
    r.trained.kind = TrainedKind::encoder;
}

void delta(Recipe& r) {
    r.selection.kind = SelectionKind::entropy_weighted;
    r.selection.margin = r.selection.weight_margin = 0.5;
    r.selection.class_balanced = true;
    r.statistics.kind = StatisticsKind::renormalised;
    r.statistics.share = 0.05;
}

Recipe still() {
    Recipe none;
    none.adapts = false;
    return none;
}

std::vector<NamedRecipe> with(const std::vector<NamedRecipe>& more, std::vector<NamedRecipe> rows) {
    rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

} // namespace

const std::vector<NamedRecipe>& named_recipes() {
    // clang-format off
    static const std::vector<NamedRecipe> table = with(memory_recipes(), {
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
        {"bn_1", "BN-1", "The model as it was trained, but BatchNorm normalises with each batch's own statistics.",
            statistics(StatisticsKind::batch, 0.1), as_tent},
        {"bn_alpha", "BN-α", "BatchNorm's statistics are nine parts of the training's and one of the batch's: they help even where a batch is small or of one class.",
            statistics(StatisticsKind::mixed, 0.1), as_tent},
        {"bn_ema", "BN-EMA", "BatchNorm's averages from the training move on with every batch.",
            statistics(StatisticsKind::moving, 0.1), as_tent},
        {"iabn", "IABN", "BatchNorm's averages, corrected by a picture's own where these surely differ: a picture's prediction does not depend on its batch.",
            statistics(StatisticsKind::instance, 0.01), as_tent},
        {"tent_adam", "Tent, Adam", "Tent with Adam and its published rate for small pictures.",
            changed([](Recipe& r) { r.optimiser.kind = OptimiserKind::adam; }), as_published(1e-3)},
        {"tent_nesterov", "Tent, Nesterov", "Tent with a step that looks ahead along its momentum.",
            changed(nesterov), as_tent},
        {"rdumb", "RDumb", "ETA, and back to the start every 1,000 steps whatever happens. Simple, and hard to beat on long streams.",
            changed(rdumb), as_tent},
        {"roid", "ROID", "Learns from samples that are unlike what was predicted lately, the more certain ones weighing more, and asks a view of each for the same answer. After every step the weights are drawn a little to the source, and the batch's own share of classes corrects what is reported.",
            changed(roid), as_tent},
        {"cmf", "CMF", "ROID's loss; in place of the source the weights are drawn to hidden ones that a Kalman filter estimates.",
            changed(cmf), as_tent},
        {"asr", "ASR", "ETA with a watch: where predictions concentrate on few classes the upper layers go back to the start, the more, the worse it is, and a penalty holds what mattered.",
            changed([](Recipe& r) { rdumb(r); adaptive_reset(r); }), as_tent},
        {"asr_roid", "ASR + ROID", "ROID with ASR's partial resets and its penalty.",
            changed([](Recipe& r) { roid(r); adaptive_reset(r); }), as_tent},
        {"shot_im", "SHOT-IM", "The whole encoder learns to be certain of each sample and to use all classes alike over a batch, which pushes the wrong way where a batch is of one class.",
            changed(shot_im), as_published(1e-3)},
        {"delta", "DELTA", "Tent on confident samples, with averages of the batches' statistics in place of each batch's own and more weight for classes that were rarely predicted.",
            changed(delta), as_tent},
    });
    // clang-format on
    return table;
}

const NamedRecipe& named_recipe(std::string_view id) {
    return recipe_in(named_recipes(), id);
}

} // namespace lab
