#pragma once

#include "core/run/lane_checkpoint.h"
#include "core/run/state_store.h"

namespace lab {

using CheckpointStore = StateStore<LaneCheckpoint>;

/// Of a step's blocks, bytes.
std::size_t bytes_of(const AdapterState& state);

} // namespace lab
