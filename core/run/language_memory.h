#pragma once

#include "core/run/language_model.h"
#include "core/run/memory_need.h"

#include <cstdint>

namespace lab {

/// What a run of questions is going to take beside the unadapted model, which is there already. Estimated as
/// for pictures: every distinct recipe steps once on one question and once on two, of `question_tokens` and
/// with the longest answer that they may have, while LibTorch's allocator is watched. The keys and values of
/// answering are counted where they are more.
/// Long questions are not tried out: where the attention of a batch alone would not fit, that is the need.
/// @param available bytes; negative: not known
MemoryNeed language_memory(const LanguageModel& model, const ExperimentSpec& spec,
                           std::int64_t question_tokens, std::int64_t available);

} // namespace lab
