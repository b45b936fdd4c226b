#include "core/adapt/blocks/fisher.h"

#include <ATen/ATen.h>

#include <vector>

namespace lab {

void FisherBlock::estimate(const std::function<ModelInput()>& next,
                           const std::function<NamedTensors(const ModelInput&)>& gradients) {
    // The squares of all batches are kept, small as they are (norm layers alone), until their number is
    // known.
    std::map<std::string, std::vector<at::Tensor>> squares;
    double batches = 0;
    for (ModelInput input = next(); input.defined(); input = next(), ++batches)
        for (const auto& [name, g] : gradients(input))
            if (g.defined())
                squares[name].push_back(g.square());
    fisher_.clear();
    for (const auto& [name, terms] : squares)
        for (const at::Tensor& term : terms)
            fisher_[name] = fisher_.contains(name) ? fisher_[name] + term / batches : term / batches;
}

at::Tensor FisherBlock::penalty(const TrainedBlock& trained) const {
    at::Tensor penalty;
    if (rule_.fisher_alpha <= 0)
        return penalty;
    for (const auto& [name, f] : fisher_) {
        const auto theta = trained.tensors().find(name);
        if (theta == trained.tensors().end())
            continue;
        const at::Tensor term =
            rule_.fisher_alpha * (f * (theta->second - trained.start_of(name)).square()).sum();
        penalty = penalty.defined() ? penalty + term : term;
    }
    return penalty;
}

at::Tensor FisherBlock::departure(const TrainedBlock& trained) {
    std::vector<at::Tensor> cosines;
    for (const auto& [name, theta] : trained.tensors())
        cosines.push_back(at::cosine_similarity(theta.flatten(), trained.start_of(name).flatten(), 0));
    return -at::stack(cosines).mean();
}

} // namespace lab
