#include "core/recipe/recipe.h"
#include "core/recipe/recipe_lookup.h"

namespace lab {

namespace {

/// Tent on tokens: the gains of all norms learn from the entropy of what the model says.
Recipe base() {
    Recipe recipe;
    // Searched on the embedded model, noise 3, seeds 101 and 102, 100 steps of 16 questions; with ten times
    // the predictor's rate ZeroSiam ends below no adaptation there.
    recipe.optimiser.rate = 0.1;
    recipe.optimiser.predictor_rate = 0.001;
    return recipe;
}

template <class Change>
Recipe with(const Change& change) {
    Recipe recipe = base();
    change(recipe);
    return recipe;
}

void pair(Recipe& r) {
    r.alignment.predictor = PredictorKind::linear;
}

/// TLM and SLOT learn from the questions.
void learn_from_prompts(Recipe& r) {
    r.objective = ObjectiveKind::next_token;
    r.tokens.choice = TokenChoice::prompt;
    r.optimiser.kind = OptimiserKind::adamw;
}

void tlm(Recipe& r) {
    learn_from_prompts(r);
    r.selection.kind = SelectionKind::surprising;
    r.tokens.mean = TokenMean::answers;
    r.trained.kind = TrainedKind::lora;
    r.optimiser.rate = 5e-5;
}

void slot(Recipe& r) {
    learn_from_prompts(r);
    r.trained.kind = TrainedKind::shift;
    r.tokens.before_answer = r.tokens.reset_each = true;
    r.tokens.updates = 5;
    r.optimiser.rate = 0.1;
    r.optimiser.epsilon = 1e-5;
    r.optimiser.weight_decay = 1e-8;
}

} // namespace

const std::vector<NamedRecipe>& language_recipes() {
    // clang-format off
    static const std::vector<NamedRecipe> table = {
        {"no_adaptation", "No adaptation", "The model as it was trained. What it gets right is what every method has to beat.",
            with([](Recipe& r) { r.adapts = false; })},
        {"tent", "Tent", "Lowers the entropy of every token that the model says by training the gains of its norms. Too much of it ends in one token repeated for ever, which has no entropy either.",
            base()},
        {"zerosiam", "ZeroSiam", "Tent with an asymmetric pair: a trained predictor before the head in one branch, a stop-gradient on the other, and a divergence that keeps the two together.",
            with(pair)},
        {"zerosiam_lora", "ZeroSiam, LoRA", "ZeroSiam with low-rank pairs on queries and values in place of the gains.",
            with([](Recipe& r) { pair(r); r.trained.kind = TrainedKind::lora; })},
        {"come", "COME", "Tent with another objective: the entropy of an opinion that may also say \"uncertain\".",
            with([](Recipe& r) { r.objective = ObjectiveKind::come; })},
        {"eata", "EATA", "Tent on confident tokens that differ from what was said before, the more confident ones weighing more. The margin is in nats: 0.4 · ln K would keep nearly every token of a large vocabulary.",
            with([](Recipe& r) { r.selection.kind = SelectionKind::entropy_redundancy; r.selection.unit = MarginUnit::nats; })},
        {"sar", "SAR", "Tent on confident tokens with a sharpness-aware step, and back to the start when the loss tells of a collapse. The margin is in nats.",
            with([](Recipe& r) {
                r.selection.kind = SelectionKind::entropy;
                r.selection.unit = MarginUnit::nats;
                r.optimiser.kind = OptimiserKind::sam;
                r.recovery = {true, 0.01};
            })},
        {"tlm", "TLM", "Lowers the perplexity of the questions that the model finds surprising, by low-rank pairs on queries and values.",
            with(tlm)},
        {"slot", "SLOT", "Before each answer a vector that is added to what the head reads learns the question by heart; it is forgotten after the answer.",
            with(slot)},
    };
    // clang-format on
    return table;
}

const NamedRecipe& language_recipe(std::string_view id) {
    return recipe_in(language_recipes(), id, " for a language model");
}

} // namespace lab
