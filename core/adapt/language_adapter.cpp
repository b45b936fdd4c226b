#include "core/adapt/language_adapter.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

/// Steps of single questions as one of all.
QuestionStep joined(const std::vector<QuestionStep>& steps, std::int64_t padding) {
    QuestionStep all;
    std::int64_t longest = 0;
    for (const QuestionStep& one : steps)
        longest = std::max(longest, one.answers.tokens.size(1));
    const auto count = std::ssize(steps);
    all.answers.tokens = at::full({count, longest}, padding, at::kLong);
    std::int64_t number = 0;
    for (const QuestionStep& one : steps) {
        all.answers.tokens[number].narrow(0, 0, one.answers.tokens.size(1)).copy_(one.answers.tokens[0]);
        all.answers.lengths.push_back(one.answers.lengths.front());
        all.answers.ended.push_back(one.answers.ended.front());
        ++number;
    }
    const auto rows = [&](auto&& part) {
        std::vector<at::Tensor> parts;
        for (std::int64_t i = 0; i < count; ++i)
            parts.push_back(part(steps[static_cast<std::size_t>(i)], i));
        return parts;
    };
    using Step = const QuestionStep&;
    all.rows.places = at::cat(rows([](Step s, std::int64_t) { return s.rows.places; }));
    all.rows.next = at::cat(rows([](Step s, std::int64_t) { return s.rows.next; }));
    all.rows.owner = at::cat(rows([](Step s, std::int64_t i) { return at::full_like(s.rows.owner, i); }));
    all.rows.counts = at::cat(rows([](Step s, std::int64_t) { return s.rows.counts; }));
    all.rows.owners = count;
    all.learns_from_answers = steps.front().learns_from_answers;
    all.said_logits = at::cat(rows([](Step s, std::int64_t) { return s.said_logits; }));
    all.said_features = at::cat(rows([](Step s, std::int64_t) { return s.said_features; }));
    const auto of_results = [&](at::Tensor StepResult::*part) {
        return rows([part](Step s, std::int64_t) { return s.result.*part; });
    };
    StepResult& r = all.result;
    r.logits = at::cat(of_results(&StepResult::logits));
    r.features = at::cat(of_results(&StepResult::features));
    r.selected = at::cat(of_results(&StepResult::selected));
    for (at::Tensor StepResult::*loss :
         {&StepResult::loss, &StepResult::loss_objective, &StepResult::loss_divergence})
        r.*loss = at::stack(of_results(loss)).nanmean();
    r.kept = at::stack(of_results(&StepResult::kept)).sum();
    r.stepped = at::stack(of_results(&StepResult::stepped)).max();
    r.reset = at::stack(of_results(&StepResult::reset)).max();
    r.distance = steps.back().result.distance;
    for (Step s : steps) {
        r.times.forward += s.result.times.forward;
        r.times.backward += s.result.times.backward;
        r.times.update += s.result.times.update;
    }
    return all;
}

} // namespace

LanguageAdapter::LanguageAdapter(std::unique_ptr<Decoder> decoder, const Recipe& recipe, std::uint64_t seed,
                                 AnswerMarks marks)
    : decoder_(*decoder), adapter_(std::move(decoder), recipe, seed), marks_(std::move(marks)) {}

void LanguageAdapter::set_interrupted(std::function<bool()> interrupted) {
    interrupted_ = interrupted;
    adapter_.set_interrupted(std::move(interrupted));
}

StepResult LanguageAdapter::learn(const ModelInput& input) {
    StepResult first = adapter_.step(input);
    for (int i = 1; i < adapter_.recipe().tokens.updates; ++i) {
        const StepResult next = adapter_.step(input);
        first.distance = next.distance;
        first.stepped = at::maximum(first.stepped, next.stepped);
        first.reset = at::maximum(first.reset, next.reset);
        first.times.forward += next.times.forward;
        first.times.backward += next.times.backward;
        first.times.update += next.times.update;
    }
    return first;
}

QuestionStep LanguageAdapter::step_of(const std::vector<TokenIds>& questions, const Decoding& decoding) {
    const Tokens rule = adapter_.recipe().tokens;
    const Sequences given = asked(decoder_, questions, decoding);
    QuestionStep step;
    if (rule.before_answer) {
        const ModelInput input = token_input(given, {}, rule, marks_);
        step.rows = input.rows;
        step.result = learn(input);
    }
    step.answers = answers_to(decoder_, questions, decoding, interrupted_);
    const bool of_questions = rule.choice == TokenChoice::prompt;
    step.learns_from_answers = !of_questions;
    if (of_questions) {
        step.said = token_input(given, step.answers, Tokens());
        const StepResult said = adapter_.evaluate(step.said);
        step.said_logits = said.logits;
        step.said_features = said.features;
    }
    if (!rule.before_answer) {
        const ModelInput input = token_input(given, step.answers, rule, marks_);
        step.rows = input.rows;
        step.result = interrupted_ && interrupted_() ? adapter_.evaluate(input) : learn(input);
        if (!of_questions) {
            step.said = input;
            step.said_logits = step.result.logits;
            step.said_features = step.result.features;
        }
    }
    if (rule.reset_each)
        adapter_.reset();
    return step;
}

QuestionStep LanguageAdapter::step(const std::vector<TokenIds>& questions, const Decoding& decoding) {
    const Tokens& rule = adapter_.recipe().tokens;
    if (rule.updates < 1)
        throw std::invalid_argument("tokens.updates: expected 1 or more, found " +
                                    std::to_string(rule.updates));
    if (rule.before_answer && rule.choice != TokenChoice::prompt)
        throw std::invalid_argument("tokens.before_answer: expected the choice prompt, as there are no "
                                    "answers yet");
    expect_answerable(decoder_, questions, decoding);
    if (!rule.reset_each || questions.size() == 1)
        return step_of(questions, decoding);
    std::vector<QuestionStep> steps;
    Decoding one = decoding;
    for (const TokenIds& question : questions) {
        steps.push_back(step_of({question}, one));
        ++one.first_question;
    }
    QuestionStep all = joined(steps, decoder_.config().padding);
    all.said = token_input(asked(decoder_, questions, decoding), all.answers, Tokens());
    return all;
}

} // namespace lab
