#include "core/text/question_set.h"

#include "core/base/compression.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/text/answer.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <set>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::json;

/// Of a row; the longest published ones have a few thousand bytes.
constexpr std::size_t longest_row = std::size_t{1} << 20;
constexpr int deepest = 16;

/// The row, or nothing where it is no JSON object. The depth is bounded while it is read.
std::optional<Json> row_of(std::string_view line) {
    bool too_deep = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > deepest;
        return !too_deep;
    };
    Json row = Json::parse(line, watch, false);
    if (too_deep || !row.is_object())
        return std::nullopt;
    return row;
}

/// A text, or a number as it is written: AIME's answers are both.
std::string text_of(const Json& value) {
    if (value.is_string())
        return trimmed(value.get<std::string>());
    return value.is_number() ? value.dump() : std::string();
}

std::string first_of(const Json& row, const std::vector<const char*>& fields) {
    for (const char* field : fields)
        if (const auto found = row.find(field); found != row.end())
            if (std::string text = text_of(*found); !text.empty())
                return text;
    return {};
}

/// Two fields that could both be the question, and say different things.
bool contradicts(const Json& row, const std::vector<const char*>& fields) {
    std::set<std::string> texts;
    for (const char* field : fields)
        if (const auto found = row.find(field); found != row.end() && !text_of(*found).empty())
            texts.insert(text_of(*found));
    return texts.size() > 1;
}

/// The final answer of a worked solution, if it is marked as such.
std::string marked_answer(const std::string& solution) {
    const auto found = extract_answer(solution);
    const bool marked = found && (found->rule == AnswerRule::boxed || found->rule == AnswerRule::hashes);
    return marked ? found->text : std::string();
}

/// Empty where the row can be used; else why not.
std::string take_row(std::string_view line, const QuestionLayout& layout, Question& question) {
    if (line.size() > longest_row)
        return "longer than a megabyte";
    const std::optional<Json> row = row_of(line);
    if (!row)
        return "no JSON object";
    if (contradicts(*row, layout.question_fields))
        return "two questions";
    question.text = first_of(*row, layout.question_fields);
    if (question.text.empty())
        return "no question";
    std::string answer = first_of(*row, layout.answer_fields);
    // GSM8K's answers are worked solutions; only what is behind the hashes is the answer.
    if (answer.find("####") != std::string::npos)
        answer = marked_answer(answer);
    if (answer.empty())
        answer = marked_answer(first_of(*row, layout.solution_fields));
    if (answer.empty())
        return "no answer";
    question.answer = std::move(answer);
    return {};
}

void tell(QuestionSet& set, const QuestionLayout& layout) {
    const auto notice = [&](bool warning, const std::string& text) {
        set.notices.push_back({NoticeSubject::data, warning, text});
    };
    for (const auto& [reason, count] : set.skipped)
        notice(true,
               std::to_string(count) + " of " + std::to_string(set.found) + " rows left out: " + reason);
    if (layout.published > 0 && set.found != layout.published)
        notice(true, std::string(layout.title) + " has " + std::to_string(layout.published) +
                         " questions as published, this file " + std::to_string(set.found));
    std::set<std::string_view> seen;
    std::size_t again = 0;
    for (const Question& question : set.questions)
        again += seen.insert(question.text).second ? 0 : 1;
    if (again > 0)
        notice(false,
               std::to_string(again) + " questions stand in the file more than once, and are asked as often");
}

} // namespace

const std::vector<QuestionLayout>& question_layouts() {
    static const std::vector<QuestionLayout> all = {
        {"gsm8k", "GSM8K", 1319, {"question"}, {"answer"}, {}},
        {"math-500", "MATH-500", 500, {"problem", "question"}, {"answer"}, {"solution"}},
        {"college-math", "CollegeMath", 2818, {"question", "problem"}, {"answer"}, {}},
        {"aime-24", "AIME 2024", 30, {"problem", "question"}, {"answer"}, {"solution"}},
        {"minerva-math", "Minerva Math", 272, {"problem", "question"}, {"answer"}, {"solution"}},
        {"questions", "Questions", 0, {"question", "problem"}, {"answer"}, {"solution"}},
    };
    return all;
}

const QuestionLayout& question_layout(const std::string& id) {
    std::string known;
    for (const QuestionLayout& layout : question_layouts()) {
        if (id == layout.id)
            return layout;
        known += (known.empty() ? "" : ", ") + std::string(layout.id);
    }
    throw std::invalid_argument("a question set: expected one of " + known + ", found \"" + shown(id) + "\"");
}

QuestionSet parse_questions(std::string_view text, const QuestionLayout& layout) {
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    if (!is_utf8(text))
        throw std::invalid_argument("is no text in UTF-8");
    QuestionSet set;
    set.id = layout.id;
    std::size_t line_number = 0;
    while (!text.empty()) {
        // Within texts other line ends than these are escaped in JSON, or are characters of the text.
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line_number;
        if (line.empty())
            continue;
        ++set.found;
        Question question;
        question.line = line_number;
        if (const std::string reason = take_row(line, layout, question); !reason.empty())
            ++set.skipped[reason];
        else
            set.questions.push_back(std::move(question));
    }
    if (set.found == 0)
        throw std::invalid_argument("expected a question in each line, found none");
    if (set.questions.empty()) {
        std::string reasons;
        for (const auto& [reason, count] : set.skipped)
            reasons += (reasons.empty() ? "" : ", ") + std::to_string(count) + " with " + reason;
        throw std::invalid_argument("expected rows of " + std::string(layout.title) +
                                    " in JSON, one a line, found " + std::to_string(set.found) +
                                    " that cannot be used: " + reasons);
    }
    tell(set, layout);
    return set;
}

QuestionSet read_questions(const std::filesystem::path& file, const QuestionLayout& layout) {
    constexpr std::size_t most = std::size_t{512} << 20;
    expect_regular_file(file, "questions in JSONL");
    std::string content = file_content(file, most);
    try {
        if (is_gzip(content))
            content = decompressed(content, Wrapping::gzip, most);
        return parse_questions(content, layout);
    } catch (const std::exception& fault) {
        throw std::runtime_error(shown(file.native()) + ": " + fault.what());
    }
}

} // namespace lab
