#pragma once

#include "core/recipe/recipe.h"
#include "core/spec/corruption_kind.h"
#include "core/spec/model_options.h"
#include "core/spec/scenario.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

/// When a lane goes back to its initial weights, optimiser and predictor.
enum class ResetPolicy {
    none,
    segment, ///< at each change of corruption
    batch,   ///< before every batch (episodic)
};

/// What happens to a lane when the detector finds it collapsed.
enum class CollapseAction { flag, stop, reset };

/// One method on the stream.
struct LaneSpec {
    std::string method = "zerosiam"; ///< id in the table of named recipes
    std::string name;                ///< for people; empty means the method's title
    Recipe recipe;                   ///< starts as the method's, edited by switches
    ResetPolicy reset = ResetPolicy::none;
    CollapseAction on_collapse = CollapseAction::flag;
    std::string start_from; ///< a state saved by another run (recovery); empty: the model as it was trained
    bool operator==(const LaneSpec&) const = default;
};

/// Everything that decides a run. The same specification gives the same records, bit for bit, on one machine
/// with a fixed number of threads. Round-trips through JSON (spec_json.h).
struct ExperimentSpec {
    std::string data = "fashion-mnist";
    std::string data_dir;            ///< empty: where the data set is usually installed
    int cache_mib = 512;             ///< decoded pictures that are kept in memory at most, MiB; 0: none
    std::string model = "resnet-gn"; ///< id of an embedded model or a path to weights
    ModelOptions model_options;      ///< what the weights do not tell, or which of them
    StreamSpec stream;
    QuestionSource questions; ///< of a language experiment, whose model is a folder as the hub has them
    std::string frost_dir;    ///< folder with pictures of frost; empty: procedural frost
    std::vector<LaneSpec> lanes;
    std::string device = "auto"; ///< auto, cpu, cuda, cuda:N
    int threads = 0;             ///< of the arithmetic; 0: one per core
    int prefetch_threads = 1;
    /// float32, float64, or bfloat16: the encoder's frozen convolutions and linear layers in that, all else
    /// in float32 (CUDA devices alone)
    std::string precision = "float32";
    bool operator==(const ExperimentSpec&) const = default;
};

/// Whether the experiment asks a language model questions; else it shows pictures to a classifier.
bool is_language(const ExperimentSpec& spec);

/// A lane that runs a named method with the default rates for a model and batch size (default_rates.h).
LaneSpec make_lane(const std::string& method, const std::string& model = "resnet-gn", int batch_size = 64,
                   const ModelOptions& options = {});
/// The same for the model, its options and the batch size of a specification, or with the row for language
/// models.
LaneSpec make_lane(const std::string& method, const ExperimentSpec& spec);
/// The lane's own name, or else its method's title.
std::string lane_title(const LaneSpec& lane);
/// No adaptation, Tent and ZeroSiam on questions of a task or a file, asked of the model in a folder.
ExperimentSpec language_experiment(const std::string& questions, const std::string& model);
/// The experiment that the lab starts with: Tent, ZeroSiam and no adaptation on a label-shifted stream.
ExperimentSpec default_experiment();
/// Throws std::invalid_argument with a sentence that names the field, what was expected and what was found.
void validate(const ExperimentSpec& spec);

} // namespace lab
