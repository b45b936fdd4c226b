#pragma once

#include "core/nn/layers.h"
#include "core/nn/parameters.h"

#include <memory>
#include <string>
#include <vector>

namespace lab {

/// An image classifier in the two parts that test-time adaptation sees: f (features) and g (head).
class Classifier {
  public:
    explicit Classifier(const at::TensorOptions& options) : parameters_(options), options_(options) {}
    virtual ~Classifier() = default;
    Classifier(const Classifier&) = delete;
    Classifier& operator=(const Classifier&) = delete;

    /// z = f(x): normalised images [N,C,H,W] to pooled features [N,D].
    virtual at::Tensor features(const at::Tensor& images) const = 0;
    /// u = g(z): features [N,D] to logits [N,K].
    virtual at::Tensor head(const at::Tensor& features) const = 0;
    /// Normalisation layers in the order of the forward pass; the pointers live as long as the classifier.
    virtual std::vector<const Norm*> norms() const = 0;
    virtual int feature_count() const = 0;
    /// Heads of each self-attention layer, 0 in networks without.
    virtual int attention_heads() const { return 0; }

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
