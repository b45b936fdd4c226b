#pragma once

#include "core/adapt/adapter.h"
#include "core/adapt/token_rows.h"

#include <functional>
#include <memory>
#include <vector>

namespace lab {

/// A batch of questions, answered and learnt from.
struct QuestionStep {
    Answers answers;
    TokenRows rows;    ///< of the result: which token of which question each one predicts
    StepResult result; ///< of the first update; distance, stepped and reset of the last
    /// The answers as they were said: a row for each of their tokens, one answer after the other. Those of
    /// the result, unless that looks at the questions.
    ModelInput said;
    bool learns_from_answers = true; ///< the result's rows are these
    at::Tensor said_logits;          ///< [N,V] of the target branch, under the weights that said them
    at::Tensor said_features;        ///< [N,D] likewise
};

/// Applies a recipe to a language model, questions after questions: answer, then learn from what was said
/// (or from the questions, before they are answered). Answers come from the target branch, which has no
/// predictor. A step teacher-forces questions and answers once more, with gradients.
class LanguageAdapter {
  public:
    /// @param marks of the task's answers, for TokenChoice::after_mark
    LanguageAdapter(std::unique_ptr<Decoder> decoder, const Recipe& recipe, std::uint64_t seed,
                    AnswerMarks marks = {});

    /// Throws as answers_to() and token_input() do. Decoding::first_question counts the questions of the run.
    QuestionStep step(const std::vector<TokenIds>& questions, const Decoding& decoding);

    /// Asked before every token of an answer; true ends the answers there and makes no update.
    void set_interrupted(std::function<bool()> interrupted);
    Adapter& adapter() { return adapter_; }
    const Adapter& adapter() const { return adapter_; }
    const Decoder& decoder() const { return decoder_; }

  private:
    QuestionStep step_of(const std::vector<TokenIds>& questions, const Decoding& decoding);
    StepResult learn(const ModelInput& input);

    const Decoder& decoder_; ///< the adapter's
    Adapter adapter_;
    AnswerMarks marks_;
    std::function<bool()> interrupted_;
};

} // namespace lab
