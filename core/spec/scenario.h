#pragma once

#include "core/spec/corruption_kind.h"
#include "core/spec/questions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

enum class ScenarioKind {
    mild,        ///< shuffled, one corruption
    label_shift, ///< one slot per class that has pictures, the slot's class drawn with the imbalance ratio
    mixed,       ///< the standard corruptions shuffled into one stream
    continual,   ///< one corruption after the other
    noise_first, ///< batches of pure Gaussian noise, then the stream
    blind_spot,  ///< adapt only on what the unadapted model gets wrong, then freeze and score everything
    ramp,        ///< one corruption, severity 1 up to 5 and down again
    custom,      ///< a list of segments
};

/// A piece of a stream with one corruption.
struct Segment {
    Corruption corruption;
    std::int64_t images = 0;
    bool operator==(const Segment&) const = default;
};

/// Which sample, which corruption, when. The last members are those of questions, which have no scenario, no
/// corruption and no number of images.
struct StreamSpec {
    ScenarioKind scenario = ScenarioKind::label_shift;
    Corruption corruption{CorruptionKind::gaussian_noise, 5, CorruptionTable::automatic};
    double imbalance_ratio = 500000; ///< label shift: IR; 1 is uniform, very large is pure class order
    std::int64_t images = 5000;      ///< length of the stream (per corruption where there are several)
    int batch_size = 64;
    std::uint64_t seed = 0;
    int noise_batches = 10; ///< noise_first: N
    int blind_spot_top = 1; ///< blind_spot: wrong means that the label is not among the top 1, or top 5
    std::vector<Segment> segments; ///< custom

    QuestionOrder order = QuestionOrder::shuffled;
    int steps = 300; ///< batches of questions; 0: as many as a file's questions make, each asked once
    QuestionShift shift;
    AnswerDrawing decoding;
    bool operator==(const StreamSpec&) const = default;
};

} // namespace lab
