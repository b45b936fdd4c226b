#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace lab::cli {

/// What `train --task` takes beside the options that it shares with pictures.
struct LanguageTraining;

/// Adds --task, --to, --steps, --random-results and --test-questions.
/// @param pictures_only options that --task excludes
std::shared_ptr<LanguageTraining> add_language_training(CLI::App* command,
                                                        const std::vector<CLI::Option*>& pictures_only);
/// Whether --task was given.
bool is_asked_for(const LanguageTraining& training);

/// What both kinds of training have; 0 and no value: the task's default.
struct SharedTraining {
    int batch_size = 0;
    double rate = 0;
    std::uint64_t seed = 0;
    int threads = 0;
};
void run_language_training(const LanguageTraining& training, const SharedTraining& shared);

} // namespace lab::cli
