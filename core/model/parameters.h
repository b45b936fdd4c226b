#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <string>
#include <vector>

namespace lab {

/// Tensors by name, as a weight file holds them.
using StateDict = std::map<std::string, at::Tensor>;

/// A model's tensors in the order of their creation. Layers keep handles to the same storage, so copying new
/// values in place is seen by every layer.
class Parameters {
  public:
    struct Entry {
        std::string name;
        at::Tensor value;
        bool buffer = false; ///< running statistics: stored, never trained
    };

    explicit Parameters(const at::TensorOptions& options) : options_(options) {}

    at::Tensor add(const std::string& name, at::IntArrayRef shape);
    at::Tensor add_buffer(const std::string& name, at::IntArrayRef shape, double value);

    const std::vector<Entry>& entries() const { return entries_; }
    /// Number of trainable values.
    std::int64_t count() const;

    /// Copies of all tensors.
    StateDict state() const;
    /// Copies values in, converting the type. Throws std::runtime_error listing by name what is missing, what
    /// is superfluous and what has another shape; nothing has been changed then.
    /// @param source named in the message, usually the file
    void load(const StateDict& state, const std::string& source);
    /// The same for some of the tensors: names that are absent keep their values. Throws std::runtime_error
    /// listing what is unknown or has another shape; nothing has been changed then.
    void overlay(const StateDict& state, const std::string& source);

  private:
    void copy_in(const StateDict& state, const std::string& source, const std::string& known_faults);

    at::TensorOptions options_;
    std::vector<Entry> entries_;
};

} // namespace lab
