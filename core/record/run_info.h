#pragma once

#include "core/base/notice.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

/// What the runner knows about a run once its data and model are loaded.
struct RunInfo {
    std::vector<std::string> class_names;
    std::string data_title;
    std::string model_title;
    std::string device; ///< "CPU, 2 threads"
    int feature_count = 0;
    int total_steps = 0;
    std::int64_t total_images = 0;
    std::vector<Notice> notices = {}; ///< what was assumed, left out or matched
};

} // namespace lab
