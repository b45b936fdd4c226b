#pragma once

#include "core/record/record.h"
#include "core/record/replay.h"
#include "core/record/run_info.h"
#include "core/record/step_detail.h"
#include "core/spec/spec.h"

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

/// The saved states that forks start from.
struct CheckpointUse {
    int steps = 0;         ///< that have one
    int interval = 0;      ///< every so many steps
    std::size_t bytes = 0; ///< in use
    std::size_t bound = 0;
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
    std::vector<BatchDetailPtr> details; ///< of the newest steps, where they are wanted
    std::vector<LaneSpec> added_lanes;   ///< forked; their records are among `records` from now on
    std::string notice;                  ///< a sentence about a fork that could not be made
    CheckpointUse checkpoints;
};

/// Replaces a lane's recipe between two steps: the window's switches. Of several for one lane that wait,
/// only the last counts.
struct SetRecipe {
    int lane = 0;
    Recipe recipe;
};

/// Asks for a lane that goes on from another's state, with a recipe of its own.
struct ForkLane {
    int parent = 0;
    int step = 0; ///< the state after this step; 0: before the first
    Recipe recipe;
    std::string name; ///< of the new lane
};

/// Runs experiments on a thread of its own. That thread owns models and device; this class is the only door.
/// All member functions are virtual, because the window calls a runner that lies in another library; nothing
/// overrides them. They are safe to call from the window's thread and never wait for a step (the destructor
/// waits for the one in flight).
class Runner {
  public:
    Runner();
    virtual ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// Ends the present run, if any, and begins another. Returns its id, which rises with every run.
    /// @param schedule switches and forks that are made at their steps, between those that are asked for
    virtual std::uint64_t start(const ExperimentSpec& spec, bool paused = false,
                                const RunSchedule& schedule = {});
    virtual void pause();
    virtual void resume();
    /// Does one step and pauses again.
    virtual void step();
    virtual void stop();
    virtual void set_recipe(const SetRecipe& command);
    /// Between two steps, and while paused at once. The new lane catches up before the run goes on; a wish
    /// that cannot be fulfilled comes back as Update::notice.
    virtual void fork(const ForkLane& wish);
    /// Details of the steps from now on (step_detail.h), of this run and those that follow. Off at first.
    virtual void set_details(bool wanted);
    /// Bytes for saved states.
    static constexpr std::size_t checkpoint_bound = std::size_t{64} << 20;
    /// Details that wait for a drain at most; older ones are dropped.
    static constexpr std::size_t most_waiting_details = 256;

    /// Takes everything that happened since the last call; records of an older run are never returned.
    virtual Update drain();

  private:
    struct Shared;
    std::unique_ptr<Shared> shared_;
};

} // namespace lab
