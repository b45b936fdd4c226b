#include "core/run/device.h"

#include "core/run/memory_need.h"

#include <ATen/Context.h>
#include <torch/cuda.h>

#ifdef LAB_WITH_CUDA
#include <cuda_runtime_api.h>
#endif

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

void compute_exactly() {
    at::globalContext().setAllowTF32CuDNN(false);
    at::globalContext().setAllowTF32CuBLAS(false);
    at::globalContext().setDeterministicCuDNN(true);
}

DeviceInfo device_info(const c10::Device& device, int threads) {
    if (!device.is_cuda())
        return {DeviceKind::cpu, 0, threads, {}};
    DeviceInfo info{DeviceKind::cuda, device.index(), 0, {}};
#ifdef LAB_WITH_CUDA
    cudaDeviceProp properties{};
    if (cudaGetDeviceProperties(&properties, device.index()) == cudaSuccess)
        info.name = properties.name;
#endif
    return info;
}

std::int64_t usable_memory(const c10::Device& device) {
    if (device.is_cpu())
        return available_memory();
#ifdef LAB_WITH_CUDA
    std::size_t free = 0, total = 0;
    if (cudaSetDevice(device.index()) == cudaSuccess && cudaMemGetInfo(&free, &total) == cudaSuccess)
        return static_cast<std::int64_t>(free / 6 * 5);
#endif
    return -1;
}

void wait_for(const c10::Device& device) {
    if (device.is_cuda())
        torch::cuda::synchronize(device.index());
}

int arithmetic_threads(int wanted) {
    return wanted > 0 ? wanted : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

} // namespace lab
