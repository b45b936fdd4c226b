#pragma once

#include "core/adapt/language_adapter.h"
#include "core/record/step_detail.h"

namespace lab {

/// The likeliest tokens of both branches for a step's answers. Reads, and changes nothing.
class TokenCandidates {
  public:
    /// From before the step: the predictor's matrix, which the step changes.
    explicit TokenCandidates(const Adapter& adapter);

    /// Fills in the candidates of answers whose tokens are the rows of the step, in their order. The online
    /// branch has none where there is no pair, its predictor is no matrix, or the head itself learns.
    void add_to(std::vector<AnswerDetail>& answers, const QuestionStep& step, const Decoder& decoder) const;

  private:
    at::Tensor matrix_; ///< θ_h [D,D]; undefined without one
};

} // namespace lab
