#include "core/adapt/token_rows.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

/// Collects rows on the CPU.
struct RowList {
    std::vector<std::int64_t> places, next, owner;
    std::vector<std::uint8_t> counts;

    void add(std::int64_t place, std::int64_t following, std::int64_t question, bool looked_at) {
        places.push_back(place);
        next.push_back(following);
        owner.push_back(question);
        counts.push_back(looked_at ? 1 : 0);
    }
    TokenRows rows(std::int64_t owners, const at::Device& device) const {
        const auto there = [&](const std::vector<std::int64_t>& x) {
            return at::tensor(x, at::kLong).to(device);
        };
        return {there(places), there(next), there(owner),
                at::tensor(counts, at::kByte).to(at::kBool).to(device), owners};
    }
};

/// Which of an answer's tokens count: those from `begin` up to `end`.
struct Span {
    std::int64_t begin, end;
};

Span span_of(const std::int64_t* tokens, std::int64_t length, bool ended, const Tokens& rule,
             const AnswerMarks& marks) {
    switch (rule.choice) {
    case TokenChoice::first:
        return {0, std::min<std::int64_t>(rule.count, length)};
    case TokenChoice::last:
        return {std::max<std::int64_t>(0, length - rule.count), length};
    case TokenChoice::after_mark: {
        const std::int64_t end = ended ? length - 1 : length;
        for (std::int64_t i = end - 1; i >= 0; --i)
            if (std::find(marks.tokens.begin(), marks.tokens.end(), tokens[i]) != marks.tokens.end())
                return {i + 1, end};
        return {0, 0};
    }
    default:
        return {0, length};
    }
}

ModelInput of_questions(const Sequences& questions) {
    const auto b = questions.count(), t = questions.length();
    const at::Tensor tokens = questions.tokens.cpu().contiguous(), mask = questions.mask.cpu().contiguous();
    RowList list;
    for (std::int64_t i = 0; i < b; ++i)
        for (std::int64_t j = 0; j + 1 < t; ++j)
            if (mask.data_ptr<bool>()[i * t + j])
                list.add(i * t + j, tokens.data_ptr<std::int64_t>()[i * t + j + 1], i, true);
    ModelInput input;
    input.tokens = questions.tokens;
    input.mask = questions.mask;
    input.noise = questions.noise;
    input.rows = list.rows(b, questions.tokens.device());
    return input;
}

} // namespace

ModelInput token_input(const Sequences& questions, const Answers& answers, const Tokens& rule,
                       const AnswerMarks& marks) {
    if (rule.choice == TokenChoice::prompt)
        return of_questions(questions);
    if (rule.count < 1)
        throw std::invalid_argument("tokens.count: expected 1 or more, found " + std::to_string(rule.count));
    if (rule.choice == TokenChoice::after_mark && marks.tokens.empty())
        throw std::invalid_argument("tokens.choice: after_mark asks for tokens that mark an answer, and the "
                                    "task has none");
    const auto b = questions.count(), p = questions.length(), a = answers.tokens.size(1);
    const auto t = p + a - 1; // nothing follows the last token
    const at::Tensor given = answers.tokens.contiguous();
    at::Tensor present = at::zeros({b, a}, at::kBool);
    RowList list;
    for (std::int64_t i = 0; i < b; ++i) {
        const auto* const tokens = given.data_ptr<std::int64_t>() + i * a;
        const auto length = answers.lengths[static_cast<std::size_t>(i)];
        const Span span = span_of(tokens, length, answers.ended[static_cast<std::size_t>(i)], rule, marks);
        std::fill_n(present.data_ptr<bool>() + i * a, length, true);
        for (std::int64_t j = 0; j < length; ++j)
            list.add(i * t + p - 1 + j, tokens[j], i, j >= span.begin && j < span.end);
    }
    const at::Device device = questions.tokens.device();
    ModelInput input;
    input.tokens = at::cat({questions.tokens, given.to(device)}, 1).narrow(1, 0, t);
    input.mask = at::cat({questions.mask, present.to(device)}, 1).narrow(1, 0, t);
    input.noise = questions.noise;
    input.rows = list.rows(b, device);
    return input;
}

} // namespace lab
