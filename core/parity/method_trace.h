#pragma once

#include "core/nn/classifier.h"
#include "core/parity/comparison.h"
#include "core/recipe/recipe.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <set>
#include <string>

namespace lab {

/// The numbers of a trace. Each one must be asked for: what nobody knows would be left out without a word.
class HyperParameters {
  public:
    explicit HyperParameters(const nlohmann::ordered_json& values) : values_(values) {}

    bool has(const char* name) const { return values_.contains(name); }
    bool is_null(const char* name) { return value(name).is_null(); }
    /// Throw std::runtime_error where it is absent or of another kind.
    double number(const char* name);
    int whole(const char* name);
    bool flag(const char* name);
    std::string text(const char* name);
    /// What is there for people alone.
    void note(const char* name) { read_.insert(name); }
    /// Throws UnknownTrace naming one that nobody has asked for.
    void expect_all_read() const;

  private:
    const nlohmann::ordered_json& value(const char* name);

    nlohmann::ordered_json values_;
    std::set<std::string> read_;
};

/// A trace of a method, and what it was made from.
struct MethodTrace {
    std::string name;               ///< "batchnorm_roid"
    nlohmann::ordered_json entry;   ///< of index.json
    const StateDict& inputs;        ///< pictures, classes, views
    const StateDict& network;       ///< weights and running averages
    const StateDict& golden;        ///< every recorded figure
    c10::Device device = c10::kCPU; ///< that replays

    std::string method() const { return entry.at("method").get<std::string>(); }
    int steps() const { return entry.at("steps").get<int>(); }
    at::TensorOptions options() const { return at::TensorOptions(at::kDouble).device(device); }
    /// Pictures [N,1,28,28] of a step, from 0; as many as "batch_sizes" says.
    at::Tensor input(int step) const;
    /// Their recorded views [n,N,1,28,28]; undefined where there are none.
    at::Tensor views(int step) const;
    /// The tiny network in double precision.
    /// @param epsilon of its normalisation
    std::unique_ptr<Classifier> classifier(double epsilon = 1e-5) const;
};

/// Optimiser, rate and momenta of a trace: "SGD" or "Adam".
void read_optimiser(HyperParameters& given, Optimiser& optimiser);

/// How a family of methods is replayed: compares every figure that it has.
using MethodReplay = void (*)(const MethodTrace& trace, HyperParameters& given, Comparison& comparison);

void replay_gradient_method(const MethodTrace& trace, HyperParameters& given, Comparison& comparison);
void replay_memory_method(const MethodTrace& trace, HyperParameters& given, Comparison& comparison);
void replay_statistics(const MethodTrace& trace, HyperParameters& given, Comparison& comparison);

} // namespace lab
