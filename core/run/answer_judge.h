#pragma once

#include "core/record/answer_detail.h"
#include "core/stream/question_stream.h"

#include <string>

namespace lab {

/// What an answer is worth.
struct Judgement {
    AnswerVerdict verdict = AnswerVerdict::no_answer;
    std::string found;    ///< the final answer; empty where there is none
    int steps = -1;       ///< worked steps in the text; −1: they are not judged
    int first_wrong = -1; ///< of them, from 0; −1: none
    int steps_asked = -1; ///< of the true solution; −1: not known
    int steps_right = 0;  ///< in front of the first wrong one
};

/// Of a task's question the worked steps one by one, and what stands behind the mark; of a file's what
/// extract_answer() finds and judge_answer() says of it.
/// @param text what was said, without its end token @param ended false: cut off, which is never right
Judgement judge(const StreamQuestion& question, const std::string& text, bool ended);

} // namespace lab
