#pragma once

#include "core/model/language/decoding.h"
#include "core/run/language_model.h"
#include "core/stream/question_stream.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

/// A step's questions, as the stream and as the model has them.
struct QuestionBatch {
    int step = 0;
    std::uint64_t first = 0; ///< number of the first question in the stream
    std::vector<StreamQuestion> questions;
    std::vector<TokenIds> prompts;
    std::vector<TokenIds> solutions; ///< of the true solutions; empty where they are not known
};

/// What all lanes of a run share.
struct LanguageRunParts {
    const LanguageModel& model;
    const QuestionStream& stream;
    Decoding decoding; ///< without the number of the first question
    std::string shift; ///< its name in files
    int severity = 0;
};

} // namespace lab
