#include "app/cli/bench_network.h"
#include "app/cli/process_usage.h"

#include "core/adapt/adapter.h"
#include "core/model/architecture.h"
#include "core/model/hash_weights.h"
#include "core/nn/half_precision.h"
#include "core/recipe/default_rates.h"
#include "core/run/device.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <stdexcept>

namespace lab::cli {

namespace {

constexpr int warm_up = 2; ///< runs that are not counted

struct Times {
    double wall = 0; ///< ms
    double cpu = 0;  ///< ms of all threads together
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Times median_times(int runs, const c10::Device& device, const std::function<void()>& between,
                   const std::function<void()>& action) {
    std::vector<double> wall, cpu;
    for (int i = 0; i < warm_up + runs; ++i) {
        between();
        const double cpu_start = cpu_seconds();
        const auto start = std::chrono::steady_clock::now();
        action();
        wait_for(device);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        if (i >= warm_up) {
            wall.push_back(taken.count());
            cpu.push_back(1000.0 * (cpu_seconds() - cpu_start));
        }
    }
    return {median(wall), median(cpu)};
}

} // namespace

void bench_network(const std::string& id, const NetworkBench& bench, const std::function<void()>& between) {
    at::set_num_threads(bench.threads);
    compute_exactly();
    const Architecture& row = architecture(id);
    const int size = row.image_size;
    const c10::Device device = device_named(bench.device);
    if (bench.half && !device.is_cuda())
        throw std::invalid_argument("--half: expected --device cuda; on the processor bfloat16 loses digits");
    const at::TensorOptions floats = at::TensorOptions(at::kFloat).device(device);
    const at::Tensor images = hash_tensor("input", {bench.batch_size, 3, size, size}).to(floats);
    const auto filled = [&] {
        auto classifier = row.make({3, size, 1000}, floats);
        fill_with_hash_weights(*classifier);
        if (bench.half)
            narrow_encoder(*classifier, at::kBFloat16);
        return classifier;
    };
    std::printf("\n%s, hash-made weights, batch %d, %s, %s, medians of %d\n", row.title.c_str(),
                bench.batch_size, bench.half ? "encoder in bfloat16" : "float32",
                device_title(device_info(device, bench.threads)).c_str(), bench.steps);
    {
        const c10::NoGradGuard no_grad;
        const auto classifier = filled();
        at::Tensor logits;
        const Times forward = median_times(bench.steps, device, between,
                                           [&] { logits = classifier->head(classifier->features(images)); });
        std::printf("%-16s %9.2f ms, CPU %9.2f ms, mean |logit| %.6f\n", "forward", forward.wall, forward.cpu,
                    logits.abs().mean().item<double>());
    }
    for (const std::string& method : bench.methods) {
        Adapter adapter(filled(), recipe_for(method, row.rates, bench.batch_size, 1000), 0);
        const Times step = median_times(bench.steps, device, between, [&] { adapter.step(images); });
        std::printf("%-16s %9.2f ms, CPU %9.2f ms, peak memory %ld MiB\n", method.c_str(), step.wall,
                    step.cpu, static_cast<long>(peak_mebibytes()));
    }
}

} // namespace lab::cli
