#pragma once

#include "core/adapt/adapter.h"
#include "core/measure/collapse_detector.h"
#include "core/measure/meter.h"
#include "core/model/model_file.h"
#include "core/record/record.h"
#include "core/run/clean_pictures.h"
#include "core/run/detail_maker.h"
#include "core/run/lane_checkpoint.h"
#include "core/spec/spec.h"
#include "core/stream/prefetcher.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace lab {

/// One method on the stream: a model of its own, its adapter, its measures.
class Lane {
  public:
    /// @param clean_pictures begins normalised clean pictures for EATA's Fisher estimate; asked when needed
    using CleanPictures = std::function<NextBatch()>;
    /// @param start a state to go on from; null: the lane is as it is before its first step
    Lane(const LaneSpec& spec, int index, Model model, std::uint64_t seed, CleanPictures clean_pictures,
         const LaneCheckpoint* start = nullptr);

    /// Predicts, measures, then adapts. Events (resets, collapse, a fault) are appended.
    /// @param input the batch as the model eats it
    /// @param maker where it is given, `detail` is filled in; record and events are the same without
    StepRecord step(const Batch& batch, const at::Tensor& input, std::vector<Event>& events,
                    const DetailMaker* maker = nullptr, StepDetail* detail = nullptr);
    void set_recipe(const Recipe& recipe);
    const Recipe& recipe() const { return spec_.recipe; }

    /// Everything that decides its further steps; restore() makes a lane of the same model and seed go on
    /// from there, digit for digit.
    LaneCheckpoint checkpoint() const;
    void restore(const LaneCheckpoint& saved);

    /// After a fault or by its own collapse action; it takes no further steps.
    bool stopped() const { return stopped_; }
    const std::string& name() const { return name_; }
    Adapter& adapter() { return adapter_; }
    const Adapter& adapter() const { return adapter_; }
    const std::vector<float>& confidences() const { return confidences_; }

  private:
    void apply_reset_policy(const Batch& batch, std::vector<Event>& events);
    void reset();
    void stop(const Batch& batch, StopCause cause, std::vector<Event>& events);
    void watch_for_collapse(const Batch& batch, StepRecord& record, std::vector<Event>& events);
    /// What a recipe asks of clean pictures, once.
    void look_at_clean_pictures();

    LaneSpec spec_;
    int index_;
    std::string name_;
    Adapter adapter_;
    CleanPictures clean_pictures_;
    Meter meter_;
    CollapseDetector detector_;
    std::vector<float> confidences_;
    int resets_ = 0;
    int collapsed_at_ = 0;
    int segment_ = -1;
    bool stopped_ = false;
    bool frozen_ = false;
    std::int64_t images_seen_ = 0;
};

} // namespace lab
