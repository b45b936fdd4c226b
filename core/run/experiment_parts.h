#pragma once

#include "core/dataset/image_set.h"
#include "core/model/model_file.h"
#include "core/run/checkpoint_store.h"
#include "core/run/detail_maker.h"
#include "core/run/experiment.h"
#include "core/run/lane.h"
#include "core/run/lane_pool.h"
#include "core/run/run_control.h"
#include "core/run/staged_stream.h"
#include "core/stream/prefetcher.h"

#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace lab {

/// What one lane makes of a batch, on whichever thread.
struct LaneTurn {
    std::optional<Recipe> recipe; ///< in: taken over before the step
    std::optional<StepRecord> record;
    std::vector<Event> events;
    StepDetail detail;
    std::vector<float> confidences;
    std::optional<LaneCheckpoint> state; ///< after the step, where it is kept
    bool stopped = false;
    std::size_t ticket = 0; ///< the pool's

    /// @param maker null: without detail
    void take(Lane& lane, const StagedBatch& staged, const DetailMaker* maker, bool keep_state);
};

/// A step that lanes have begun.
struct BegunStep {
    StagedBatch staged;
    StepOutput output; ///< as far as it is known before the lanes work
    bool details = false;
    std::vector<LaneTurn> turns; ///< by lane; the pool's works point to them
};

/// What a run consists of.
struct Experiment::Parts {
    ExperimentSpec spec; ///< lanes as they began; forked lanes are added at the end
    RunInfo info;
    OpenedModel opened; ///< the weights as they were read once, for all lanes and whatever else needs a model
    ModelCard card;
    at::TensorOptions options;
    std::shared_ptr<const ImageSet> images;
    std::vector<std::unique_ptr<Lane>> lanes;
    std::unique_ptr<Prefetcher> prefetcher;
    std::optional<StagedStream> stream; ///< of the prefetcher; goes first
    std::vector<Recipe> recipes;        ///< of the lanes, in the newest begun step
    std::vector<bool> stopped;          ///< of the lanes, after the latest finished step
    RunControl control;                 ///< switches count for the next step that is begun
    int segment = -1;                   ///< of the newest begun step

    bool details = false;
    std::optional<DetailMaker> maker; ///< made when details are first wanted

    /// Where a forked lane began.
    struct Birth {
        int step = 0; ///< it starts from the state after this step
        LaneCheckpoint state;
    };
    CheckpointStore checkpoints;
    std::map<int, Birth> births; ///< by lane
    std::function<bool()> interrupted;

    std::deque<std::unique_ptr<BegunStep>> begun; ///< the steps behind the latest finished one
    std::exception_ptr stream_fault;              ///< of the step behind those
    std::optional<LanePool> pool;                 ///< last: its threads use all of the above

    Prefetcher::Options stream_options(int first_step) const;
    /// The run's model as it was trained, in the run's precision.
    Model new_model() const;
    /// A lane as it is before its first step, or after the one that a state is from.
    std::unique_ptr<Lane> new_lane(const LaneSpec& lane, int index, const LaneCheckpoint* start = nullptr);
    /// The lane as it was after a step, brought there from the nearest state before. Null where interrupted.
    std::unique_ptr<Lane> lane_as_of(int parent, const LaneSpec& child, int index, int step);
    /// With axes from the model as it was trained and clean pictures.
    DetailMaker new_maker() const;
    BatchDetailPtr detail_of(const Batch& batch, std::vector<StepDetail> lanes) const;

    bool all_stopped() const;
    /// Whether lanes may begin another step before the next one is handed out.
    bool may_lead() const;
    /// Hands the next batch to the lanes. False where the stream has ended.
    bool begin_step(bool with_details);
    void throw_switches(BegunStep& step);
    void hand_over(BegunStep& step, std::size_t lane);
    /// Begins steps until `most` are begun beyond the first.
    void lead(std::size_t most, const std::function<bool()>& begin_next);
    /// A new lane takes part in steps that were begun for lanes that have all stopped.
    void add_to_begun(std::size_t lane);
    void wait_for(const BegunStep& step);
    /// Waits for the first of the begun steps, and what it brought.
    StepOutput finish_step();
};

/// Networks for pictures from this size on are large: a step takes gigabytes, so that their lanes take turns,
/// and threads share a layer well.
constexpr int large_image_size = 96;

/// 512 clean pictures, or all, spread evenly over the set: what the axes of the feature maps are made from.
constexpr std::int64_t axes_images = 512;

} // namespace lab
