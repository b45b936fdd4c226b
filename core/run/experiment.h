#pragma once

#include "core/record/record.h"
#include "core/record/step_detail.h"
#include "core/run/runner.h"
#include "core/spec/spec.h"
#include "core/stream/plan.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lab {

/// What one step of all lanes brought.
struct StepOutput {
    std::vector<StepRecord> records;
    std::vector<Event> events;
    BatchPreview preview;              ///< without pictures where a fork catches up
    BatchDetailPtr detail;             ///< null where details are off
    std::vector<LaneSpec> added_lanes; ///< forked just now
};

class LanguageRun;

/// How lanes share the processor.
enum class LaneOrder {
    at_once, ///< several at a time (shared_threads), where their networks are small enough to
    in_turn, ///< one after the other, each with all threads: what times are to be compared with
};

/// A run, step by step: data, model, stream and lanes of one specification, with pictures or with questions.
/// The command line drives it directly, the window through a Runner. Whichever lane is done first, steps,
/// records and events come in order, and their digits depend on the specification and the number of threads
/// per lane alone.
class Experiment {
  public:
    /// Loads everything. Throws std::invalid_argument or std::runtime_error with a sentence a user can act
    /// on.
    explicit Experiment(const ExperimentSpec& spec, LaneOrder order = LaneOrder::at_once);
    ~Experiment();
    Experiment(const Experiment&) = delete;
    Experiment& operator=(const Experiment&) = delete;

    const RunInfo& info() const;
    /// Does one batch on all lanes. False where the stream has ended, or every lane has stopped.
    bool step(StepOutput& output);
    /// From the next call of step() on lanes may begin this many steps beyond the one that it hands out, so
    /// that the quicker ones need not wait for the slowest after every batch. 0 (the default): none. Switches
    /// and forks of the schedule keep their steps all the same.
    static constexpr int usual_lead = 2;
    void set_lead(int steps) { lead_ = steps; }
    /// Steps that lanes have begun and step() has not handed out yet: 0 without a lead.
    int begun() const;
    /// From the next step on that no lane has begun; the event is part of that step's output. Throws
    /// std::invalid_argument for a lane that is not there.
    void set_recipe(const SetRecipe& command);
    /// Switches are thrown, forks come due and the run ends as it says. Throws std::invalid_argument for a
    /// step or lane that the run does not have.
    void set_schedule(const RunSchedule& schedule);
    /// The next fork of the schedule that is to be made before the next step; it is handed out once.
    std::optional<ForkLane> due_fork();
    /// The schedule has ended the run, and the stream goes on.
    bool cut_short() const;
    /// Throws std::invalid_argument where a recipe cannot be set: no such lane, or frozen layers that the
    /// model does not have.
    void check(int lane, const Recipe& recipe) const;
    /// Writes what adaptation may have changed of a lane's model, as it is now (.safetensors), for another
    /// lane's `start_from`: weights that were ever trained, and averages of BatchNorm layers where they move.
    /// Throws std::runtime_error naming the file, std::logic_error while steps are begun.
    void save_state(int lane, const std::string& path) const;
    /// Asked between the two passes of a sharpness-aware step, by the thread that works on the lane. To be
    /// set before the first step.
    void set_interrupted(std::function<bool()> interrupted);

    /// Details of every step from the next on, or of none. They change no record. A step of questions always
    /// has its answers; wanted details are the likeliest tokens beside them.
    void set_details(bool wanted);
    /// Keeps the lanes' states at every k-th step within this many bytes, so that forks from earlier steps
    /// need not begin at the first. 0 (the default) keeps none.
    void set_checkpoint_bound(std::size_t bytes);
    CheckpointUse checkpoints() const;
    /// Adds a lane that goes on from another's state after a finished step. Steps that are begun are finished
    /// and published first. The lane catches up at once; its records are published step by step, the new lane
    /// and the event first. False where it was interrupted; the run must then end. Throws
    /// std::invalid_argument for a lane or step that is not there.
    bool fork(const ForkLane& wish, const std::function<void(StepOutput&)>& publish);

  private:
    struct Parts;
    std::unique_ptr<LanguageRun> language_; ///< of a language specification, which has it in place of parts
    void open(const ExperimentSpec& spec, LaneOrder order);
    bool advance(StepOutput& output);
    bool fork_lane(const ForkLane& wish, const std::function<void(StepOutput&)>& publish);
    /// Blind spot: which of the plan's items to adapt on the model as it was trained gets wrong.
    static std::vector<bool> wrong_of_unadapted(const Parts& parts, const std::vector<StreamItem>& plan);
    std::unique_ptr<Parts> parts_;
    bool details_wanted_ = false;
    int lead_ = 0;
};

} // namespace lab
