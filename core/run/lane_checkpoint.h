#pragma once

#include "core/adapt/adapter.h"
#include "core/measure/collapse_detector.h"
#include "core/measure/meter.h"

#include <cstddef>
#include <cstdint>

namespace lab {

/// Everything that decides what a lane does and measures from here on.
struct LaneCheckpoint {
    AdapterState adapter;
    Recipe recipe;
    Meter meter;
    CollapseDetector detector;
    int resets = 0;
    int collapsed_at = 0;
    int segment = -1;
    bool stopped = false;
    bool frozen = false;
    std::int64_t images_seen = 0;

    /// Memory that it holds, bytes; the measures' windows are counted as a round 16 KiB.
    std::size_t bytes() const;
};

} // namespace lab
