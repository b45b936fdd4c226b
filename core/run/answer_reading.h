#pragma once

#include "core/adapt/language_adapter.h"
#include "core/measure/said_answer.h"
#include "core/measure/token_measures.h"
#include "core/record/answer_detail.h"
#include "core/run/question_batch.h"

#include <vector>

namespace lab {

/// A step's answers as plain values.
struct AnswersRead {
    TokenMeasures measures;
    std::vector<SaidAnswer> said;
    std::vector<AnswerDetail> details; ///< without candidates
    std::vector<int> labels;           ///< classes of the expected answers
    std::vector<int> predictions;      ///< classes of those given; the label's for right ones alone
    std::vector<float> confidences;    ///< geometric mean of an answer's tokens' probabilities
};

/// Takes the tokens' figures apart by answers, and judges each.
/// @param is_unadapted the answers are those of the unadapted model itself, so that the divergence is 0
AnswersRead read_answers(const QuestionBatch& batch, const QuestionStep& step, const LanguageRunParts& parts,
                         bool is_unadapted);

} // namespace lab
