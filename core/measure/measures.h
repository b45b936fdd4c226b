#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace lab {

/// Measures of one batch's logits, before the update (method and names: ZeroSiam, arXiv 2509.23183).
struct BatchMeasures {
    double entropy = 0;             ///< mean −Σ p log p, nats
    double confidence = 0;          ///< mean largest probability
    double energy = 0;              ///< mean −logsumexp(u)
    double logit_norm = 0;          ///< mean ‖u‖₂
    double center_dominance = 0;    ///< ‖mean u‖₂ / mean ‖u‖₂, 0 … 1
    double effective_classes = 0;   ///< exp(entropy of the mean probability), 1 … K
    std::vector<double> scalars;    ///< the further scalars that were handed in, in order
    std::vector<int> predictions;   ///< [N] arg-max classes
    std::vector<float> confidences; ///< [N] their probabilities
};

/// Measures of logits [N,K] and `scalars`, 0-dimensional tensors of the same device (losses, distances),
/// packed into one tensor on that device: nothing is read back.
at::Tensor packed_measures(const at::Tensor& logits, const std::vector<at::Tensor>& scalars);
/// Reads packed measures of a batch of `rows` pictures: one copy, so that a GPU is synchronised once per
/// step.
BatchMeasures read_measures(const at::Tensor& packed, std::int64_t rows);
/// Both at once.
BatchMeasures measure(const at::Tensor& logits, const std::vector<at::Tensor>& scalars);

} // namespace lab
