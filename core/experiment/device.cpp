#include "core/experiment/device.h"

#include <torch/cuda.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <thread>

namespace lab {

int cuda_device_count() {
    return torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
}

c10::Device device_named(const std::string& name) {
    const int count = cuda_device_count();
    if (name == "cpu" || (name == "auto" && count == 0))
        return c10::Device(c10::kCPU);
    if (name == "auto")
        return c10::Device(c10::kCUDA, 0);
    int index = 0;
    bool understood = name == "cuda";
    if (name.rfind("cuda:", 0) == 0) {
        const char* const end = name.data() + name.size();
        const auto [stop, fault] = std::from_chars(name.data() + 5, end, index);
        understood = fault == std::errc() && stop == end;
    }
    if (!understood || index < 0 || index >= count)
        throw std::invalid_argument("device: expected auto, cpu or one of the " + std::to_string(count) +
                                    " CUDA devices of this machine (cuda:0 …), found \"" + name + "\"");
    return c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(index));
}

std::string device_title(const c10::Device& device, int threads) {
    if (device.is_cuda())
        return "CUDA " + std::to_string(device.index());
    return "CPU, " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

int arithmetic_threads(int wanted) {
    return wanted > 0 ? wanted : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

} // namespace lab
