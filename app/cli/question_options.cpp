#include "app/cli/question_options.h"

#include "app/cli/options.h"
#include "core/base/resources.h"
#include "core/base/text.h"

#include <exception>
#include <stdexcept>

namespace lab::cli {

namespace {

constexpr const char* group = "Language models";

/// A file of questions is a mathematician's set, and is asked as harnesses do.
bool is_task(const std::string& questions) {
    return questions.find('/') == std::string::npos && questions.find('.') == std::string::npos;
}

/// The shipped model of a task has its name.
std::string shipped_model(const std::string& task) {
    try {
        resource_path("language/" + task + "/config.json");
        return task;
    } catch (const std::exception&) {
        throw std::invalid_argument("--questions: asks for --model, the folder of a language model; none is "
                                    "shipped for \"" +
                                    shown(task) + "\"");
    }
}

} // namespace

void add_question_options(CLI::App& command, QuestionOptions& options) {
    add_path(&command, "--questions", options.questions,
             "Ask a language model: a task (chain-arithmetic, addition) or a JSONL file of questions")
        ->group(group);
    add_path(&command, "--model", options.model,
             "Of either kind: a shipped model's id, a weight file, or the folder of a language model")
        ->group(group);
    add_path(&command, "--methods", options.methods,
             "Of either kind: a lane for each, such as none,tent,zerosiam")
        ->group(group);
    command
        .add_flag("--token-candidates", options.candidates,
                  "Keep the likeliest five tokens of both branches beside every token of an answer")
        ->group(group);
}

std::vector<std::string> assignments_of(const QuestionOptions& options) {
    std::vector<std::string> all;
    if (!options.questions.empty())
        all.push_back("data.questions=" + options.questions);
    if (!options.model.empty())
        all.push_back("model.id=" + options.model);
    if (options.methods.empty())
        return all;
    std::string lanes, rest = options.methods + ",";
    for (std::size_t comma; (comma = rest.find(',')) != std::string::npos; rest.erase(0, comma + 1)) {
        const std::string method = trimmed(rest.substr(0, comma));
        if (method.empty() || method.find_first_of("\"\\") != std::string::npos)
            throw std::invalid_argument(
                "--methods: expected names of methods with commas between them, found "
                "\"" +
                shown(options.methods) + "\"");
        lanes += (lanes.empty() ? "" : ",") +
                 ("{\"method\":\"" + (method == "none" ? std::string("no_adaptation") : method) + "\"}");
    }
    all.push_back("lanes=[" + lanes + "]");
    return all;
}

ExperimentSpec ground_of(const QuestionOptions& options) {
    ExperimentSpec spec = language_experiment(
        options.questions, options.model.empty() ? shipped_model(options.questions) : options.model);
    if (!is_task(options.questions)) {
        spec.questions.instruction = usual_instruction;
        spec.stream.steps = 0;
        spec.stream.decoding.max_tokens = 512;
    }
    return spec;
}

} // namespace lab::cli
