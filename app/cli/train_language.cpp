#include "app/cli/train_language.h"

#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/progress.h"

#include "core/base/new_folder.h"
#include "core/base/text.h"
#include "core/train/language_trainer.h"

#include <ATen/Parallel.h>

#include <cstdio>
#include <sstream>
#include <thread>

namespace lab::cli {

struct LanguageTraining {
    std::string task, to;
    LanguageTrainOptions options;
};

namespace {

/// The command as a user would type it again.
std::string command_text(const LanguageTraining& t, const LanguageTrainOptions& o, int threads) {
    std::ostringstream text;
    text << "collapse-lab-cli train --task " << t.task << " --steps " << o.steps << " --batch "
         << o.batch_size << " --rate " << o.rate << " --random-results " << o.random_results << " --seed "
         << o.seed << " --threads " << threads << " --to " << t.to;
    return text.str();
}

std::string score_text(const TrainedLanguageModel& model) {
    char text[200];
    std::snprintf(text, sizeof text, "%.2f %% of %d test questions right, %.2f %% with all steps right",
                  100 * model.score.accuracy(), model.score.questions,
                  100.0 * model.score.work_right / model.score.questions);
    return text;
}

} // namespace

std::shared_ptr<LanguageTraining> add_language_training(CLI::App* command,
                                                        const std::vector<CLI::Option*>& pictures_only) {
    auto t = std::make_shared<LanguageTraining>();
    std::vector<std::string> ids;
    for (const TextTaskRow& row : text_tasks())
        ids.emplace_back(row.id);
    CLI::Option* task = command
                            ->add_option("--task", t->task,
                                         "Train a language model of 0.73 M weights on worked questions of "
                                         "this kind instead of a classifier of pictures")
                            ->check(CLI::IsMember(ids));
    for (CLI::Option* option : pictures_only)
        option->excludes(task);
    CLI::Option* to = add_path(command, "--to", t->to, "With --task: the new folder to write");
    CLI::Option* steps =
        add_whole(command, "--steps", t->options.steps, "With --task: batches to learn from", 1, 10'000'000);
    CLI::Option* random = add_real(command, "--random-results", t->options.random_results,
                                   "With --task: share of the worked steps whose result is random", 0, 1);
    CLI::Option* tests =
        add_whole(command, "--test-questions", t->options.test_questions,
                  "With --task: questions to ask at the end, of which none was learnt from", 1, 1'000'000);
    for (CLI::Option* option : {to, steps, random, tests})
        option->needs(task);
    task->needs(to);
    return t;
}

bool is_asked_for(const LanguageTraining& training) {
    return !training.task.empty();
}

void run_language_training(const LanguageTraining& training, const SharedTraining& shared) {
    watch_for_signals();
    LanguageTrainOptions options = training.options;
    options.task = text_task(training.task).task;
    options.seed = shared.seed;
    if (shared.batch_size > 0)
        options.batch_size = shared.batch_size;
    if (shared.rate > 0)
        options.rate = shared.rate;
    expect_new_folder(training.to);
    const int threads = shared.threads > 0
                            ? shared.threads
                            : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    at::set_num_threads(threads);
    options.command = command_text(training, options, threads);
    ProgressLine line;
    const auto tell = [&](const LanguageTrainProgress& news) {
        char text[200];
        std::snprintf(text, sizeof text, "step %d/%d, loss %.3f, %.0f tokens/s, %s left", news.step,
                      news.steps, news.loss, news.tokens_per_second, duration_text(news.eta_seconds).c_str());
        line.show(static_cast<double>(news.step) / news.steps, text);
        return interrupted_by() == nullptr;
    };
    const TrainedLanguageModel model = train_language(options, tell);
    line.finish();
    write_language_folder(training.to, model);
    if (model.steps < options.steps)
        throw CutShort(std::string("interrupted by ") + interrupted_by() + " after step " +
                       std::to_string(model.steps) + " of " + std::to_string(options.steps) + "; " +
                       shown(training.to) + " holds the weights as they are then: " + score_text(model));
    std::printf("%s: %lld parameters, %s\n", training.to.c_str(),
                static_cast<long long>(model.decoder->parameters().count()), score_text(model).c_str());
}

} // namespace lab::cli
