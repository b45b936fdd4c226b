#pragma once

#include <c10/core/Device.h>

#include <string>

namespace lab {

int cuda_device_count();
/// "auto" (the first CUDA device, else the CPU), "cpu", "cuda", "cuda:1".
/// Throws std::invalid_argument naming what was found and what this machine has.
c10::Device device_named(const std::string& name);
/// "CPU, 2 threads" or "CUDA 0".
std::string device_title(const c10::Device& device, int threads);
/// Threads for the arithmetic: the number asked for, or one per core for 0.
int arithmetic_threads(int wanted);

} // namespace lab
