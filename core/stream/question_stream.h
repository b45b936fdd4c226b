#pragma once

#include "core/base/notice.h"
#include "core/spec/spec.h"
#include "core/text/question_set.h"
#include "core/text/text_task.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// A question of a stream.
struct StreamQuestion {
    std::int64_t sample = 0; ///< its number in the task's series, or its place in the file's used rows
    std::string asked;       ///< what the model reads: with the shift and the instruction
    std::string expected;    ///< the final answer
    std::string solution;    ///< worked steps and answer, as a model of the task says them; empty for a file
    int label = 0;           ///< class of the expected answer
    std::optional<WorkedQuestion> worked; ///< of a task: what its steps are judged by
};

/// The questions of a language experiment, step by step. A step's questions depend on the specification and
/// the file alone, so that any step can be asked again.
///
/// Tasks: questions of the test split in the series of the stream's seed; none comes twice. Files: the used
/// rows in a shuffled order, a new one where all have come, or in their own order. By answer: time is cut
/// into one slot per answer (of tasks: last digit), in an order drawn from the seed; in a slot the answer is
/// drawn with probability IR / (IR + K − 1) for the slot's, 1 / (IR + K − 1) for each other, as the label
/// shift of pictures is (SAR, ICLR 2023).
class QuestionStream {
  public:
    /// Reads the file, if it is one. Throws std::invalid_argument or std::runtime_error naming field or file:
    /// neither a task nor a file, an order or shift that the source does not have, a file without questions.
    explicit QuestionStream(const ExperimentSpec& spec);

    const std::string& title() const { return title_; }
    const std::vector<Notice>& notices() const { return notices_; }
    std::int64_t questions() const { return questions_; } ///< of the whole stream
    int steps() const;
    /// @param step from 1; the last may have fewer. Throws std::out_of_range for a step that is not there.
    std::vector<StreamQuestion> batch(int step) const;

    /// Tasks: the ten last digits; files: their different answers, as long as there are at most 1,000; then
    /// "right" alone. Behind them what is none of these, and nothing at all.
    const std::vector<std::string>& class_names() const { return class_names_; }
    int other_class() const { return static_cast<int>(class_names_.size()) - 2; }
    int no_answer_class() const { return static_cast<int>(class_names_.size()) - 1; }
    /// Of a final answer that is not right: its class, or other_class().
    int class_of(const std::string& answer, const StreamQuestion& question) const;

    std::optional<TextTask> task() const { return task_; }

  private:
    void open_file(const ExperimentSpec& spec);
    void open_task(const ExperimentSpec& spec);
    void order_file();
    void order_by_answer();
    int label_of(std::int64_t number) const;
    WorkedQuestion worked(std::int64_t number) const;
    StreamQuestion question(std::int64_t number) const;

    StreamSpec stream_;
    std::string instruction_, title_;
    std::optional<TextTask> task_;
    QuestionLength length_;
    double filler_share_ = 0;
    QuestionSet file_;
    std::map<std::string, int> labels_; ///< of a file's answers
    std::vector<std::string> class_names_;
    std::vector<Notice> notices_;
    std::int64_t questions_ = 0;
    std::vector<std::int64_t> order_; ///< numbers of the questions; empty: 0, 1, 2, …
};

} // namespace lab
