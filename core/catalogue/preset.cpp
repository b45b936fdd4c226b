#include "core/catalogue/preset.h"

#include "core/catalogue/catalog.h"
#include "core/recipe/recipe_fields.h"
#include "core/spec/spec_json.h"

#include <functional>
#include <optional>
#include <stdexcept>

namespace lab {

namespace {

/// What differs from the default experiment: first the stream, then the lanes, whose rates depend on its
/// batch size.
struct Preset {
    Choice choice;
    std::function<void(StreamSpec&)> stream;
    std::function<std::vector<LaneSpec>(const ExperimentSpec&)> lanes;
};

std::vector<LaneSpec> lanes_of(const ExperimentSpec& spec, const std::vector<std::string>& methods) {
    std::vector<LaneSpec> lanes;
    for (const std::string& method : methods)
        lanes.push_back(make_lane(method, spec));
    return lanes;
}

LaneSpec plain(const ExperimentSpec& spec, const std::string& method) {
    return make_lane(method, spec);
}

auto methods(const std::vector<std::string>& list) {
    return [list](const ExperimentSpec& spec) { return lanes_of(spec, list); };
}

void same_stream(StreamSpec&) {}

ExperimentSpec adjusted(const Preset& preset, const ExperimentSpec& ground, std::optional<int> batch_size) {
    ExperimentSpec spec = ground;
    spec.stream = default_experiment().stream;
    preset.stream(spec.stream);
    spec.stream.batch_size = batch_size.value_or(spec.stream.batch_size);
    spec.lanes = preset.lanes(spec);
    return spec;
}

LaneSpec changed(const ExperimentSpec& spec, const std::string& method, const std::string& name,
                 const std::function<void(Recipe&)>& change) {
    LaneSpec lane = make_lane(method, spec);
    lane.name = name;
    change(lane.recipe);
    return lane;
}

/// ZeroSiam with one field set by its path.
LaneSpec zerosiam_with(const ExperimentSpec& spec, const std::string& name, const std::string& path,
                       const FieldValue& value) {
    return changed(spec, "zerosiam", name, [&](Recipe& r) { set_recipe_field(r, path, value); });
}

LaneSpec at_rate(const ExperimentSpec& spec, const std::string& method, const std::string& name,
                 double factor) {
    return changed(spec, method, name, [factor](Recipe& r) {
        for (const char* rate : {"optimiser.rate", "optimiser.predictor_rate"})
            scale_recipe_field(r, rate, factor);
    });
}

// Six lanes at most: the window's limit. Where the paper compares seven methods, EATA is left out, or COME.
const std::vector<std::string> default_methods = {"tent", "zerosiam", "no_adaptation"};
const std::vector<std::string> field = {"no_adaptation", "tent", "sar", "deyo", "come", "zerosiam"};
const std::vector<std::string> field_with_eata = {"no_adaptation", "tent", "eata", "sar", "deyo", "zerosiam"};

const std::string first_look = "First look";
const std::string figures = "Figures of the paper";
const std::string tables = "Tables of the paper";
const std::string ablations = "Ablations";

std::vector<Preset> first_looks() {
    return {
        {{"default", "Tent collapses, ZeroSiam does not", "Label shift in pure class order, Gaussian noise 5",
          first_look},
         same_stream,
         methods(default_methods)},
        {{"shuffled", "The same on a shuffled stream", "Nothing collapses when classes are evenly mixed",
          first_look},
         [](StreamSpec& stream) { stream.scenario = ScenarioKind::mild; },
         methods(default_methods)},
        {{"switches", "One switch at a time", "ZeroSiam whole, and with one part taken away in each lane",
          first_look},
         same_stream,
         [](const ExperimentSpec& spec) -> std::vector<LaneSpec> {
             return {
                 plain(spec, "zerosiam"),
                 zerosiam_with(spec, "No predictor", "alignment.predictor", "none"),
                 zerosiam_with(spec, "No stop-gradient", "alignment.stop_gradient", false),
                 zerosiam_with(spec, "No divergence", "alignment.alpha", 0.0),
             };
         }},
    };
}

std::vector<Preset> paper_figures() {
    return {
        {{"fig2a", "Figure 2a: predictor distance and imbalance",
          "The more imbalanced the stream, the faster and farther ZeroSiam's predictor leaves the identity: "
          "move Imbalance and restart",
          figures},
         [](StreamSpec& stream) {
             stream.imbalance_ratio = 45; // the paper's 5000, for ten classes instead of a thousand
         },
         methods({"zerosiam", "no_adaptation"})},
        {{"fig2bcd", "Figure 2b-d: logit norm and centre dominance",
          "On a shuffled stream of snow, Tent's logit norm and centre dominance rise, ZeroSiam's stay",
          figures},
         [](StreamSpec& stream) {
             stream.scenario = ScenarioKind::mild;
             stream.corruption.kind = CorruptionKind::snow;
         },
         methods({"tent", "zerosiam"})},
        {{"fig3", "Figure 3: learning from pure noise",
          "Twenty batches of pure noise before the stream: who still knows anything afterwards?", figures},
         [](StreamSpec& stream) {
             stream.scenario = ScenarioKind::noise_first;
             stream.noise_batches = 20;
         },
         methods(field)},
        {{"fig4", "Figure 4: sensitivity to the rate",
          "Tent and ZeroSiam at a tenth of, at and at ten times their rates", figures},
         same_stream,
         [](const ExperimentSpec& spec) -> std::vector<LaneSpec> {
             return {
                 at_rate(spec, "tent", "Tent, rate × 0.1", 0.1),
                 plain(spec, "tent"),
                 at_rate(spec, "tent", "Tent, rate × 10", 10),
                 at_rate(spec, "zerosiam", "ZeroSiam, rate × 0.1", 0.1),
                 plain(spec, "zerosiam"),
                 at_rate(spec, "zerosiam", "ZeroSiam, rate × 10", 10),
             };
         }},
    };
}

std::vector<Preset> paper_tables() {
    return {
        {{"label-shift", "Label shift: six methods",
          "One class after the other: the table in which Tent and others fall behind", tables},
         same_stream,
         methods(field)},
        {{"mixed", "Mixed shifts: six methods", "The 15 standard corruptions shuffled into one stream",
          tables},
         [](StreamSpec& stream) {
             stream.scenario = ScenarioKind::mixed;
             stream.images = 400; // per corruption
         },
         methods(field_with_eata)},
        {{"bs1", "Batch size 1: six methods", "One image at a time, rates scaled as published", tables},
         [](StreamSpec& stream) {
             stream.scenario = ScenarioKind::mild;
             stream.batch_size = 1;
             stream.images = 1000;
         },
         methods(field)},
        {{"blind-spot", "Blind spot: six methods",
          "Adapts one by one on what the model gets wrong, then freezes and scores everything", tables},
         [](StreamSpec& stream) {
             stream.scenario = ScenarioKind::blind_spot;
             stream.batch_size = 1;
             stream.images = 1000;
         },
         methods(field)},
    };
}

std::vector<Preset> paper_ablations() {
    const auto predictor = [](const ExperimentSpec& spec, const char* name, const char* kind) {
        return zerosiam_with(spec, name, "alignment.predictor", kind);
    };
    const auto divergence = [](const ExperimentSpec& spec, const char* name, const char* kind) {
        return zerosiam_with(spec, name, "alignment.divergence", kind);
    };
    const auto objective = [](const ExperimentSpec& spec, const char* name, const char* kind) {
        return zerosiam_with(spec, name, "objective", kind);
    };
    return {
        {{"ablation-predictor", "Which predictor", "Linear, fixed random, two layers or none, beside Tent",
          ablations},
         same_stream,
         [predictor](const ExperimentSpec& spec) -> std::vector<LaneSpec> {
             return {plain(spec, "tent"), predictor(spec, "Fixed random", "fixed_random"),
                     predictor(spec, "Linear (ZeroSiam)", "linear"), predictor(spec, "FC-ReLU-FC", "mlp"),
                     predictor(spec, "No predictor", "none")};
         }},
        {{"ablation-divergence", "Which divergence",
          "Five ways to measure how far the branches are apart, and no stop-gradient", ablations},
         same_stream,
         [divergence](const ExperimentSpec& spec) -> std::vector<LaneSpec> {
             return {divergence(spec, "Symmetric KL", "symmetric_kl"),
                     divergence(spec, "KL(o|r)", "kl"),
                     divergence(spec, "KL(r|o)", "reverse_kl"),
                     divergence(spec, "Jensen-Shannon", "jensen_shannon"),
                     divergence(spec, "Squared error", "mean_squared"),
                     zerosiam_with(spec, "No stop-gradient", "alignment.stop_gradient", false)};
         }},
        {{"ablation-objective", "Which objective", "The pair under five objectives", ablations},
         same_stream,
         [objective](const ExperimentSpec& spec) -> std::vector<LaneSpec> {
             return {objective(spec, "Entropy", "entropy"), objective(spec, "COME", "come"),
                     objective(spec, "Pseudo-label", "pseudo_label"),
                     objective(spec, "Soft likelihood ratio", "soft_likelihood_ratio"),
                     objective(spec, "Negative squared", "negative_squared")};
         }},
        {{"plug-in", "ZeroSiam in other methods", "EATA, SAR and DeYO, each without and with ZeroSiam's loss",
          ablations},
         same_stream,
         methods({"eata", "zerosiam_eata", "sar", "zerosiam_sar", "deyo", "zerosiam_deyo"})},
    };
}

const std::vector<Preset>& presets() {
    static const std::vector<Preset> table = [] {
        std::vector<Preset> all;
        for (const auto& group : {first_looks(), paper_figures(), paper_tables(), paper_ablations()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

const Preset& preset_named(const std::string& id) {
    std::string known;
    for (const Preset& preset : presets()) {
        if (preset.choice.id == id)
            return preset;
        known += (known.empty() ? "" : ", ") + preset.choice.id;
    }
    throw std::invalid_argument("preset: expected one of " + known + ", found \"" + id + "\"");
}

} // namespace

std::vector<Choice> preset_choices() {
    std::vector<Choice> all;
    for (const Preset& preset : presets())
        all.push_back(preset.choice);
    return all;
}

ExperimentSpec ground_of(const std::vector<std::string>& assignments) {
    ExperimentSpec ground = default_experiment();
    const auto take = [&](const char* field) {
        bool named = false;
        for (const std::string& assignment : assignments)
            if (assigns(assignment, field)) {
                set_field(ground, assignment);
                named = true;
            }
        return named;
    };
    const bool data_named = take("data.id"), model_named = take("model.id");
    if (!model_named)
        ground.model = model_for(ground.data, ground.model);
    else if (const std::string home = data_for(ground.model); !data_named && !home.empty())
        ground.data = home;
    return ground;
}

ExperimentSpec preset_experiment(const std::string& id, const ExperimentSpec& ground) {
    return adjusted(preset_named(id), ground, std::nullopt);
}

ExperimentSpec preset_with(const std::string& id, const std::vector<std::string>& assignments,
                           std::vector<Notice>& notices) {
    const ExperimentSpec ground = ground_of(assignments);
    ExperimentSpec outlook = preset_experiment(id, ground);
    set_fields(outlook, assignments);
    // The lanes anew, for the batch size that the run has: rates that a preset tells as multiples of the
    // defaults stay such.
    ExperimentSpec spec = adjusted(preset_named(id), ground, outlook.stream.batch_size);
    notices = set_fields(spec, assignments);
    return spec;
}

} // namespace lab
