#pragma once

#include "core/run/experiment.h"
#include "core/run/lane_pool.h"
#include "core/run/language_lane.h"
#include "core/run/run_control.h"
#include "core/run/state_store.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace lab {

/// A run of questions, step by step: what an Experiment does for a language specification. Its functions mean
/// what the experiment's own of the same names do.
class LanguageRun {
  public:
    LanguageRun(const ExperimentSpec& spec, LaneOrder order);

    const RunInfo& info() const { return info_; }
    /// False too where it was interrupted in the middle of the step: answers that were cut off by that are no
    /// answers, and the step has left nothing.
    bool step(StepOutput& output);
    void set_recipe(const SetRecipe& command);
    void set_schedule(const RunSchedule& schedule);
    std::optional<ForkLane> due_fork();
    bool cut_short() const;
    void check(int lane, const Recipe& recipe) const;
    void save_state(int lane, const std::string& path) const;
    void set_interrupted(std::function<bool()> interrupted);
    /// With the likeliest tokens of both branches; the answers are there in any case.
    void set_details(bool wanted) { candidates_ = wanted; }
    void set_checkpoint_bound(std::size_t bytes) { states_ = StateStore<LanguageLaneState>(bytes); }
    CheckpointUse checkpoints() const;
    bool fork(const ForkLane& wish, const std::function<void(StepOutput&)>& publish);

    const ExperimentSpec& spec() const { return spec_; }

  private:
    /// Where a forked lane began.
    struct Birth {
        int step = 0; ///< it starts from the state after this step
        LanguageLaneState state;
    };

    /// False where it was interrupted.
    bool work_on_all(const QuestionBatch& questions, StepOutput& output);
    bool interrupted() const { return interrupted_ && interrupted_(); }
    QuestionBatch batch(int step) const;
    std::unique_ptr<LanguageLane> new_lane(const LaneSpec& lane, int index,
                                           const LanguageLaneState* start = nullptr) const;
    /// The lane as it was after a step. Null where interrupted.
    std::unique_ptr<LanguageLane> lane_as_of(int parent, const LaneSpec& child, int index, int step) const;
    BatchDetailPtr detail_of(const QuestionBatch& batch, std::vector<StepDetail> lanes) const;
    void tell_all(const ExperimentSpec& spec, const at::Device& device, int threads);

    ExperimentSpec spec_; ///< lanes as they began; forked lanes are added at the end
    RunInfo info_;
    std::unique_ptr<LanguageModel> model_;
    std::unique_ptr<QuestionStream> stream_;
    std::unique_ptr<LanguageRunParts> parts_;
    std::vector<std::unique_ptr<LanguageLane>> lanes_;
    RunControl control_;
    StateStore<LanguageLaneState> states_;
    std::map<int, Birth> births_; ///< by lane
    std::function<bool()> interrupted_;
    bool candidates_ = false;
    std::optional<LanePool> pool_; ///< last: its workers use all of the above
};

} // namespace lab
