#include "core/record/run_info.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace lab {

namespace {

/// The number at the beginning of a text, which is cut off there.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || number < 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

} // namespace

std::string device_title(const DeviceInfo& device) {
    switch (device.kind) {
    case DeviceKind::cpu:
        return "CPU, " + std::to_string(device.threads) + (device.threads == 1 ? " thread" : " threads");
    case DeviceKind::cuda:
        return "CUDA " + std::to_string(device.index) + (device.name.empty() ? "" : ", " + device.name);
    case DeviceKind::unknown:
        break;
    }
    return device.name;
}

DeviceInfo device_from_title(const std::string& title) {
    const DeviceInfo unknown{DeviceKind::unknown, 0, 0, title};
    std::string_view rest = title;
    const bool cpu = rest.starts_with("CPU, "), cuda = rest.starts_with("CUDA ");
    if (!cpu && !cuda)
        return unknown;
    rest.remove_prefix(5);
    const std::optional<int> number = take_number(rest);
    DeviceInfo device = unknown;
    if (number && cpu)
        device = {DeviceKind::cpu, 0, *number, {}};
    else if (number)
        device = {DeviceKind::cuda, *number, 0,
                  rest.starts_with(", ") ? std::string(rest.substr(2)) : std::string()};
    return device_title(device) == title ? device : unknown;
}

} // namespace lab
