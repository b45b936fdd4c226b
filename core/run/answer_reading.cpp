#include "core/run/answer_reading.h"

#include "core/run/answer_judge.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <utility>

namespace lab {

namespace {

/// The rows of the unadapted model on the same text, as they are asked for.
std::function<at::Tensor(std::int64_t, std::int64_t)> unadapted_logits(const Decoder& decoder,
                                                                       const ModelInput& said) {
    const c10::NoGradGuard no_grad;
    return [&decoder, features = decoder.features(said)](std::int64_t begin, std::int64_t count) {
        return decoder.head(features.narrow(0, begin, count));
    };
}

/// Which tokens the loss looked at: those of a step whose rows are the answers' own.
std::vector<bool> counted_rows(const QuestionStep& step, std::int64_t rows) {
    std::vector<bool> counted(static_cast<std::size_t>(rows), false);
    if (!step.learns_from_answers)
        return counted;
    const at::Tensor selected = step.result.selected.cpu().contiguous();
    for (std::int64_t i = 0; i < rows; ++i)
        counted[static_cast<std::size_t>(i)] = selected.data_ptr<bool>()[i];
    return counted;
}

/// One question's tokens, with the number of its first row.
struct Span {
    const std::int64_t* tokens;
    std::size_t length;
    std::size_t row;
};

AnswerDetail detail_of(const Span& span, const TokenMeasures& m, const std::vector<bool>& counted) {
    AnswerDetail answer;
    for (std::size_t k = 0; k < span.length; ++k) {
        answer.tokens.push_back(static_cast<int>(span.tokens[k]));
        answer.entropy.push_back(as_kept(m.entropy[span.row + k]));
        answer.log_probability.push_back(as_kept(m.log_probability[span.row + k]));
        answer.counted += counted[span.row + k] ? '1' : '0';
    }
    return answer;
}

float confidence_of(const Span& span, const TokenMeasures& m) {
    double sum = 0;
    for (std::size_t k = 0; k < span.length; ++k)
        sum += m.log_probability[span.row + k];
    return static_cast<float>(std::exp(sum / static_cast<double>(span.length)));
}

SaidAnswer said_of(const Span& span, const TokenMeasures& m, bool ended) {
    SaidAnswer said;
    said.ended = ended;
    said.tokens.assign(span.tokens, span.tokens + span.length - (ended ? 1 : 0));
    const auto first = m.entropy.begin() + static_cast<std::ptrdiff_t>(span.row);
    said.entropies.assign(first, first + static_cast<std::ptrdiff_t>(span.length));
    return said;
}

int class_of(const Judgement& judged, const StreamQuestion& question, const QuestionStream& stream) {
    switch (judged.verdict) {
    case AnswerVerdict::right:
        return question.label;
    case AnswerVerdict::wrong:
    case AnswerVerdict::undecided:
        return stream.class_of(judged.found, question);
    case AnswerVerdict::no_answer:
    case AnswerVerdict::unended:
        break;
    }
    return stream.no_answer_class();
}

} // namespace

AnswersRead read_answers(const QuestionBatch& batch, const QuestionStep& step, const LanguageRunParts& parts,
                         bool is_unadapted) {
    AnswersRead read;
    if (is_unadapted) {
        read.measures = measure_tokens(step.said_logits, step.said.rows.next);
        read.measures.divergence = 0;
    } else {
        read.measures = measure_tokens(step.said_logits, step.said.rows.next,
                                       unadapted_logits(parts.model.unadapted(), step.said));
    }
    const at::Tensor tokens = step.answers.tokens.cpu().contiguous();
    const std::vector<bool> counted = counted_rows(step, step.said_logits.size(0));
    Span span{tokens.data_ptr<std::int64_t>(), 0, 0};
    for (std::size_t i = 0; i < batch.questions.size(); ++i, span.tokens += tokens.size(1)) {
        const StreamQuestion& question = batch.questions[i];
        span.length = static_cast<std::size_t>(step.answers.lengths[i]);
        SaidAnswer said = said_of(span, read.measures, step.answers.ended[i]);
        AnswerDetail detail = detail_of(span, read.measures, counted);
        detail.text = parts.model.tokenizer().decode({said.tokens.begin(), said.tokens.end()});
        const Judgement judged = judge(question, detail.text, said.ended);
        detail.verdict = judged.verdict;
        detail.found = said.found = judged.found;
        detail.steps = judged.steps;
        detail.first_wrong = judged.first_wrong;
        said.expected = question.expected;
        said.true_tokens = batch.solutions[i];
        said.right = judged.verdict == AnswerVerdict::right;
        said.undecided = judged.verdict == AnswerVerdict::undecided;
        said.steps_asked = judged.steps_asked;
        said.steps_right = judged.steps_right;
        read.labels.push_back(question.label);
        read.predictions.push_back(class_of(judged, question, parts.stream));
        read.confidences.push_back(confidence_of(span, read.measures));
        span.row += span.length;
        read.said.push_back(std::move(said));
        read.details.push_back(std::move(detail));
    }
    return read;
}

} // namespace lab
