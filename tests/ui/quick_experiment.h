#pragma once

#include "core/spec/spec.h"

namespace lab {

/// Six batches of sixteen images: seconds, on one thread.
inline ExperimentSpec quickExperiment() {
    ExperimentSpec spec = default_experiment();
    spec.stream.images = 96;
    spec.stream.batch_size = 16;
    spec.threads = 1;
    spec.device = "cpu";
    return spec;
}

} // namespace lab
