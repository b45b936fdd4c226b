#pragma once

#include "core/record/recording.h"

#include <cmath>
#include <limits>

namespace lab {

/// Forty steps of the default experiment, made up: a lane collapses, a switch is thrown.
inline Recording sampleRecording() {
    Recording recording;
    recording.spec = default_experiment();
    recording.info.total_steps = 40;
    recording.info.total_images = 2560;
    recording.info.device = {DeviceKind::cpu, 0, 1, {}};
    for (int step = 1; step <= 40; ++step)
        for (int lane = 0; lane < 3; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step;
            record.batch_size = 64;
            record.images_seen = step * 64;
            record.accuracy = record.accuracy_window = record.accuracy_running =
                lane == 0 ? std::exp(-step / 8.0) : 0.5 + 0.1 * lane;
            record.logit_norm = 4 + (lane == 0 ? step / 10.0 : 0);
            record.predictor_distance = lane == 1 ? step / 30.0 : 0;
            record.class_dominance = 0.5;
            record.loss = step == 3 ? std::numeric_limits<double>::quiet_NaN() : 1;
            record.predictions.assign(64, lane);
            recording.records.push_back(record);
        }
    SwitchThrown half{recording.spec.lanes[1].recipe, recording.spec.lanes[1].recipe};
    half.after.alignment.alpha = 0.5;
    recording.events = {{0, 0, 21, Collapsed{}}, {0, 1, 30, half}};
    return recording;
}

} // namespace lab
