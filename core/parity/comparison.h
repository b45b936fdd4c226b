#pragma once

#include "core/parity/parity.h"
#include "core/weights/safetensors.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <set>
#include <stdexcept>
#include <string>

namespace lab {

/// A trace asks for something that is not built.
struct UnknownTrace : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Runs what fills a result, and notes what went wrong in it.
ParityResult result_of(const std::string& subject, const std::function<void(ParityResult&)>& fill);

/// Largest of |a − b| / max(1, |b|) over two tensors of one shape, in double precision on the processor;
/// infinite where the shapes differ, or where one is no finite number and the other is not the same.
double largest_error_of(const at::Tensor& found, const at::Tensor& golden);

/// How alike the shapes of a tensor and its golden one must be.
enum class ShapeRule {
    counted, ///< as many numbers: a trace may hold a scalar as a list of one
    exact,
};

/// Collects the largest error of one subject and what was compared.
class Comparison {
  public:
    Comparison(ParityResult& result, const StateDict& expected, ShapeRule rule)
        : result_(result), expected_(expected), rule_(rule) {}

    /// Nothing where no golden tensor has the name.
    /// @param where [shape without the last dimension] bool: what is compared; undefined: all
    void check(const std::string& name, const at::Tensor& found, const at::Tensor& where = {});
    /// What is there and was only read.
    void note(const std::string& name) { checked_.insert(name); }
    /// Every golden tensor must have been compared or noted. Throws UnknownTrace naming one that was not.
    void expect_all_compared() const;

  private:
    ParityResult& result_;
    const StateDict& expected_;
    ShapeRule rule_;
    std::set<std::string> checked_;
};

} // namespace lab
