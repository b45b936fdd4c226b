#include "core/run/language_memory.h"

#include "core/adapt/adapter.h"
#include "core/adapt/token_rows.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace lab {

namespace {

/// So many questions and answers, of a token that is anything.
ModelInput longest_input(const Decoder& decoder, std::int64_t count, std::int64_t question,
                         std::int64_t answer, const Tokens& rule, const AnswerMarks& marks) {
    const std::vector<TokenIds> questions(static_cast<std::size_t>(count),
                                          TokenIds(static_cast<std::size_t>(question), 0));
    Answers answers;
    answers.tokens = at::zeros({count, answer}, at::kLong);
    answers.lengths.assign(static_cast<std::size_t>(count), answer);
    answers.ended.assign(static_cast<std::size_t>(count), false);
    return token_input(padded_left(questions, 0, decoder.options().device()), answers, rule, marks);
}

std::int64_t cache_of_question(const Decoder& decoder, std::int64_t tokens) {
    const DecoderConfig& c = decoder.config();
    const auto size = static_cast<std::int64_t>(decoder.options().dtype().itemsize());
    return 2 * c.layers * c.key_heads * c.head_width * tokens * size;
}

/// Probabilities of who looks at whom, which a step that learns keeps of every layer.
std::int64_t attention_of_question(const Decoder& decoder, std::int64_t tokens, bool learns) {
    const DecoderConfig& c = decoder.config();
    const auto size = static_cast<std::int64_t>(decoder.options().dtype().itemsize());
    return (learns ? c.layers : 1) * c.heads * tokens * tokens * size;
}

} // namespace

MemoryNeed language_memory(const LanguageModel& model, const ExperimentSpec& spec,
                           std::int64_t question_tokens, std::int64_t available) {
    std::int64_t weights = 0;
    for (const Parameters::Entry& entry : model.unadapted().parameters().entries())
        weights += static_cast<std::int64_t>(entry.value.nbytes());
    const std::int64_t answer = spec.stream.decoding.max_tokens, batch = spec.stream.batch_size;
    MemoryNeed need;
    need.weights = weights * std::ssize(spec.lanes);
    const bool adapts = std::any_of(spec.lanes.begin(), spec.lanes.end(),
                                    [](const LaneSpec& lane) { return lane.recipe.adapts; });
    need.per_picture = attention_of_question(model.unadapted(), question_tokens + answer, adapts);
    const bool one_by_one = std::all_of(spec.lanes.begin(), spec.lanes.end(),
                                        [](const LaneSpec& lane) { return lane.recipe.tokens.reset_each; });
    need.step = need.per_picture * (one_by_one ? 1 : batch);
    if (available >= 0 && need.total() > available)
        return need;
    need.step = need.per_picture = 0;
    std::vector<Recipe> distinct;
    for (const LaneSpec& lane : spec.lanes)
        if (std::find(distinct.begin(), distinct.end(), lane.recipe) == distinct.end())
            distinct.push_back(lane.recipe);
    for (const Recipe& recipe : distinct) {
        const auto peak = [&](std::int64_t count) {
            std::unique_ptr<Decoder> decoder = model.make();
            const Decoder& shapes = *decoder;
            Adapter adapter(std::move(decoder), recipe, 0);
            const ModelInput input = longest_input(shapes, count, question_tokens, answer, recipe.tokens,
                                                   AnswerMarks{model.marks()});
            return peak_of([&] { adapter.step(input); });
        };
        const std::int64_t one = peak(1), two = peak(2);
        const std::int64_t each = std::max(
            {std::int64_t{0}, two - one, cache_of_question(model.unadapted(), question_tokens + answer)});
        const std::int64_t at_once = recipe.tokens.reset_each ? 1 : batch;
        if (const std::int64_t step = one + each * (at_once - 1); step > need.step) {
            need.step = step;
            need.per_picture = recipe.tokens.reset_each ? 0 : each;
        }
    }
    return need;
}

} // namespace lab
