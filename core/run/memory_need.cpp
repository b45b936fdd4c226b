#include "core/run/memory_need.h"

#include "core/adapt/adapter.h"
#include "core/fetch/bytes_text.h"
#include "core/recipe/recipe_fields.h"

#include <ATen/ATen.h>
#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace lab {

namespace {

/// What LibTorch's allocator hands out on this thread, at its highest. The type of the totals has changed
/// between LibTorch's versions; whichever of the two functions the base class declares is called.
class PeakWatch final : public c10::MemoryReportingInfoBase {
  public:
    virtual void reportMemoryUsage(void*, std::int64_t size, std::int64_t, std::int64_t, c10::Device) {
        note(size);
    }
    virtual void reportMemoryUsage(void*, std::int64_t size, std::size_t, std::size_t, c10::Device) {
        note(size);
    }
    bool memoryProfilingEnabled() const override { return true; }
    std::int64_t peak() const { return peak_; }

  private:
    void note(std::int64_t size) {
        now_ += size;
        peak_ = std::max(peak_, now_);
    }

    std::int64_t now_ = 0, peak_ = 0;
};

/// Peak of a first step on a batch of noise, the optimiser's buffers included.
std::int64_t peak_of_step(Model model, const Recipe& recipe, int batch_size) {
    const ModelShape& shape = model.card.shape;
    Adapter adapter(std::move(model.classifier), recipe, 0);
    if (recipe.teacher.by_divergence)
        adapter.estimate_class_means({at::randn({2, shape.channels, shape.image_size, shape.image_size})});
    const at::Tensor images =
        at::randn({batch_size, shape.channels, shape.image_size, shape.image_size}, at::kFloat);
    return peak_of([&] { adapter.step(images); });
}

} // namespace

std::int64_t peak_of(const std::function<void()>& work) {
    const auto watch = std::make_shared<PeakWatch>();
    const c10::DebugInfoGuard watched(c10::DebugInfoKind::PROFILER_STATE, watch);
    work();
    return watch->peak();
}

MemoryNeed estimate_memory(const std::function<Model()>& make, const std::vector<Recipe>& lanes,
                           int batch_size) {
    MemoryNeed need;
    std::vector<Recipe> distinct;
    for (const Recipe& lane : lanes)
        if (std::find(distinct.begin(), distinct.end(), greediest_recipe(lane)) == distinct.end())
            distinct.push_back(greediest_recipe(lane));
    std::int64_t weights = 0;
    for (const Recipe& recipe : distinct) {
        Model first = make();
        weights = 0;
        for (const auto& entry : first.classifier->parameters().entries())
            weights += static_cast<std::int64_t>(entry.value.nbytes());
        const std::int64_t one = peak_of_step(std::move(first), recipe, 1);
        const std::int64_t two = peak_of_step(make(), recipe, 2);
        const std::int64_t per_picture = std::max<std::int64_t>(0, two - one);
        // A memory is learnt from as a whole, however few pictures come at once.
        const bool remembers = recipe.adapts && recipe.memory.kind != MemoryKind::none;
        const int pictures = remembers ? std::max(batch_size, recipe.memory.capacity) : batch_size;
        const std::int64_t step = one + per_picture * (pictures - 1);
        if (step > need.step) {
            need.step = step;
            need.per_picture = per_picture;
        }
    }
    need.weights = weights * static_cast<std::int64_t>(lanes.size());
    return need;
}

std::int64_t available_memory() {
    std::ifstream file("/proc/meminfo");
    std::string key, unit;
    std::int64_t kibibytes = 0;
    while (file >> key >> kibibytes && std::getline(file, unit))
        if (key == "MemAvailable:")
            return kibibytes * 1024;
    return -1;
}

void check_memory(const MemoryNeed& need, std::int64_t available, int batch_size, const char* rows) {
    if (available < 0 || need.total() <= available)
        return;
    std::string advice = "choose a smaller model or fewer lanes";
    if (need.per_picture > 0) {
        const std::int64_t too_much = need.total() - available;
        const std::int64_t fits = batch_size - (too_much + need.per_picture - 1) / need.per_picture;
        if (fits >= 1)
            advice = "a batch size of " + std::to_string(fits) + " would fit";
    }
    throw std::invalid_argument("stream.batch_size: with " + std::to_string(batch_size) + " " + rows +
                                " per batch this run needs about " + bytes_text(need.total()) +
                                " of memory, " + bytes_text(available) + " are available; " + advice);
}

} // namespace lab
