#pragma once

#include <cstdint>
#include <string>

/// What a language experiment asks, and how it is answered. A row of its stream is a question.
namespace lab {

/// How a question becomes the text that the model goes on from.
enum class PromptStyle {
    automatic, ///< chat where the model's folder has a template, else plain
    plain,     ///< the question alone
    chat,      ///< as the template of the model's folder says
};

/// What published harnesses put behind a question of mathematics.
inline constexpr const char* usual_instruction =
    "Please reason step by step, and put your final answer within \\boxed{}.";

/// Where the questions come from.
struct QuestionSource {
    /// Id of a task whose questions are made on the fly ("chain-arithmetic"), or the path of a JSONL file;
    /// empty: the experiment is one with pictures.
    std::string source;
    std::string layout = "questions"; ///< of a file's rows: "gsm8k", "math-500" …
    PromptStyle prompt = PromptStyle::automatic;
    std::string instruction = {}; ///< what stands behind each question: "Please reason step by step, …"
    bool operator==(const QuestionSource&) const = default;
};

enum class QuestionOrder {
    shuffled,
    by_answer, ///< one slot per answer (of tasks: per last digit), the slot's drawn with the imbalance ratio
    as_given,  ///< as they stand in the file, or as the series of a task's seed has them
};

enum class QuestionShiftKind {
    none,
    embedding_noise, ///< Gaussian noise on the embeddings of the question's tokens
    filler,          ///< characters that mean nothing between those of the question
    longer_chains,   ///< more operations, or digits, than in training
    low_bits,        ///< matrices of the model rounded to few bits
};

/// What makes the stream unlike the training.
struct QuestionShift {
    QuestionShiftKind kind = QuestionShiftKind::none;
    int severity = 3; ///< 1 to 5
    bool operator==(const QuestionShift&) const = default;
};

/// How answers are drawn.
struct AnswerDrawing {
    int max_tokens = 64;    ///< of an answer, its end token counted
    double temperature = 0; ///< 0: greedy
    double top_p = 1;       ///< draw among the most probable tokens that hold this share
    std::uint64_t seed = 0;
    bool operator==(const AnswerDrawing&) const = default;
};

} // namespace lab
