#pragma once

#include "core/base/notice.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

enum class DeviceKind { unknown, cpu, cuda };

/// Where a run computes.
struct DeviceInfo {
    DeviceKind kind = DeviceKind::unknown;
    int index = 0;         ///< of the card
    int threads = 0;       ///< of the arithmetic on the processor
    std::string name = {}; ///< of the card: "NVIDIA H100"; of an unknown device what a file says of it
    bool operator==(const DeviceInfo&) const = default;
};

/// In English: "CPU, 2 threads", "CUDA 0, NVIDIA H100". Empty where nothing is known.
std::string device_title(const DeviceInfo& device);
/// Reads what device_title() makes: recordings up to version 2 hold nothing else.
DeviceInfo device_from_title(const std::string& title);

/// What the runner knows about a run once its data and model are loaded.
struct RunInfo {
    std::vector<std::string> class_names;
    std::string data_title;
    std::string model_title;
    DeviceInfo device;
    int feature_count = 0;
    int total_steps = 0;
    std::int64_t total_images = 0;
    std::vector<Notice> notices = {}; ///< what was assumed, left out or matched
    std::string program = {};         ///< version of the program that ran; empty: not known
    std::string weights = {};         ///< hash of the model's weights; empty: not known
};

} // namespace lab
