#pragma once

#include "core/record/detail_store.h"
#include "core/record/recording.h"
#include "core/run/experiment.h"

#include <fstream>
#include <string>

namespace lab::cli {

/// Throws std::runtime_error where a run's files cannot be made in a folder, or an earlier run's stand there
/// and are not to be overwritten. Nothing is made or changed.
void expect_free_folder(const std::string& folder, bool overwrite);

/// The run's files: records as they come, one line each, flushed, and the answers of a language run; table
/// and summary at the end.
class RunOutput {
  public:
    /// Makes the folder and takes an earlier run's files away, so that none of them stands beside this
    /// run's.
    explicit RunOutput(const std::string& folder);
    void add(const StepOutput& step);
    void finish(const Recording& recording) const;

  private:
    std::string folder_;
    std::ofstream records_;
    DetailStore answers_; ///< of the steps, as many as a recording takes along
};

/// What runs: data, model, schedule, seed, images, batch, device; then what must be known of it. Throws where
/// it cannot be printed.
void print_heading(const Recording& recording);
/// A row for each lane.
void print_table(const Recording& recording);

} // namespace lab::cli
