#include "core/study/study.h"

#include "core/recipe/recipe_fields.h"
#include "core/record/measure_table.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace lab {

namespace {

using Cells = std::vector<StudyCell>;
using Lanes = std::vector<LaneSpec>;

const std::vector<std::string> field_methods = {"no_adaptation", "tent", "eata",    "sar",
                                                "deyo",          "come", "zerosiam"};

ExperimentSpec base(const StudyOptions& options, std::uint64_t seed, ScenarioKind scenario) {
    ExperimentSpec spec;
    spec.data = options.data;
    spec.data_dir = options.data_dir;
    spec.model = options.model;
    spec.device = options.device;
    spec.stream.scenario = scenario;
    spec.stream.images = options.images;
    spec.stream.seed = seed;
    return spec;
}

Lanes lanes_of(const std::vector<std::string>& methods, const ExperimentSpec& spec) {
    Lanes lanes;
    for (const std::string& method : methods)
        lanes.push_back(make_lane(method, spec));
    return lanes;
}

/// A ZeroSiam lane with one field set by its path.
LaneSpec variant(const std::string& name, const ExperimentSpec& spec, const std::string& path,
                 const FieldValue& value) {
    LaneSpec lane = make_lane("zerosiam", spec);
    lane.name = name;
    set_recipe_field(lane.recipe, path, value);
    return lane;
}

std::vector<std::string> corruptions_of(const StudyOptions& options) {
    std::vector<std::string> names = options.corruptions;
    if (names.empty())
        for (const CorruptionKind kind : standard_corruptions())
            names.push_back(to_string(kind));
    return names;
}

/// One run per seed and corruption; `prepare` sets stream and lanes.
template <typename Prepare>
Cells by_corruption(const StudyOptions& options, ScenarioKind scenario, Prepare prepare) {
    Cells cells;
    for (const std::uint64_t seed : options.seeds)
        for (const std::string& name : corruptions_of(options)) {
            ExperimentSpec spec = base(options, seed, scenario);
            spec.stream.corruption.kind = corruption_from_string(name);
            prepare(spec);
            cells.push_back({name, 0, spec});
        }
    return cells;
}

/// One run per seed and value of x.
template <typename Prepare>
Cells by_value(const StudyOptions& options, ScenarioKind scenario, const std::vector<double>& values,
               Prepare prepare) {
    Cells cells;
    for (const std::uint64_t seed : options.seeds)
        for (const double x : values) {
            ExperimentSpec spec = base(options, seed, scenario);
            prepare(spec, x);
            char text[32];
            std::snprintf(text, sizeof text, "%g", x);
            cells.push_back({text, x, spec});
        }
    return cells;
}

/// The paper's imbalance ratios keep their meaning, the share of the slot's own class, for other numbers of
/// classes: IR/(IR+K−1) = IR₁₀₀₀/(IR₁₀₀₀+999).
double scaled_imbalance(double ratio_of_thousand, int classes) {
    return std::max(1.0, ratio_of_thousand * (classes - 1) / 999.0);
}

/// The demonstration: the methods' lanes and ZeroSiam with one part taken away in each.
Cells demonstration(const StudyOptions& options) {
    StudyOptions one = options;
    if (one.corruptions.empty())
        one.corruptions = {"gaussian_noise"};
    return by_corruption(one, ScenarioKind::label_shift, [](ExperimentSpec& spec) {
        spec.lanes = lanes_of({"no_adaptation", "tent", "zerosiam"}, spec);
        spec.lanes.push_back(variant("No predictor", spec, "alignment.predictor", "none"));
        spec.lanes.push_back(variant("No stop-gradient", spec, "alignment.stop_gradient", false));
        spec.lanes.push_back(variant("No divergence", spec, "alignment.alpha", 0.0));
    });
}

Cells field_table(const StudyOptions& options, ScenarioKind scenario, int batch_size) {
    return by_corruption(options, scenario, [&](ExperimentSpec& spec) {
        spec.stream.batch_size = batch_size;
        spec.lanes = lanes_of(field_methods, spec);
    });
}

Cells table_mixed(const StudyOptions& options) {
    Cells cells;
    for (const std::uint64_t seed : options.seeds) {
        ExperimentSpec spec = base(options, seed, ScenarioKind::mixed);
        spec.stream.images = std::max<std::int64_t>(1, options.images * 3 / 15); // per corruption
        spec.lanes = lanes_of(field_methods, spec);
        cells.push_back({"mixed 15", 0, spec});
    }
    return cells;
}

Cells figure_2a(const StudyOptions& options) {
    const int classes = options.classes;
    return by_value(options, ScenarioKind::label_shift, {1, 1000, 2000, 5000, 500000},
                    [classes](ExperimentSpec& spec, double ratio) {
                        spec.stream.imbalance_ratio = scaled_imbalance(ratio, classes);
                        spec.lanes = {make_lane("zerosiam", spec)};
                        spec.lanes.front().name = "IR " + std::to_string(static_cast<int>(ratio));
                    });
}

Cells figure_2bcd(const StudyOptions& options) {
    Cells cells;
    for (const std::uint64_t seed : options.seeds) {
        ExperimentSpec spec = base(options, seed, ScenarioKind::mild);
        spec.stream.corruption.kind = CorruptionKind::snow;
        spec.lanes = lanes_of({"tent", "zerosiam"}, spec);
        cells.push_back({"snow", 0, spec});
    }
    return cells;
}

Cells figure_3(const StudyOptions& options) {
    return by_value(options, ScenarioKind::noise_first, {0, 5, 10, 20, 40},
                    [](ExperimentSpec& spec, double batches) {
                        spec.stream.noise_batches = static_cast<int>(batches);
                        spec.lanes = lanes_of(field_methods, spec);
                    });
}

Cells figure_4(const StudyOptions& options) {
    const std::vector<double> factors = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};
    return by_value(options, ScenarioKind::label_shift, factors, [](ExperimentSpec& spec, double factor) {
        spec.lanes = lanes_of({"tent", "eata", "sar", "deyo", "come", "zerosiam"}, spec);
        for (LaneSpec& lane : spec.lanes) {
            for (const char* rate : {"optimiser.rate", "optimiser.predictor_rate"})
                scale_recipe_field(lane.recipe, rate, factor);
        }
    });
}

Cells ablation_predictor(const StudyOptions& options) {
    return by_corruption(options, ScenarioKind::label_shift, [](ExperimentSpec& spec) {
        const auto with = [&](const char* name, const char* kind) {
            return variant(name, spec, "alignment.predictor", kind);
        };
        spec.lanes = {make_lane("tent", spec), with("Fixed random", "fixed_random"),
                      with("Linear (ZeroSiam)", "linear"), with("FC-ReLU-FC", "mlp"),
                      with("No predictor", "none")};
    });
}

Cells ablation_divergence(const StudyOptions& options) {
    return by_corruption(options, ScenarioKind::label_shift, [](ExperimentSpec& spec) {
        const auto with = [&](const char* name, const char* kind) {
            return variant(name, spec, "alignment.divergence", kind);
        };
        spec.lanes = {with("Symmetric KL", "symmetric_kl"),
                      with("KL(o|r)", "kl"),
                      with("KL(r|o)", "reverse_kl"),
                      with("Jensen-Shannon", "jensen_shannon"),
                      with("Squared error", "mean_squared"),
                      variant("No stop-gradient", spec, "alignment.stop_gradient", false)};
    });
}

Cells ablation_objective(const StudyOptions& options) {
    return by_corruption(options, ScenarioKind::label_shift, [](ExperimentSpec& spec) {
        const auto with = [&](const char* name, const char* kind) {
            return variant(name, spec, "objective", kind);
        };
        spec.lanes = {with("Entropy", "entropy"), with("COME", "come"), with("Pseudo-label", "pseudo_label"),
                      with("Soft likelihood ratio", "soft_likelihood_ratio"),
                      with("Negative squared", "negative_squared")};
    });
}

Cells plug_in(const StudyOptions& options) {
    return by_corruption(options, ScenarioKind::label_shift, [](ExperimentSpec& spec) {
        spec.lanes =
            lanes_of({"eata", "zerosiam_eata", "sar", "zerosiam_sar", "deyo", "zerosiam_deyo"}, spec);
    });
}

} // namespace

const std::vector<Study>& studies() {
    static const std::vector<Study> table = {
        {"demo",
         "The demonstration: Tent, ZeroSiam and ZeroSiam with one part taken away",
         "Label shift, average over five models, ImageNet-C 5: no adaptation 29.0, Tent 30.9, ZeroSiam 52.9 "
         "%.",
         StudyKind::table,
         "",
         false,
         {},
         demonstration},
        {"fig2a",
         "Predictor distance on a label-shifted stream, by imbalance ratio",
         "Figure 2a: the more imbalanced the stream, the faster and farther the predictor leaves the "
         "identity.",
         StudyKind::curves,
         "step",
         false,
         {{first_at(ChartPlace::predictor).id, "Predictor distance from the identity (Frobenius)"}},
         figure_2a},
        {"fig2bcd",
         "Tent and ZeroSiam on a mild stream, snow 5",
         "Figure 2b-d (ResNet50-GN, snow 5, mild): Tent's logit norm and centre dominance soar, ZeroSiam's "
         "stay.",
         StudyKind::curves,
         "step",
         false,
         {{"accuracy_window", "Accuracy, last 10 batches (share)"},
          {"logit_norm", "Logit norm"},
          {"center_dominance", "Centre dominance"}},
         figure_2bcd},
        {"fig3",
         "Accuracy after learning from pure noise",
         "Figure 3: accuracy after N batches of pure noise; ZeroSiam holds longest.",
         StudyKind::sweep,
         "batches of pure noise before the stream",
         false,
         {},
         figure_3},
        {"fig4",
         "Sensitivity to the rate under label shift",
         "Figure 4 (ViT-B): ZeroSiam keeps its accuracy over a wide range of rates.",
         StudyKind::sweep,
         "factor on the method's default rates",
         true,
         {},
         figure_4},
        {"table-label-shift",
         "Label shift, by corruption",
         "Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 30.9, SAR 38.8, EATA 40.7, COME "
         "42.5, DeYO 43.1, ZeroSiam 52.9 %.",
         StudyKind::table,
         "",
         false,
         {},
         [](const StudyOptions& o) { return field_table(o, ScenarioKind::label_shift, 64); }},
        {"table-mixed",
         "Mixed shifts, 15 corruptions in one stream",
         "Average over five models, ImageNet-C 5: no adaptation 29.9, Tent 14.3, SAR 39.5, EATA 42.9, COME "
         "34.4, DeYO 38.1, ZeroSiam 44.2 %.",
         StudyKind::table,
         "",
         false,
         {},
         table_mixed},
        {"table-bs1",
         "Batch size 1, by corruption",
         "Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 33.2, SAR 37.2, EATA 36.0, COME "
         "43.0, DeYO 44.0, ZeroSiam 52.5 %.",
         StudyKind::table,
         "",
         false,
         {},
         [](const StudyOptions& o) { return field_table(o, ScenarioKind::mild, 1); }},
        {"table-blind-spot",
         "Blind spot (adapting on errors only, batch 1), by corruption",
         "Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 21.7, SAR 33.8, EATA 33.5, COME "
         "33.6, DeYO 29.8, ZeroSiam 52.0 %.",
         StudyKind::table,
         "",
         false,
         {},
         [](const StudyOptions& o) { return field_table(o, ScenarioKind::blind_spot, 1); }},
        {"ablation-predictor",
         "Which predictor, under label shift",
         "ViT-B: Tent 47.3, fixed random 60.7, linear 64.1, FC-ReLU-FC 64.0 %.",
         StudyKind::table,
         "",
         false,
         {},
         ablation_predictor},
        {"ablation-divergence",
         "Which divergence, under label shift",
         "The paper's default is the symmetric KL divergence.",
         StudyKind::table,
         "",
         false,
         {},
         ablation_divergence},
        {"ablation-objective",
         "Which objective, under label shift",
         "The paper shows that the pair helps other objectives than entropy, too.",
         StudyKind::table,
         "",
         false,
         {},
         ablation_objective},
        {"plug-in",
         "ZeroSiam's loss in EATA, SAR and DeYO, under label shift",
         "Averages: EATA 40.7 -> 49.0, DeYO 43.1 -> 53.9 % with ZeroSiam.",
         StudyKind::table,
         "",
         false,
         {},
         plug_in},
    };
    return table;
}

const Study& study(const std::string& id) {
    std::string known;
    for (const Study& row : studies()) {
        if (row.id == id)
            return row;
        known += (known.empty() ? "" : ", ") + row.id;
    }
    throw std::invalid_argument("figure: expected one of " + known + ", found \"" + id + "\"");
}

} // namespace lab
