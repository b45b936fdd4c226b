#pragma once

#include "core/base/notice.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// How the rows of a public question set are laid out.
struct QuestionLayout {
    const char* id;
    const char* title;
    std::size_t published;                    ///< questions that the published file has; 0: none published
    std::vector<const char*> question_fields; ///< the first that a row has
    std::vector<const char*> answer_fields;   ///< likewise
    std::vector<const char*>
        solution_fields; ///< worked solutions, whose final answer counts where no answer is
};

/// gsm8k, math-500, college-math, aime-24, minerva-math, and "questions" for files of one's own with question
/// and answer.
const std::vector<QuestionLayout>& question_layouts();
/// Throws std::invalid_argument naming the known ones.
const QuestionLayout& question_layout(const std::string& id);

struct Question {
    std::string text;
    std::string answer; ///< the final one, as the set writes it
    std::size_t line = 0;
    bool operator==(const Question&) const = default;
};

/// The questions of a file, and what became of its rows.
struct QuestionSet {
    std::string id;
    std::vector<Question> questions;            ///< the used rows, in the file's order
    std::size_t found = 0;                      ///< rows: lines that are not empty
    std::map<std::string, std::size_t> skipped; ///< by reason: "no answer", …
    std::vector<Notice> notices; ///< rows that were skipped, fewer or more rows than published, repetitions

    std::size_t used() const { return questions.size(); }
};

/// Reads JSONL, a row per line: UTF-8, with or without a byte-order mark, plain or compressed with gzip.
/// Throws std::runtime_error naming the file: not there, no rows, none that can be used.
QuestionSet read_questions(const std::filesystem::path& file, const QuestionLayout& layout);
/// The same of its text. Throws std::invalid_argument with a sentence without a subject.
QuestionSet parse_questions(std::string_view text, const QuestionLayout& layout);

} // namespace lab
