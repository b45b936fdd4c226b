#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// Kinds of questions that are made on the fly, with worked steps that can be checked one by one. A model is
/// trained to say WORK#ANSWER behind the question.
enum class TextTask {
    chain_arithmetic, ///< "7+8*3-5=?" modulo 10, products first: "8*3=4;7+4=1;1-5=6;#6"
    addition,         ///< "347+586=?", from the ones on, with carries: "7+6=13;4+8+1=13;3+5+1=9;#933"
};

struct TextTaskRow {
    TextTask task;
    const char* id;                ///< "chain-arithmetic"
    const char* title;             ///< for people
    int least_length, most_length; ///< what its questions are trained on: operations; digits
    int greatest_length;           ///< that can be asked for
};
const std::vector<TextTaskRow>& text_tasks();
const TextTaskRow& row_of(TextTask task);
/// Throws std::invalid_argument naming the known ones.
const TextTaskRow& text_task(std::string_view id);

/// A question with its solution.
struct WorkedQuestion {
    std::string question;
    std::string work;   ///< each step ends in ";"
    std::string answer; ///< behind "#"
    int group = 0;      ///< 0 to 9, the answer's last digit: what streams are ordered by
    std::string solution() const { return work + "#" + answer; }
    bool operator==(const WorkedQuestion&) const = default;
};

/// No question is in both: a hash of its text decides, an eighth is for tests.
enum class TaskSplit { training, test };
TaskSplit split_of(std::string_view question);

/// What can be asked for. 0: as in training.
struct QuestionLength {
    int least = 0, most = 0;
    bool operator==(const QuestionLength&) const = default;
};

/// The question of a number in the endless series of a seed: depends on the arguments alone. Lengths are
/// drawn with equal chances.
/// Throws std::invalid_argument for lengths that the task does not have.
WorkedQuestion worked_question(TextTask task, TaskSplit split, std::uint64_t seed, std::uint64_t number,
                               QuestionLength length = {});

/// Each step's result replaced by a random one with this chance, and gone on with, so that a model learns how
/// sure it may be; the answer is that of the last step.
/// @param seed, number as above: the same question comes out alike
WorkedQuestion with_random_results(TextTask task, const WorkedQuestion& question, double share,
                                   std::uint64_t seed, std::uint64_t number);

/// Questions of the series put in the order of their groups; within a group they keep theirs.
/// @param groups the order, such as 3, 0, 7 …; those that it lacks come last
void order_by_group(std::vector<WorkedQuestion>& questions, const std::vector<int>& groups);
/// The ten groups in an order that the seed decides.
std::vector<int> order_of_groups(std::uint64_t seed);

/// What became of an answer.
struct WorkJudgement {
    bool right = false;                ///< the final answer
    std::optional<std::string> answer; ///< what stands behind the last "#"; nothing: none was found
    std::size_t steps = 0;             ///< that end in ";" in front of it
    /// The first step, from 0, that is not the solution's: another question, another result, missing or
    /// superfluous. Nothing: all are right.
    std::optional<std::size_t> first_wrong;
    /// Where it stands in the text, in bytes; empty where it is missing.
    std::size_t wrong_begin = 0, wrong_end = 0;
};
/// @param text what a model said, without its end token
WorkJudgement judge_work(const WorkedQuestion& question, std::string_view text);

} // namespace lab
