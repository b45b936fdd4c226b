#include "core/text/text_task.h"

#include "core/base/random.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <stdexcept>

namespace lab {

namespace {

/// Keys that keep the streams of random numbers apart.
enum class Stream : std::uint64_t { question = 0x51, result = 0x52, order = 0x53 };

/// What a step's right result becomes: itself, or a random one.
using Settle = std::function<int(int right, int count)>;

int as_written(int right, int) {
    return right;
}

char digit(int value) {
    return static_cast<char>('0' + value);
}

int value_of(char c) {
    return c - '0';
}

int modulo_10(int left, char operation, int right) {
    switch (operation) {
    case '+':
        return (left + right) % 10;
    case '-':
        return (left - right + 10) % 10;
    default:
        return left * right % 10;
    }
}

std::string chain_question(Random& random, int operations) {
    std::string text(1, digit(static_cast<int>(random.integer(10))));
    for (int i = 0; i < operations; ++i) {
        text += "+-*"[random.integer(3)];
        text += digit(static_cast<int>(random.integer(10)));
    }
    return text + "=?";
}

/// One operation after the other: the first product, else the first of all.
void solve_chain(WorkedQuestion& q, const Settle& settle) {
    std::string left = q.question.substr(0, q.question.size() - 2); // a digit, and sign and digit in turns
    while (left.size() > 1) {
        const auto product = left.find('*');
        const std::size_t at = product == std::string::npos ? 1 : product;
        const int right = modulo_10(value_of(left[at - 1]), left[at], value_of(left[at + 1]));
        const char result = digit(settle(right, 10));
        q.work += left.substr(at - 1, 3) + "=" + result + ";";
        left.replace(at - 1, 3, 1, result);
    }
    q.answer = left;
}

std::string addition_question(Random& random, int digits) {
    const auto number = [&] {
        std::string text(1, digit(1 + static_cast<int>(random.integer(9))));
        while (std::ssize(text) < digits)
            text += digit(static_cast<int>(random.integer(10)));
        return text;
    };
    const std::string first = number();
    return first + "+" + number() + "=?";
}

/// From the ones on; a carry is written where there is one.
void solve_addition(WorkedQuestion& q, const Settle& settle) {
    const std::size_t plus = q.question.find('+');
    const std::string first = q.question.substr(0, plus),
                      second = q.question.substr(plus + 1, q.question.size() - plus - 3);
    bool carry = false;
    int result = 0;
    for (std::size_t i = first.size(); i-- > 0;) {
        result = settle(value_of(first[i]) + value_of(second[i]) + (carry ? 1 : 0), 20);
        (((q.work += first[i]) += '+') += second[i]) += carry ? "+1=" : "=";
        q.work += std::to_string(result) + ";";
        q.answer.insert(0, i == 0 ? std::to_string(result) : std::string(1, digit(result % 10)));
        carry = result >= 10;
    }
}

WorkedQuestion solved(TextTask task, std::string question, const Settle& settle) {
    WorkedQuestion q;
    q.question = std::move(question);
    if (task == TextTask::chain_arithmetic)
        solve_chain(q, settle);
    else
        solve_addition(q, settle);
    q.group = value_of(q.answer.back());
    return q;
}

/// The text's parts that end in ";", and what is left behind the last one.
std::vector<std::string_view> steps_of(std::string_view work) {
    std::vector<std::string_view> steps;
    while (!work.empty()) {
        const auto end = work.find(';');
        const std::size_t length = end == std::string_view::npos ? work.size() : end + 1;
        steps.push_back(work.substr(0, length));
        work.remove_prefix(length);
    }
    return steps;
}

} // namespace

const std::vector<TextTaskRow>& text_tasks() {
    static const std::vector<TextTaskRow> rows = {
        {TextTask::chain_arithmetic, "chain-arithmetic", "Chain arithmetic modulo 10", 2, 4, 12},
        {TextTask::addition, "addition", "Addition of three digits", 3, 3, 12},
    };
    return rows;
}

const TextTaskRow& row_of(TextTask task) {
    return *std::find_if(text_tasks().begin(), text_tasks().end(),
                         [&](const TextTaskRow& row) { return row.task == task; });
}

const TextTaskRow& text_task(std::string_view id) {
    std::string known;
    for (const TextTaskRow& row : text_tasks()) {
        if (id == row.id)
            return row;
        known += (known.empty() ? "" : ", ") + std::string(row.id);
    }
    throw std::invalid_argument("task: expected one of " + known + ", found \"" + shown(id) + "\"");
}

TaskSplit split_of(std::string_view question) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a, 64 bits
    for (const char c : question)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return Random({hash}).integer(8) == 0 ? TaskSplit::test : TaskSplit::training;
}

WorkedQuestion worked_question(TextTask task, TaskSplit split, std::uint64_t seed, std::uint64_t number,
                               QuestionLength length) {
    const TextTaskRow& row = row_of(task);
    if (length == QuestionLength{})
        length = {row.least_length, row.most_length};
    if (length.least < 1 || length.most < length.least || length.most > row.greatest_length)
        throw std::invalid_argument("length: expected 1 to " + std::to_string(row.greatest_length) +
                                    ", found " + std::to_string(length.least) + " to " +
                                    std::to_string(length.most));
    Random random({static_cast<std::uint64_t>(Stream::question), static_cast<std::uint64_t>(task),
                   split == TaskSplit::test ? 1u : 0u, seed, number});
    const int size =
        length.least +
        static_cast<int>(random.integer(static_cast<std::uint32_t>(length.most - length.least + 1)));
    for (;;) {
        std::string question = task == TextTask::chain_arithmetic ? chain_question(random, size)
                                                                  : addition_question(random, size);
        if (split_of(question) == split)
            return solved(task, std::move(question), as_written);
    }
}

WorkedQuestion with_random_results(TextTask task, const WorkedQuestion& question, double share,
                                   std::uint64_t seed, std::uint64_t number) {
    Random random({static_cast<std::uint64_t>(Stream::result), seed, number});
    return solved(task, question.question, [&](int right, int count) {
        return random.uniform() < share ? static_cast<int>(random.integer(static_cast<std::uint32_t>(count)))
                                        : right;
    });
}

void order_by_group(std::vector<WorkedQuestion>& questions, const std::vector<int>& groups) {
    const auto place = [&](const WorkedQuestion& q) {
        return std::find(groups.begin(), groups.end(), q.group) - groups.begin();
    };
    std::stable_sort(questions.begin(), questions.end(),
                     [&](const WorkedQuestion& a, const WorkedQuestion& b) { return place(a) < place(b); });
}

std::vector<int> order_of_groups(std::uint64_t seed) {
    std::vector<int> groups(10);
    std::iota(groups.begin(), groups.end(), 0);
    Random random({static_cast<std::uint64_t>(Stream::order), seed});
    for (std::size_t i = groups.size(); i > 1; --i)
        std::swap(groups[i - 1], groups[random.integer(static_cast<std::uint32_t>(i))]);
    return groups;
}

WorkJudgement judge_work(const WorkedQuestion& question, std::string_view text) {
    WorkJudgement found;
    std::string_view work = text;
    if (const auto mark = text.rfind('#'); mark != std::string_view::npos) {
        work = text.substr(0, mark);
        if (const std::string answer = trimmed(text.substr(mark + 1)); !answer.empty())
            found.answer = answer;
    }
    found.right = found.answer == question.answer;
    const std::vector<std::string_view> said = steps_of(work), expected = steps_of(question.work);
    found.steps = said.size() - (!said.empty() && !said.back().ends_with(';') ? 1 : 0);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < std::max(said.size(), expected.size()); ++i) {
        if (i < said.size() && i < expected.size() && said[i] == expected[i]) {
            begin += said[i].size();
            continue;
        }
        found.first_wrong = i;
        found.wrong_begin = begin;
        found.wrong_end = begin + (i < said.size() ? said[i].size() : 0);
        break;
    }
    return found;
}

} // namespace lab
