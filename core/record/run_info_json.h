#pragma once

#include "core/record/run_info.h"

#include <nlohmann/json.hpp>

namespace lab {

/// {"kind": "cpu", "threads": 2}, {"kind": "cuda", "index": 0, "name": "NVIDIA H100"}.
nlohmann::ordered_json device_value(const DeviceInfo& device);
nlohmann::ordered_json info_value(const RunInfo& info);
/// Back. Throws std::exception naming the field.
RunInfo info_from_value(const nlohmann::ordered_json& json);

} // namespace lab
