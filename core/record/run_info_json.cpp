#include "core/record/run_info_json.h"

#include "core/base/json_values.h"
#include "core/base/notice_json.h"
#include "core/record/json_field.h"

#include <array>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

/// In the order of DeviceKind.
constexpr std::array device_kinds = {"unknown", "cpu", "cuda"};

template <typename Value>
void read(const Json& json, const char* name, Value& value) {
    if constexpr (std::is_integral_v<Value>)
        value = whole_number<Value>(field_of(json, name), name);
    else
        value = field_of(json, name).get<Value>();
}

DeviceInfo device_from_value(const Json& json) {
    const std::string kind = field_of(json, "kind").get<std::string>();
    for (std::size_t i = 0; i < device_kinds.size(); ++i)
        if (kind == device_kinds[i]) {
            DeviceInfo device;
            device.kind = static_cast<DeviceKind>(i);
            if (json.contains("index"))
                read(json, "index", device.index);
            if (json.contains("threads"))
                read(json, "threads", device.threads);
            device.name = json.value("name", std::string());
            return device;
        }
    throw std::invalid_argument("\"device\": expected the kind unknown, cpu or cuda, found \"" + kind + "\"");
}

} // namespace

Json device_value(const DeviceInfo& device) {
    Json json = {{"kind", device_kinds.at(static_cast<std::size_t>(device.kind))}};
    if (device.kind == DeviceKind::cuda)
        json["index"] = device.index;
    if (device.kind == DeviceKind::cpu)
        json["threads"] = device.threads;
    if (!device.name.empty())
        json["name"] = device.name;
    return json;
}

Json info_value(const RunInfo& info) {
    return {{"class_names", info.class_names},
            {"data_title", info.data_title},
            {"model_title", info.model_title},
            {"device", device_value(info.device)},
            {"feature_count", info.feature_count},
            {"total_steps", info.total_steps},
            {"total_images", info.total_images},
            {"notices", notices_value(info.notices)},
            {"program", info.program},
            {"weights", info.weights}};
}

RunInfo info_from_value(const Json& json) {
    RunInfo info;
    read(json, "class_names", info.class_names);
    read(json, "data_title", info.data_title);
    read(json, "model_title", info.model_title);
    info.device = device_from_value(field_of(json, "device"));
    read(json, "feature_count", info.feature_count);
    read(json, "total_steps", info.total_steps);
    read(json, "total_images", info.total_images);
    if (json.contains("notices"))
        info.notices = notices_from_value(json["notices"]);
    info.program = json.value("program", std::string());
    info.weights = json.value("weights", std::string());
    return info;
}

} // namespace lab
