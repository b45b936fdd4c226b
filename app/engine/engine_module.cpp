#include "core/engine/engine.h"
#include "core/run/card_rates.h"
#include "core/run/machine.h"
#include "core/run/model_source.h"
#include "core/study/study_content.h"

namespace lab {

namespace {

class TorchEngine : public Engine {
  public:
    TorchEngine() { read_rates_from_cards(); }
    std::unique_ptr<Runner> make_runner() const override { return std::make_unique<Runner>(); }
    SetupFindings look_at_setup(const ExperimentSpec& spec) const override {
        return lab::look_at_setup(spec);
    }
    RateSource rates_of_card(const std::string& path, const ModelOptions& options) const override {
        return rates_from_card(path, options);
    }
    std::vector<Choice> device_choices() const override { return lab::device_choices(); }
    std::vector<std::pair<std::string, std::string>> build_information() const override {
        return lab::build_information();
    }
    std::string study_content(const StudyOptions& options) const override {
        return lab::study_content(options);
    }
    bool run_study(const Study& study, const StudyOptions& options, int jobs, CellStore& store,
                   const std::function<void(const StudyProgress&)>& progress,
                   const std::function<bool()>& cancelled) const override {
        return lab::run_study(study, options, jobs, store, progress, cancelled);
    }
};

const TorchEngine torch_engine;

} // namespace

} // namespace lab

/// The library's only name for others.
extern "C" __attribute__((visibility("default")))
const lab::EngineDoor lab_engine = {LAB_VERSION, &lab::torch_engine};
