#include "core/run/language_checks.h"

#include "core/base/text.h"

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

constexpr std::int64_t most_looked_at = 100'000;

bool has_pairs(const Recipe& recipe) {
    return recipe.trained.kind == TrainedKind::lora || recipe.trained.kind == TrainedKind::norms_and_lora;
}

std::string path_of(int lane, const char* field) {
    return "lanes[" + std::to_string(lane) + "].recipe." + field;
}

void expect_known_prefixes(const Recipe& recipe, int lane, const Decoder& decoder) {
    std::vector<std::string> norms;
    for (const Parameters::Entry& entry : decoder.parameters().entries())
        if (entry.role == TensorRole::norm_weight)
            norms.push_back(entry.name.substr(0, entry.name.rfind('.')));
    for (const std::string& prefix : recipe.frozen_prefixes)
        if (std::none_of(norms.begin(), norms.end(), [&](const std::string& norm) {
                return norm == prefix || norm.starts_with(prefix + ".");
            }))
            throw std::invalid_argument(path_of(lane, "frozen_prefixes") +
                                        ": expected the beginning of a norm layer's name (" +
                                        first_few(norms) + "), found \"" + shown(prefix) + "\"");
}

} // namespace

void check_language_recipe(const Recipe& recipe, int lane, const LanguageModel& model) {
    if (!recipe.adapts)
        return;
    expect_known_prefixes(recipe, lane, model.unadapted());
    if (recipe.tokens.choice == TokenChoice::after_mark && model.marks().empty())
        throw std::invalid_argument(path_of(lane, "tokens.choice") +
                                    ": after_mark asks for a token that marks answers, and the model's "
                                    "tokeniser has \"#\" not as one token");
    if (!has_pairs(recipe))
        return;
    constexpr const char* known[] = {"q_proj",    "k_proj",  "v_proj",   "o_proj",
                                     "gate_proj", "up_proj", "down_proj"};
    if (recipe.trained.lora.targets.empty())
        throw std::invalid_argument(path_of(lane, "trained.lora_targets") +
                                    ": expected at least one map, found none");
    for (const std::string& target : recipe.trained.lora.targets)
        if (std::find(std::begin(known), std::end(known), target) == std::end(known))
            throw std::invalid_argument(path_of(lane, "trained.lora_targets") +
                                        ": expected q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj or "
                                        "down_proj, found \"" +
                                        shown(target) + "\"");
}

void expect_same_pairs(const Recipe& present, const Recipe& next, int lane) {
    const LoraShape &before = present.trained.lora, &after = next.trained.lora;
    if (!has_pairs(present) || !has_pairs(next) ||
        (before.rank == after.rank && before.targets == after.targets))
        return;
    throw std::invalid_argument(
        path_of(lane, before.rank == after.rank ? "trained.lora_targets" : "trained.lora_rank") +
        ": cannot be switched in a run: pairs keep their rank and their maps");
}

std::int64_t longest_question(const QuestionStream& stream, const LanguageModel& model,
                              std::int64_t most_tokens) {
    const std::int64_t context = model.unadapted().config().context;
    std::int64_t longest = 0, looked_at = 0;
    for (int step = 1; step <= stream.steps() && looked_at < most_looked_at; ++step)
        for (const StreamQuestion& question : stream.batch(step)) {
            ++looked_at;
            const std::string where = "data.questions: question " + std::to_string(question.sample + 1) +
                                      " (\"" + shown(question.asked.substr(0, 60)) +
                                      (question.asked.size() > 60 ? "…" : "") + "\"): ";
            std::int64_t tokens = 0;
            try {
                tokens = std::ssize(model.prompt(question.asked));
            } catch (const std::invalid_argument& fault) {
                throw std::invalid_argument(where + fault.what());
            }
            if (tokens == 0)
                throw std::invalid_argument(where + "expected at least one token, found none");
            if (tokens + most_tokens > context)
                throw std::invalid_argument(
                    where + "expected a question and an answer of at most " + std::to_string(context) +
                    " tokens together, the model's context, found " + std::to_string(tokens) + " and up to " +
                    std::to_string(most_tokens) + " (stream.decoding.max_tokens)");
            longest = std::max(longest, tokens);
        }
    return longest;
}

} // namespace lab
