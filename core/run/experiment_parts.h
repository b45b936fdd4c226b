#pragma once

#include "core/dataset/image_set.h"
#include "core/model/model_file.h"
#include "core/run/checkpoint_store.h"
#include "core/run/detail_maker.h"
#include "core/run/experiment.h"
#include "core/run/lane.h"
#include "core/run/staged_stream.h"
#include "core/stream/prefetcher.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace lab {

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
    std::vector<SetRecipe> waiting;     ///< applied before the next step
    RunSchedule schedule;               ///< what of it is still to come
    int segment = -1;
    int done = 0; ///< latest finished step

    bool details = false;
    std::optional<DetailMaker> maker; ///< made when details are first wanted

    /// A switch of the past: holds from this step on.
    struct Change {
        int lane = 0;
        int step = 0;
        Recipe recipe;
    };
    /// Where a forked lane began.
    struct Birth {
        int step = 0; ///< it starts from the state after this step
        LaneCheckpoint state;
    };
    CheckpointStore checkpoints;
    std::vector<Change> changes;
    std::map<int, Birth> births; ///< by lane
    std::function<bool()> interrupted;

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
};

/// 512 clean pictures, or all, spread evenly over the set: what the axes of the feature maps are made from.
constexpr std::int64_t axes_images = 512;

} // namespace lab
