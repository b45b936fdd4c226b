#pragma once

#include "core/spec/spec.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace lab::cli {

/// What `run` takes so that a language experiment needs no file.
struct QuestionOptions {
    std::string questions; ///< a task or a file; empty: pictures, unless the specification asks questions
    std::string model;     ///< of either kind of experiment
    std::string methods;   ///< "none,tent,zerosiam"
    bool candidates = false;
};

/// --questions, --model, --methods, --token-candidates. The options must outlive the command.
void add_question_options(CLI::App& command, QuestionOptions& options);

/// What is set, as fields of an experiment: "data.questions=chain-arithmetic", "lanes=[{"method":"tent"}]".
/// Throws std::invalid_argument where a list of methods has an empty name.
std::vector<std::string> assignments_of(const QuestionOptions& options);

/// The experiment that --questions stands for, before fields are set: no adaptation, Tent and ZeroSiam.
/// Throws std::invalid_argument where no model is named and none is shipped for the task.
ExperimentSpec ground_of(const QuestionOptions& options);

} // namespace lab::cli
