#pragma once

#include "core/catalogue/catalog.h"
#include "core/run/runner.h"
#include "core/run/setup_findings.h"
#include "core/spec/rate_source.h"
#include "core/study/study_runner.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// All that needs LibTorch, for programs that do without it until something is run: opening a recording,
/// drawing charts and printing a help text load no LibTorch. It lies in a shared library of its own,
/// ../lib/collapse-lab/libcollapse-lab-engine.so from the program.
namespace lab {

/// What the library does. Values alone cross this border.
class Engine {
  public:
    virtual ~Engine() = default;
    virtual std::unique_ptr<Runner> make_runner() const = 0;
    virtual SetupFindings look_at_setup(const ExperimentSpec& spec) const = 0;
    virtual RateSource rates_of_card(const std::string& path, const ModelOptions& options) const = 0;
    virtual std::vector<Choice> device_choices() const = 0;
    virtual std::vector<std::pair<std::string, std::string>> build_information() const = 0;
    virtual std::string study_content(const StudyOptions& options) const = 0;
    virtual bool run_study(const Study& study, const StudyOptions& options, int jobs, CellStore& store,
                           const std::function<void(const StudyProgress&)>& progress,
                           const std::function<bool()>& cancelled) const = 0;
};

/// Begins to load the library on a thread of its own, unless that has begun.
void begin_loading_engine();
/// Whether engine() answers without waiting.
bool engine_is_ready();
/// Loads the library where that has not been done, and waits for it. Throws std::runtime_error where it is
/// not there or is of another build.
const Engine& engine();
/// auto and cpu, and when the engine is ready every CUDA device.
std::vector<Choice> known_devices();

/// What the library exports under the name lab_engine.
struct EngineDoor {
    const char* version; ///< LAB_VERSION of its build
    const Engine* engine;
};

} // namespace lab
