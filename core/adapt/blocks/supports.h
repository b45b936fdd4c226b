#pragma once

#include "core/nn/classifier.h"
#include "core/nn/named_tensors.h"

#include <ATen/core/Tensor.h>

namespace lab {

/// T3A (NeurIPS 2021): the classifier layer is replaced by the mean directions of features that were
/// predicted with confidence, the layer's own rows being the first of them.
class Supports {
  public:
    explicit Supports(const Classifier& classifier) : classifier_(classifier) {}

    /// Takes a batch in and keeps the most confident of each class.
    /// @param features [N,D]
    /// @param logits [N,K] of the network for them
    /// @param per_class how many are kept; 0: all
    /// @param quirk with 0: the least confident of each class is dropped, as in the published code
    void add(const at::Tensor& features, const at::Tensor& logits, int per_class, bool quirk);
    /// z · the classes' directions, [N,D] to [N,K]; a class without supports scores 0. No bias.
    at::Tensor scores(const at::Tensor& features) const;

    const at::Tensor& rows() const { return rows_; }           ///< [S,D]; undefined before the first batch
    const at::Tensor& labels() const { return labels_; }       ///< [S]
    const at::Tensor& entropies() const { return entropies_; } ///< [S]

    NamedTensors state() const;
    void restore(const NamedTensors& state);
    void clear();

  private:
    /// The classifier layer's rows, [K,D]. Throws std::invalid_argument where it is no single linear map.
    at::Tensor head_rows() const;
    void begin();
    void keep_best(std::int64_t classes, int per_class, bool quirk);

    const Classifier& classifier_;
    at::Tensor rows_, labels_, entropies_;
};

} // namespace lab
