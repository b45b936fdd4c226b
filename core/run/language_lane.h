#pragma once

#include "core/adapt/language_adapter.h"
#include "core/measure/answer_meter.h"
#include "core/measure/meter.h"
#include "core/measure/text_collapse.h"
#include "core/record/record.h"
#include "core/record/step_detail.h"
#include "core/run/question_batch.h"
#include "core/spec/spec.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lab {

/// Everything that decides what a lane does and measures from here on.
struct LanguageLaneState {
    AdapterState adapter;
    Recipe recipe;
    Meter meter;
    AnswerMeter answers;
    TextCollapseDetector detector;
    int resets = 0;
    int collapsed_at = 0;
    bool begun = false;
    bool stopped = false;
    bool unadapted = true;
    std::int64_t questions_seen = 0;
    std::vector<Recipe> with_parts; ///< those so far that gave the model low-rank pairs or a shift

    /// Memory that it holds, bytes; the measures' windows are counted as a round 256 KiB.
    std::size_t bytes() const;
};

/// One method on a stream of questions: a model of its own, its adapter, its measures. As Lane is for
/// pictures.
class LanguageLane {
  public:
    /// @param start a state to go on from; null: the lane is as it is before its first step
    LanguageLane(const LaneSpec& spec, int index, std::unique_ptr<Decoder> decoder,
                 const LanguageRunParts& parts, std::uint64_t seed, const LanguageLaneState* start = nullptr);

    /// Answers, judges, measures, then adapts. Events (resets, collapse, a fault) are appended.
    /// @param detail takes the answers
    /// @param candidates with the likeliest tokens of both branches; record and events are the same without
    StepRecord step(const QuestionBatch& batch, std::vector<Event>& events, StepDetail& detail,
                    bool candidates);
    void set_recipe(const Recipe& recipe);
    const Recipe& recipe() const { return spec_.recipe; }

    LanguageLaneState state() const;
    void restore(const LanguageLaneState& saved);

    bool stopped() const { return stopped_; }
    const std::string& name() const { return name_; }
    LanguageAdapter& adapter() { return adapter_; }
    const LanguageAdapter& adapter() const { return adapter_; }

  private:
    void note_parts(const Recipe& recipe);
    void reset();
    void stop(int step, StopCause cause, std::vector<Event>& events);
    void watch_for_collapse(int step, const std::vector<SaidAnswer>& said, StepRecord& record,
                            std::vector<Event>& events);

    LaneSpec spec_;
    int index_;
    std::string name_;
    const LanguageRunParts& parts_;
    LanguageAdapter adapter_;
    Meter meter_;
    AnswerMeter answers_;
    TextCollapseDetector detector_;
    int resets_ = 0;
    int collapsed_at_ = 0;
    bool begun_ = false;
    bool stopped_ = false;
    bool unadapted_ = true; ///< its weights are those of the model as it was trained
    std::int64_t questions_seen_ = 0;
    std::vector<Recipe> with_parts_; ///< recipes so far that gave the model low-rank pairs or a shift
};

} // namespace lab
