#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <string>
#include <vector>

namespace lab {

/// Tensors by name, as a weight file holds them.
using StateDict = std::map<std::string, at::Tensor>;

/// What a tensor does in its network: what may be trained is asked for by role, never by name.
enum class TensorRole {
    norm_weight, ///< scale of a normalisation layer
    norm_bias,   ///< shift of one
    head,        ///< of the classifier layer, weight or bias
    other,       ///< of the encoder: convolutions, linear maps, embeddings, scales of branches
    statistic,   ///< running averages: stored, never trained
    lora,        ///< a factor of a low-rank pair
    shift,       ///< the vector that is added to the features before the head
};

/// A model's tensors in the order of their creation. Layers keep handles to the same storage, so copying new
/// values in place is seen by every layer.
class Parameters {
  public:
    struct Entry {
        std::string name;
        at::Tensor value;
        bool buffer = false; ///< running statistics: stored, never trained
        TensorRole role = TensorRole::other;
    };

    explicit Parameters(const at::TensorOptions& options) : options_(options) {}

    at::Tensor add(const std::string& name, at::IntArrayRef shape, TensorRole role = TensorRole::other);
    /// The same, of a type of its own.
    at::Tensor add(const std::string& name, at::IntArrayRef shape, TensorRole role, at::ScalarType type);
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
    /// The same, but large tensors of the right type and device are taken over in place of copied: they share
    /// the memory of `state` from then on, which for a mapped file means that there is no second copy.
    void adopt(const StateDict& state, const std::string& source);
    /// Throws as load() does, changes nothing. Values are not looked at: meta tensors will do.
    void check(const StateDict& state, const std::string& source) const;
    /// load() for some of the tensors: names that are absent keep their values. Throws std::runtime_error
    /// listing what is unknown or has another shape; nothing has been changed then.
    void overlay(const StateDict& state, const std::string& source);

  private:
    enum class Take { copies, large_ones_over };
    /// "" or a line per fault; a subset may lack names.
    std::string faults_of(const StateDict& state, bool subset) const;
    void take(const StateDict& state, const std::string& faults, const std::string& source, Take how);

    at::TensorOptions options_;
    std::vector<Entry> entries_;
};

/// While one lives, Parameters on this thread leave new tensors as they are in memory: for networks that are
/// filled from a file at once, whose pages need not be touched before.
class LeaveUninitialised {
  public:
    LeaveUninitialised();
    ~LeaveUninitialised();
    LeaveUninitialised(const LeaveUninitialised&) = delete;
    LeaveUninitialised& operator=(const LeaveUninitialised&) = delete;
};

} // namespace lab
