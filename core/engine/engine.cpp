#include "core/engine/engine.h"

#include <dlfcn.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace lab {

namespace {

const Engine* load() {
    namespace fs = std::filesystem;
    const fs::path file = fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "lib" /
                          "collapse-lab" / "libcollapse-lab-engine.so";
    // It stays for good: LibTorch does not bear to be unloaded.
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (library == nullptr)
        throw std::runtime_error(std::string("The engine of the lab cannot be loaded: ") + dlerror());
    const auto* door = static_cast<const EngineDoor*>(dlsym(library, "lab_engine"));
    if (door == nullptr || std::strcmp(door->version, LAB_VERSION) != 0)
        throw std::runtime_error(file.string() + ": expected the engine of version " LAB_VERSION ", found " +
                                 (door == nullptr ? "another library" : door->version));
    return door->engine;
}

/// The one attempt to load, and the thread that makes it, which the end of the program waits for.
class Loading {
  public:
    ~Loading() {
        if (thread_.joinable())
            thread_.join();
    }
    std::shared_future<const Engine*> begun() {
        const std::lock_guard lock(mutex_);
        if (!result_.valid()) {
            std::packaged_task<const Engine*()> task(load);
            result_ = task.get_future().share();
            thread_ = std::thread(std::move(task));
        }
        return result_;
    }
    bool ready() {
        const std::lock_guard lock(mutex_);
        return result_.valid() && result_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

  private:
    std::mutex mutex_;
    std::shared_future<const Engine*> result_;
    std::thread thread_;
};

Loading& loading() {
    static Loading one;
    return one;
}

} // namespace

void begin_loading_engine() {
    loading().begun();
}

bool engine_is_ready() {
    return loading().ready();
}

const Engine& engine() {
    return *loading().begun().get();
}

std::vector<Choice> known_devices() {
    if (engine_is_ready()) {
        try {
            return engine().device_choices();
        } catch (const std::exception&) { // told where a run begins
        }
    }
    return processor_choices();
}

} // namespace lab
