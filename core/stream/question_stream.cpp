#include "core/stream/question_stream.h"

#include "core/base/random.h"
#include "core/base/text.h"
#include "core/text/text_shift.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <numeric>
#include <stdexcept>

namespace lab {

namespace {

constexpr std::uint64_t order_key = 0x7175657374; // "quest": keeps the streams of random numbers apart
constexpr std::size_t most_classes = 1000;
constexpr std::int64_t most_questions = 10'000'000; ///< as many as there may be pictures
constexpr const char* other_name = "another answer";
constexpr const char* no_answer_name = "no answer";

template <typename T>
void shuffle(std::vector<T>& values, Random& random) {
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random.integer(static_cast<std::uint32_t>(i))]);
}

const TextTaskRow* task_named(const std::string& id) {
    for (const TextTaskRow& row : text_tasks())
        if (id == row.id)
            return &row;
    return nullptr;
}

std::string known_tasks() {
    std::string all;
    for (const TextTaskRow& row : text_tasks())
        all += (all.empty() ? "" : ", ") + std::string(row.id);
    return all;
}

/// Gives the numbers of questions by their answers, one after the other.
class Pools {
  public:
    /// @param series endless; else the numbers of a set, which begins anew for an answer whose questions have
    /// all come
    Pools(std::size_t classes, std::vector<std::int64_t> numbers,
          const std::function<int(std::int64_t)>& label)
        : waiting_(classes), label_(label), endless_(numbers.empty()) {
        for (const std::int64_t number : numbers)
            waiting_[static_cast<std::size_t>(label_(number))].push_back(number);
        next_.resize(classes, 0);
    }

    std::int64_t take(std::size_t c) {
        std::vector<std::int64_t>& pool = waiting_[c];
        while (endless_ && next_[c] == pool.size()) {
            waiting_[static_cast<std::size_t>(label_(made_))].push_back(made_);
            ++made_;
        }
        const std::int64_t number = pool[next_[c]++];
        if (!endless_ && next_[c] == pool.size())
            next_[c] = 0;
        return number;
    }

  private:
    std::vector<std::vector<std::int64_t>> waiting_; ///< by answer
    std::vector<std::size_t> next_;                  ///< of each
    std::function<int(std::int64_t)> label_;
    bool endless_;
    std::int64_t made_ = 0;
};

} // namespace

QuestionStream::QuestionStream(const ExperimentSpec& spec)
    : stream_(spec.stream), instruction_(spec.questions.instruction) {
    if (const TextTaskRow* row = task_named(spec.questions.source)) {
        task_ = row->task;
        title_ = row->title;
        open_task(spec);
    } else {
        open_file(spec);
    }
    class_names_.insert(class_names_.end(), {other_name, no_answer_name});
    if (stream_.shift.kind == QuestionShiftKind::filler)
        filler_share_ = filler_share(stream_.shift.severity);
    if (questions_ > most_questions)
        throw std::invalid_argument("stream.steps: expected at most " + std::to_string(most_questions) +
                                    " questions in all, found " + std::to_string(questions_));
    if (stream_.order == QuestionOrder::by_answer)
        order_by_answer();
    else if (!task_)
        order_file();
}

void QuestionStream::open_task(const ExperimentSpec& spec) {
    if (spec.questions.layout != QuestionSource().layout)
        throw std::invalid_argument("data.layout: is for files: expected none for the task " +
                                    spec.questions.source + ", found \"" + shown(spec.questions.layout) +
                                    "\"");
    if (stream_.order == QuestionOrder::as_given)
        throw std::invalid_argument("stream.order: as_given is for files: expected shuffled or by_answer for "
                                    "the task " +
                                    spec.questions.source);
    if (stream_.steps == 0)
        throw std::invalid_argument("stream.steps: expected 1 or more for the task " + spec.questions.source +
                                    ", whose questions never end, found 0");
    questions_ = std::int64_t{stream_.steps} * stream_.batch_size;
    if (stream_.shift.kind == QuestionShiftKind::longer_chains)
        length_ = longer_by(*task_, stream_.shift.severity);
    for (int digit = 0; digit < 10; ++digit)
        class_names_.push_back((*task_ == TextTask::addition ? "…" : "") + std::to_string(digit));
}

void QuestionStream::open_file(const ExperimentSpec& spec) {
    std::error_code fault;
    if (!std::filesystem::exists(spec.questions.source, fault))
        throw std::runtime_error("data.questions: expected a task (" + known_tasks() +
                                 ") or a file of questions, found \"" + shown(spec.questions.source) +
                                 "\", which is neither");
    if (stream_.shift.kind == QuestionShiftKind::longer_chains)
        throw std::invalid_argument(
            "stream.shift.kind: longer_chains is for tasks: a file's questions are as "
            "long as they are");
    const QuestionLayout* layout = nullptr;
    try {
        layout = &question_layout(spec.questions.layout);
    } catch (const std::invalid_argument& wrong) {
        throw std::invalid_argument(std::string("data.layout: ") + wrong.what());
    }
    file_ = read_questions(spec.questions.source, *layout);
    notices_ = file_.notices;
    const auto used = static_cast<std::int64_t>(file_.used());
    questions_ = stream_.steps == 0 ? used : std::int64_t{stream_.steps} * stream_.batch_size;
    title_ = std::string(layout->title) + ", " + std::to_string(used) + " questions of " +
             std::filesystem::path(spec.questions.source).filename().string();
    if (questions_ > used)
        notices_.push_back({NoticeSubject::data, false,
                            "the stream of " + std::to_string(questions_) +
                                " questions is longer than the file: the " + std::to_string(used) +
                                " come again"});
    for (const Question& q : file_.questions)
        labels_.emplace(q.answer, 0);
    if (labels_.size() > most_classes) {
        labels_.clear();
        class_names_ = {"right"};
    }
    for (auto& [answer, label] : labels_) {
        label = static_cast<int>(class_names_.size());
        class_names_.push_back(answer);
    }
}

void QuestionStream::order_file() {
    const auto used = static_cast<std::int64_t>(file_.used());
    std::vector<std::int64_t> numbers(static_cast<std::size_t>(used));
    std::iota(numbers.begin(), numbers.end(), 0);
    Random random({order_key, stream_.seed});
    while (std::ssize(order_) < questions_) {
        if (stream_.order == QuestionOrder::shuffled)
            shuffle(numbers, random);
        const auto take = std::min<std::int64_t>(used, questions_ - std::ssize(order_));
        order_.insert(order_.end(), numbers.begin(), numbers.begin() + take);
    }
}

void QuestionStream::order_by_answer() {
    const std::size_t count = class_names_.size() - 2;
    if (count < 2)
        throw std::invalid_argument("stream.order: by_answer needs 2 to " + std::to_string(most_classes) +
                                    " different answers, and this file has " +
                                    (labels_.empty() ? "more" : "one"));
    Random random({order_key, stream_.seed});
    std::vector<std::int64_t> numbers(task_ ? 0 : file_.used());
    std::iota(numbers.begin(), numbers.end(), 0);
    shuffle(numbers, random);
    std::vector<std::size_t> slots(count);
    std::iota(slots.begin(), slots.end(), 0);
    shuffle(slots, random);
    Pools pools(count, std::move(numbers), [this](std::int64_t number) { return label_of(number); });
    const double own = stream_.imbalance_ratio / (stream_.imbalance_ratio + static_cast<double>(count) - 1);
    for (std::int64_t i = 0; i < questions_; ++i) {
        std::size_t chosen =
            slots[static_cast<std::size_t>(i * static_cast<std::int64_t>(count) / questions_)];
        if (random.uniform() >= own) {
            const std::size_t other = random.integer(static_cast<std::uint32_t>(count - 1));
            chosen = other < chosen ? other : other + 1;
        }
        order_.push_back(pools.take(chosen));
    }
}

WorkedQuestion QuestionStream::worked(std::int64_t number) const {
    return worked_question(*task_, TaskSplit::test, stream_.seed, static_cast<std::uint64_t>(number),
                           length_);
}

int QuestionStream::label_of(std::int64_t number) const {
    if (task_)
        return worked(number).group;
    return labels_.empty() ? 0 : labels_.at(file_.questions[static_cast<std::size_t>(number)].answer);
}

StreamQuestion QuestionStream::question(std::int64_t number) const {
    StreamQuestion q;
    q.sample = number;
    if (task_) {
        q.worked = worked(number);
        q.asked = q.worked->question;
        q.expected = q.worked->answer;
        q.solution = q.worked->solution();
        q.label = q.worked->group;
    } else {
        const Question& row = file_.questions[static_cast<std::size_t>(number)];
        q.asked = row.text;
        q.expected = row.answer;
        q.label = label_of(number);
    }
    if (filler_share_ > 0)
        q.asked = with_fillers(q.asked, filler_share_, stream_.seed, static_cast<std::uint64_t>(number));
    if (!instruction_.empty())
        q.asked += "\n" + instruction_;
    return q;
}

int QuestionStream::steps() const {
    return static_cast<int>((questions_ + stream_.batch_size - 1) / stream_.batch_size);
}

std::vector<StreamQuestion> QuestionStream::batch(int step) const {
    if (step < 1 || step > steps())
        throw std::out_of_range("step: expected 1 to " + std::to_string(steps()) + ", found " +
                                std::to_string(step));
    const std::int64_t begin = std::int64_t{step - 1} * stream_.batch_size;
    const std::int64_t end = std::min<std::int64_t>(begin + stream_.batch_size, questions_);
    std::vector<StreamQuestion> all;
    for (std::int64_t i = begin; i < end; ++i)
        all.push_back(question(order_.empty() ? i : order_[static_cast<std::size_t>(i)]));
    return all;
}

int QuestionStream::class_of(const std::string& answer, const StreamQuestion& question) const {
    int found = other_class();
    if (task_ && *task_ == TextTask::chain_arithmetic && answer.size() == 1 && answer[0] >= '0' &&
        answer[0] <= '9')
        found = answer[0] - '0';
    if (task_ && *task_ == TextTask::addition && !answer.empty() && answer.back() >= '0' &&
        answer.back() <= '9')
        found = answer.back() - '0';
    if (const auto known = labels_.find(answer); known != labels_.end())
        found = known->second;
    return found == question.label ? other_class() : found; // the right class is for right answers
}

} // namespace lab
