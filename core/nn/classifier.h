#pragma once

#include "core/nn/layers.h"
#include "core/nn/model_input.h"
#include "core/nn/parameters.h"
#include "core/recipe/lora_shape.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace lab {

/// A model in the two parts that test-time adaptation sees: f (features) and g (head). Its rows are pictures,
/// its classes what they show; or tokens, and the classes are those that may follow.
class Classifier {
  public:
    explicit Classifier(const at::TensorOptions& options) : parameters_(options), options_(options) {}
    virtual ~Classifier() = default;
    Classifier(const Classifier&) = delete;
    Classifier& operator=(const Classifier&) = delete;

    /// z = f(x): N rows to features [N,D].
    virtual at::Tensor features(const ModelInput& input) const = 0;
    /// u = g(z): features [N,D] to logits [N,K].
    virtual at::Tensor head(const at::Tensor& features) const = 0;
    /// Normalisation layers in the order of the forward pass; the pointers live as long as the classifier.
    virtual std::vector<const Norm*> norms() const = 0;
    virtual int feature_count() const = 0;
    /// Heads of each self-attention layer, 0 in networks without.
    virtual int attention_heads() const { return 0; }

    /// Rows whose logits are worked out at once where gradients are wanted, which bounds the memory that a
    /// large vocabulary takes; 0: all of them.
    virtual std::int64_t rows_at_once() const { return 0; }
    /// Adds low-rank pairs, which do nothing at first; their factors have the role TensorRole::lora. A second
    /// call may change alpha alone. Throws std::invalid_argument naming rank or targets that cannot be had.
    /// @param seed of the factors that start at random
    virtual void add_lora(const LoraShape& shape, std::uint64_t seed);
    /// Adds a vector [D], zero at first, to all features before the head; its role is TensorRole::shift.
    /// Throws std::invalid_argument where a network has none.
    virtual void add_shift();

    Parameters& parameters() { return parameters_; }
    const Parameters& parameters() const { return parameters_; }
    const at::TensorOptions& options() const { return options_; }
    void set_norm_mode(NormMode mode) { norm_mode_ = mode; }

  protected:
    Parameters parameters_;
    NormMode norm_mode_ = NormMode::evaluation;

  private:
    at::TensorOptions options_;
};

} // namespace lab
