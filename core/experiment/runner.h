#pragma once

#include "core/experiment/record.h"
#include "core/experiment/spec.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace lab {

enum class RunState {
    idle,    ///< nothing has run yet
    loading, ///< data and models are being read
    running,
    paused,
    finished, ///< the stream came to its end
    stopped,  ///< by the user
    failed,   ///< `message` says why
};

/// What the runner knows about a run once its data and model are loaded.
struct RunInfo {
    std::vector<std::string> class_names;
    std::string data_title;
    std::string model_title;
    std::string device; ///< "CPU, 2 threads"
    int feature_count = 0;
    int total_steps = 0;
    std::int64_t total_images = 0;
};

/// News since the last drain. All plain values.
struct Update {
    std::uint64_t run = 0;
    RunState state = RunState::idle;
    std::string message; ///< a sentence where the state needs one
    bool info_changed = false;
    RunInfo info;
    std::vector<StepRecord> records;
    std::vector<Event> events;
    bool has_preview = false;
    BatchPreview preview;
    double images_per_second = 0; ///< stream images per second, all lanes together
    double eta_seconds = 0;
};

/// Replaces a lane's recipe between two steps: the window's switches. Of several for one lane that wait,
/// only the last counts.
struct SetRecipe {
    int lane = 0;
    Recipe recipe;
    std::string text; ///< for the event: "stop-gradient off"
};

/// Runs experiments on a thread of its own. That thread owns models and device; this class is the only door.
/// All member functions are safe to call from the window's thread and never wait for a step (the destructor
/// waits for the one in flight).
class Runner {
  public:
    Runner();
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// Ends the present run, if any, and begins another. Returns its id, which rises with every run.
    std::uint64_t start(const ExperimentSpec& spec, bool paused = false);
    void pause();
    void resume();
    /// Does one step and pauses again.
    void step();
    void stop();
    void set_recipe(const SetRecipe& command);

    /// Takes everything that happened since the last call; records of an older run are never returned.
    Update drain();

  private:
    struct Shared;
    std::unique_ptr<Shared> shared_;
};

} // namespace lab
