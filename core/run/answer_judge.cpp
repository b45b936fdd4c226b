#include "core/run/answer_judge.h"

#include "core/text/answer.h"

#include <algorithm>

namespace lab {

namespace {

AnswerVerdict verdict_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::right:
        return AnswerVerdict::right;
    case Verdict::undecided:
        return AnswerVerdict::undecided;
    case Verdict::wrong:
        break;
    }
    return AnswerVerdict::wrong;
}

Judgement judge_steps(const WorkedQuestion& question, const std::string& text) {
    const WorkJudgement judged = judge_work(question, text);
    Judgement j;
    j.found = judged.answer.value_or("");
    j.verdict = j.found.empty() ? AnswerVerdict::no_answer
                : judged.right  ? AnswerVerdict::right
                                : AnswerVerdict::wrong;
    j.steps = static_cast<int>(judged.steps);
    j.steps_asked = static_cast<int>(std::count(question.work.begin(), question.work.end(), ';'));
    j.steps_right = j.steps_asked;
    if (judged.first_wrong) {
        j.first_wrong = static_cast<int>(*judged.first_wrong);
        j.steps_right = std::min(j.steps_asked, j.first_wrong);
    }
    return j;
}

} // namespace

Judgement judge(const StreamQuestion& question, const std::string& text, bool ended) {
    Judgement j;
    if (question.worked) {
        j = judge_steps(*question.worked, text);
    } else if (const auto found = extract_answer(text); found && !found->text.empty()) {
        j.found = found->text;
        j.verdict = verdict_of(judge_answer(found->text, question.expected));
    }
    if (!ended)
        j.verdict = AnswerVerdict::unended;
    return j;
}

} // namespace lab
