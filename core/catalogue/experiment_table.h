#pragma once

#include "core/recipe/recipe_fields.h"
#include "core/spec/spec.h"

#include <cstdint>
#include <string>
#include <vector>

/// The named experiments, most of them figures and tables of the ZeroSiam paper (arXiv 2509.23183), a row for
/// each. Presets (one run in the window) and studies (many runs, a figure or table) both come from it.
namespace lab {

/// Whether something of an experiment is there when it is run once, or repeated for a figure.
enum class UsedIn { both, preset, study };

struct FieldSetting {
    std::string path; ///< of a recipe: "alignment.predictor"
    FieldValue value;
};

struct ExperimentLane {
    std::string method;
    std::string name = {}; ///< empty: the method's title
    std::vector<FieldSetting> fields = {};
    UsedIn used = UsedIn::both;
};

enum class VariedField {
    nothing,
    corruption,      ///< stream.corruption.kind
    imbalance_ratio, ///< stream.imbalance_ratio, for a thousand classes (scaled_imbalance())
    noise_batches,   ///< stream.noise_batches
    rates,           ///< a factor on the lanes' rates
};

/// What changes from run to run of a study. A preset has one value of it, or a lane for each of several.
struct ExperimentAxis {
    VariedField field = VariedField::nothing;
    std::vector<double> values = {};
    std::vector<double> preset_values = {};
    std::vector<std::string> corruptions = {}; ///< of a study that is asked for none; empty: the fifteen
    std::string title = {};                    ///< where a figure's x axis is this one
    bool logarithmic = false;
    std::string lane_name = {}; ///< "IR %1": a lane of a study is named by the value
};

/// A measure whose curve over the steps a study draws.
struct StudyCurve {
    std::string field; ///< name of the record's field
    std::string title; ///< with unit
};

struct NamedExperiment {
    std::string preset; ///< id as a preset, "label-shift"; empty: is none
    std::string study;  ///< id as a study, "table-label-shift"; empty: is none
    std::string title;
    std::string sentence;  ///< what there is to see
    std::string group;     ///< "Figures of the paper"
    std::string published; ///< what the paper reports, in words and figures, with its conditions
    std::vector<std::string> fields = {}; ///< unlike the default: "stream.scenario=mild"
    std::int64_t preset_images = 0;       ///< of its stream, where it is run once; 0: the default's
    std::vector<ExperimentLane> lanes;
    ExperimentAxis axis = {};
    std::vector<StudyCurve> curves = {};
    std::string column = {}; ///< of a study that varies nothing
    int parts = 1;           ///< a study's images are shared out to that many corruptions' worth
};

/// In the order in which menus and lists show them.
const std::vector<NamedExperiment>& named_experiments();

/// The default stream with the experiment's own fields.
const StreamSpec& stream_of(const NamedExperiment& experiment);
/// The lanes of one use, with the rates for the specification's model and batch size.
std::vector<LaneSpec> lanes_of(const NamedExperiment& experiment, UsedIn use, const ExperimentSpec& spec);
/// Gives one value of the axis to a specification that has its lanes.
void vary(const NamedExperiment& experiment, double value, int classes, ExperimentSpec& spec);

/// The paper's imbalance ratios keep their meaning, the share of the slot's own class, for other numbers of
/// classes: IR/(IR+K−1) = IR₁₀₀₀/(IR₁₀₀₀+999).
double scaled_imbalance(double ratio_of_thousand, int classes);

} // namespace lab
