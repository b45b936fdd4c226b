#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/live_tensors.h"
#include "core/nn/classifier.h"
#include "core/recipe/recipe.h"

#include <string>
#include <vector>

namespace lab {

/// Which of the model's tensors learn: asked for by the roles that its modules gave them.
class TrainedBlock final : public Block {
  public:
    explicit TrainedBlock(const Classifier& classifier) : classifier_(classifier) {}

    /// @param frozen_prefixes starts of names, whole parts of them: "norm" is not the start of "norm2.weight"
    /// @param learns false: the tensors are chosen, but carry no gradient
    void choose(const Trained& rule, const std::vector<std::string>& frozen_prefixes, bool learns);
    /// Those that are trained now, by name.
    const NamedTensors& tensors() const { return trained_; }
    /// Their names, from the input to the output.
    std::vector<std::string> in_network_order() const;
    bool was_trained(const std::string& name) const { return ever_.contains(name); }
    /// The trained tensor that a state's "PREFIX" + its name is about; empty where the name has another
    /// prefix. Throws std::invalid_argument for one that was never trained.
    std::string subject_of(const std::string& name, const std::string& prefix) const;
    /// A trained tensor as it was before it was ever trained.
    const at::Tensor& start_of(const std::string& name) const { return ever_.start_of(name); }
    /// All of these, by name.
    NamedTensors starts() const;
    /// Back to the start where `when` (0-dimensional, bool) is true or undefined, but for those of which the
    /// place in the network is below the share (0-dimensional).
    void reset_beyond(const at::Tensor& when, const at::Tensor& share);

    const char* name() const override { return "trained"; }
    NamedTensors state() const override { return ever_.state(); }
    /// Throws std::invalid_argument for a name that the model does not have.
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override { ever_.reset(when); }

  private:
    const Classifier& classifier_;
    NamedTensors trained_;
    LiveTensors ever_; ///< everything that was ever trained
};

} // namespace lab
