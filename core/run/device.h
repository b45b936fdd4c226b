#pragma once

#include "core/record/run_info.h"

#include <c10/core/Device.h>

#include <cstdint>
#include <string>

namespace lab {

int cuda_device_count();
/// "auto" (the first CUDA device, else the CPU), "cpu", "cuda", "cuda:1".
/// Throws std::invalid_argument naming what was found and what this machine has.
c10::Device device_named(const std::string& name);
/// Makes float32 on a CUDA device mean float32, and the same run give the same figures: no TF32 in products
/// and convolutions, only cuDNN's reproducible algorithms. Holds for the whole process; changes nothing on
/// the processor.
void compute_exactly();
/// @param threads of the arithmetic on the processor
DeviceInfo device_info(const c10::Device& device, int threads);
/// Memory that a run on the device may still take, in bytes; −1 where nobody tells. Of a card's free memory a
/// tenth is left to its allocator: ResNet50-GN took 12 to 15 % more of an H200 than its tensors have.
std::int64_t usable_memory(const c10::Device& device);
/// Waits until the device has done what it was given; nothing to wait for on the processor.
void wait_for(const c10::Device& device);
/// Threads for the arithmetic: the number asked for, or one per core for 0.
int arithmetic_threads(int wanted);

} // namespace lab
