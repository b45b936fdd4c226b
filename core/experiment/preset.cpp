#include "core/experiment/preset.h"

#include "core/experiment/catalog.h"

#include <functional>
#include <stdexcept>

namespace lab {

namespace {

struct Preset {
    Choice choice;
    std::function<void(ExperimentSpec&)> adjust; ///< what differs from the default experiment
};

ExperimentSpec adjusted(const Preset& preset) {
    ExperimentSpec spec = default_experiment();
    preset.adjust(spec);
    return spec;
}

LaneSpec ablated(const std::string& name, const std::function<void(Recipe&)>& change) {
    LaneSpec lane = make_lane("zerosiam");
    lane.name = name;
    change(lane.recipe);
    return lane;
}

const std::vector<Preset>& presets() {
    static const std::vector<Preset> table = {
        {{"default", "Tent collapses, ZeroSiam does not", "Label shift in pure class order, Gaussian noise 5",
          ""},
         [](ExperimentSpec&) {}},
        {{"shuffled", "The same on a shuffled stream", "Nothing collapses when classes are evenly mixed", ""},
         [](ExperimentSpec& spec) { spec.stream.scenario = ScenarioKind::mild; }},
        {{"switches", "One switch at a time", "ZeroSiam whole, and with one part taken away in each lane",
          ""},
         [](ExperimentSpec& spec) {
             spec.lanes = {
                 make_lane("zerosiam"),
                 ablated("No predictor", [](Recipe& r) { r.alignment.predictor = PredictorKind::none; }),
                 ablated("No stop-gradient", [](Recipe& r) { r.alignment.stop_gradient = false; }),
                 ablated("No divergence", [](Recipe& r) { r.alignment.alpha = 0; }),
             };
         }},
    };
    return table;
}

} // namespace

std::vector<Choice> preset_choices() {
    std::vector<Choice> all;
    for (const Preset& preset : presets())
        all.push_back(preset.choice);
    return all;
}

ExperimentSpec preset_experiment(const std::string& id) {
    std::string known;
    for (const Preset& preset : presets()) {
        if (preset.choice.id == id)
            return adjusted(preset);
        known += (known.empty() ? "" : ", ") + preset.choice.id;
    }
    throw std::invalid_argument("preset: expected one of " + known + ", found \"" + id + "\"");
}

} // namespace lab
