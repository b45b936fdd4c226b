#pragma once

#include "core/base/notice.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace lab {

/// [{"subject": "model", "warning": false, "text": "…", "option": "--groups"}, …]
nlohmann::ordered_json notices_value(const std::vector<Notice>& notices);
/// Back. Throws std::invalid_argument or nlohmann's exception naming what is wrong.
std::vector<Notice> notices_from_value(const nlohmann::ordered_json& json);

} // namespace lab
