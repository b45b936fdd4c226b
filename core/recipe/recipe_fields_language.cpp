#include "core/base/words.h"
#include "core/recipe/field_access.h"
#include "core/recipe/field_rows.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace lab {

namespace {

// clang-format off
FieldAccess margin_units() {
    return choice_at<MarginUnit>([](auto& r) -> auto& { return r.selection.unit; }, {
        {MarginUnit::log_classes, "log_classes", LAB_WORDS("RecipeFields", "ln K")},
        {MarginUnit::nats, "nats", LAB_WORDS("RecipeFields", "nats")}});
}

FieldAccess token_choices() {
    return choice_at<TokenChoice>([](auto& r) -> auto& { return r.tokens.choice; }, {
        {TokenChoice::generated, "generated", LAB_WORDS("RecipeFields", "of the answers")},
        {TokenChoice::first, "first", LAB_WORDS("RecipeFields", "the first of the answers")},
        {TokenChoice::last, "last", LAB_WORDS("RecipeFields", "the last of the answers")},
        {TokenChoice::after_mark, "after_mark", LAB_WORDS("RecipeFields", "behind the answers' mark")},
        {TokenChoice::prompt, "prompt", LAB_WORDS("RecipeFields", "of the questions")}});
}

FieldAccess token_means() {
    return choice_at<TokenMean>([](auto& r) -> auto& { return r.tokens.mean; }, {
        {TokenMean::tokens, "tokens", LAB_WORDS("RecipeFields", "mean over tokens")},
        {TokenMean::answers, "answers", LAB_WORDS("RecipeFields", "mean over answers")},
        {TokenMean::sum, "sum", LAB_WORDS("RecipeFields", "sum")}});
}

std::vector<RecipeField> selection_and_layers() {
    const FieldNeed pairs{"trained.kind", {"lora", "norms_and_lora"}};
    const FieldNeed surprise{"selection.kind", {"surprising"}};
    return {
        {.path = "selection.unit", .block = "selection", .access = margin_units(),
         .title = LAB_WORDS("RecipeFields", "Unit of margins"),
         .hint = LAB_WORDS("RecipeFields", "What margins of entropies are multiples of. 0.4 · ln K keeps nearly every token of a large vocabulary."),
         .change = LAB_WORDS("RecipeFields", "margins in %1"),
         .needs = {{"selection.kind", {"entropy", "entropy_redundancy", "uncertain"}}}},
        {.path = "selection.surprise_margin", .block = "selection",
         .access = member_at([](auto& r) -> auto& { return r.selection.surprise_margin; }),
         .title = LAB_WORDS("RecipeFields", "Surprise margin P0"),
         .hint = LAB_WORDS("RecipeFields", "Keep questions whose mean −log p of the next token is above it (TLM)."),
         .change = LAB_WORDS("RecipeFields", "surprise margin %1"), .unit = "nats", .range = {0, 1000},
         .slider = {0, 10}, .needs = {surprise}},
        {.path = "selection.surprise_scale", .block = "selection",
         .access = member_at([](auto& r) -> auto& { return r.selection.surprise_scale; }),
         .title = LAB_WORDS("RecipeFields", "Surprise scale λ"),
         .hint = LAB_WORDS("RecipeFields", "λ in the weight λ · exp(mean −log p − P0) (TLM)."),
         .change = LAB_WORDS("RecipeFields", "surprise scale %1"), .range = {0, 1000},
         .slider = {0.001, 10, true, true}, .needs = {surprise}},
        {.path = "optimiser.weight_decay", .block = "optimiser",
         .access = member_at([](auto& r) -> auto& { return r.optimiser.weight_decay; }),
         .title = LAB_WORDS("RecipeFields", "Weight decay"),
         .hint = LAB_WORDS("RecipeFields", "AdamW's decay of all that is trained, a share of the rate."),
         .change = LAB_WORDS("RecipeFields", "weight decay %1"), .range = {0, 1000},
         .slider = {1e-8, 1, true, true}, .needs = {{"optimiser.kind", {"adamw"}}}},
        {.path = "trained.lora_rank", .block = "layers",
         .access = member_at([](auto& r) -> auto& { return r.trained.lora.rank; }),
         .title = LAB_WORDS("RecipeFields", "Rank of the pairs"),
         .hint = LAB_WORDS("RecipeFields", "Inner width of the low-rank pairs; it stays as it is once there are pairs. LoRA, arXiv 2106.09685."),
         .change = LAB_WORDS("RecipeFields", "rank %1"), .range = {1, 4096}, .needs = {pairs}},
        {.path = "trained.lora_alpha", .block = "layers",
         .access = member_at([](auto& r) -> auto& { return r.trained.lora.alpha; }),
         .title = LAB_WORDS("RecipeFields", "LoRA's α"),
         .hint = LAB_WORDS("RecipeFields", "The pairs count α / rank times."),
         .change = LAB_WORDS("RecipeFields", "LoRA's α %1"), .range = {1e-6, 1e6}, .slider = {0.1, 100, true},
         .needs = {pairs}},
        {.path = "trained.lora_targets", .block = "layers",
         .access = member_at([](auto& r) -> auto& { return r.trained.lora.targets; }),
         .title = LAB_WORDS("RecipeFields", "Maps with pairs"),
         .hint = LAB_WORDS("RecipeFields", "Last parts of their names: q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj."),
         .change = LAB_WORDS("RecipeFields", "pairs beside %1"),
         .change_to_none = LAB_WORDS("RecipeFields", "no map with a pair"), .needs = {pairs}}};
}

std::vector<RecipeField> token_rows() {
    return {
        {.path = "tokens.choice", .block = "tokens", .access = token_choices(),
         .title = LAB_WORDS("RecipeFields", "Tokens"),
         .hint = LAB_WORDS("RecipeFields", "Which tokens the loss looks at. The others are reported and not learnt from."),
         .change = LAB_WORDS("RecipeFields", "tokens %1")},
        {.path = "tokens.count", .block = "tokens", .access = member_at([](auto& r) -> auto& { return r.tokens.count; }),
         .title = LAB_WORDS("RecipeFields", "Number of tokens"),
         .hint = LAB_WORDS("RecipeFields", "So many of each answer, from its beginning or its end."),
         .change = LAB_WORDS("RecipeFields", "%1 tokens of each answer"), .range = {1, 1e6},
         .needs = {{"tokens.choice", {"first", "last"}}}},
        {.path = "tokens.mean", .block = "tokens", .access = token_means(),
         .title = LAB_WORDS("RecipeFields", "Loss of a batch"),
         .hint = LAB_WORDS("RecipeFields", "A mean over tokens rewards long answers, a sum short ones."),
         .change = LAB_WORDS("RecipeFields", "loss: %1")},
        {.path = "tokens.updates", .block = "tokens", .access = member_at([](auto& r) -> auto& { return r.tokens.updates; }),
         .title = LAB_WORDS("RecipeFields", "Updates"),
         .hint = LAB_WORDS("RecipeFields", "Per batch of questions."),
         .change = LAB_WORDS("RecipeFields", "%1 updates"), .range = {1, 1000}},
        {.path = "tokens.before_answer", .block = "tokens",
         .access = member_at([](auto& r) -> auto& { return r.tokens.before_answer; }),
         .title = LAB_WORDS("RecipeFields", "Order"),
         .hint = LAB_WORDS("RecipeFields", "Learn from the questions first, and answer then (SLOT)."),
         .change = LAB_WORDS("RecipeFields", "learning before answering %1"),
         .tick = LAB_WORDS("RecipeFields", "learn, then answer"), .needs = {{"tokens.choice", {"prompt"}}}},
        {.path = "tokens.reset_each", .block = "tokens",
         .access = member_at([](auto& r) -> auto& { return r.tokens.reset_each; }),
         .title = LAB_WORDS("RecipeFields", "Forgetting"),
         .hint = LAB_WORDS("RecipeFields", "Back to the start after every question (SLOT)."),
         .change = LAB_WORDS("RecipeFields", "reset after every question %1"),
         .tick = LAB_WORDS("RecipeFields", "after every question")}};
}
// clang-format on

/// Fields of both kinds of experiments that a language model's step works with; rows of language alone are
/// not among them.
bool works_with_tokens(const RecipeField& field) {
    for (const char* block : {"alignment", "optimiser"})
        if (field.block == block)
            return true;
    constexpr std::array<std::string_view, 12> paths = {"adapts",
                                                        "selection.kind",
                                                        "selection.margin",
                                                        "selection.weight_margin",
                                                        "selection.redundancy_margin",
                                                        "selection.probability_momentum",
                                                        "objective",
                                                        "recovery.enabled",
                                                        "recovery.threshold",
                                                        "frozen_prefixes",
                                                        "reference_quirks",
                                                        "trained.kind"};
    return std::find(paths.begin(), paths.end(), field.path) != paths.end();
}

/// Choices of both that ask for pictures.
bool asks_for_pictures(const std::string& choice) {
    constexpr std::array<std::string_view, 9> choices = {
        "entropy_plpd",        "entropy_weighted",         "probability",
        "diversity_certainty", "information_maximisation", "teacher_cross_entropy",
        "teacher_symmetric",   "marginal_entropy",         "encoder"};
    return std::find(choices.begin(), choices.end(), choice) != choices.end();
}

bool is_language_choice(const RecipeField& field, const std::string& id) {
    return std::any_of(field.access.language_choices.begin(), field.access.language_choices.end(),
                       [&](const FieldChoice& choice) { return choice.id == id; });
}

} // namespace

std::vector<RecipeField> language_rows() {
    std::vector<RecipeField> all = selection_and_layers();
    for (RecipeField& row : token_rows())
        all.push_back(std::move(row));
    for (RecipeField& row : all)
        row.language = true;
    return all;
}

void expect_recipe_for(bool language, const Recipe& recipe, const std::string& path) {
    for (const RecipeField& field : recipe_fields()) {
        const FieldValue value = field.get(recipe);
        if (value == field.initial())
            continue;
        const std::string beginning = path + "." + field.path + ": ";
        const bool own = language ? field.language || works_with_tokens(field) : !field.language;
        if (!own)
            throw std::invalid_argument(beginning +
                                        (language ? "is for pictures, and this lane answers questions"
                                                  : "is for language models, and this lane sees pictures") +
                                        ": expected " + value_text(field.initial()) + ", found " +
                                        value_text(value));
        const auto* choice = std::get_if<std::string>(&value);
        if (choice != nullptr && (language ? asks_for_pictures(*choice) : is_language_choice(field, *choice)))
            throw std::invalid_argument(beginning + *choice +
                                        (language ? " is for pictures, and this lane answers questions"
                                                  : " is for language models, and this lane sees pictures"));
    }
    if (language && recipe.tokens.before_answer && recipe.tokens.choice != TokenChoice::prompt)
        throw std::invalid_argument(path +
                                    ".tokens.before_answer: learns before there are answers: expected "
                                    "tokens.choice prompt, found " +
                                    value_text(recipe_field("tokens.choice").get(recipe)));
}

} // namespace lab
