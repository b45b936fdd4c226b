#pragma once

#include "core/record/event.h"

#include <nlohmann/json.hpp>

namespace lab {

/// {"kind": "switch_thrown", "lane": 1, "step": 5, "before": {…}, "after": {…}}; what else stands in it
/// depends on the kind.
nlohmann::ordered_json event_value(const Event& event);
/// Back. Throws std::invalid_argument or std::runtime_error naming the field.
Event event_from_value(const nlohmann::ordered_json& json);

} // namespace lab
