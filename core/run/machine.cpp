#include "core/run/machine.h"

#include "core/run/device.h"

#include <ATen/Config.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <opencv2/core/version.hpp>
#include <torch/version.h>

#include <thread>

namespace lab {

std::vector<Choice> device_choices() {
    std::vector<Choice> all = processor_choices();
    for (int i = 0; i < cuda_device_count(); ++i)
        all.push_back(
            {"cuda:" + std::to_string(i),
             device_title(device_info(c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(i)), 0)),
             "A graphics processor", ""});
    return all;
}

std::vector<std::pair<std::string, std::string>> build_information() {
    std::string blas = "unknown";
    const std::string config = at::show_config();
    if (const auto at = config.find("BLAS_INFO="); at != std::string::npos)
        blas = config.substr(at + 10, config.find(',', at) - at - 10);
    return {{"Collapse Lab", LAB_VERSION},
            {"LibTorch", TORCH_VERSION},
            {"BLAS", blas},
            {"OpenCV", CV_VERSION},
            {"Compiler", __VERSION__},
            {"Cores", std::to_string(std::thread::hardware_concurrency())},
            {"Arithmetic threads", std::to_string(at::get_num_threads())},
            {"CUDA devices", std::to_string(cuda_device_count())}};
}

} // namespace lab
