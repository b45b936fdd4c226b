#include "core/adapt/adapter.h"

#include "core/adapt/named_tensors.h"
#include "core/adapt/objective.h"

#include <ATen/ATen.h>
#include <ATen/core/Generator.h>
#include <c10/core/GradMode.h>

#include <map>

// What an adapter remembers and how it goes back: Fisher information, states, resets.
namespace lab {

/// fisher_alpha · Σ F·(θ − θ0)²
at::Tensor Adapter::fisher_penalty() const {
    at::Tensor penalty;
    for (const auto& [name, f] : fisher_) {
        const auto theta = norms_.find(name);
        if (theta == norms_.end())
            continue;
        const at::Tensor term =
            recipe_.regulariser.fisher_alpha * (f * (theta->second - initial_.at(name)).square()).sum();
        penalty = penalty.defined() ? penalty + term : term;
    }
    return penalty;
}

void Adapter::estimate_fisher(const std::vector<at::Tensor>& batches) {
    std::size_t given = 0;
    estimate_fisher([&] { return given < batches.size() ? batches[given++] : at::Tensor(); });
}

void Adapter::estimate_fisher(const std::function<at::Tensor()>& next) {
    // The squares of all batches are kept, small as they are (norm layers alone), until their number is
    // known.
    std::map<std::string, std::vector<at::Tensor>> squares;
    double batches = 0;
    for (at::Tensor images = next(); images.defined(); images = next(), ++batches) {
        const at::Tensor logits = classifier_->head(classifier_->features(images));
        for (const auto& [name, g] : gradients(objective_of(ObjectiveKind::pseudo_label, logits).mean()))
            if (g.defined() && norms_.contains(name))
                squares[name].push_back(g.square());
    }
    fisher_.clear();
    for (const auto& [name, terms] : squares)
        for (const at::Tensor& term : terms)
            fisher_[name] = fisher_.contains(name) ? fisher_[name] + term / batches : term / batches;
}

AdapterState Adapter::state() const {
    const at::Tensor& average = selector_.moving_average();
    return {copies(live_),
            copies(norm_optimiser_.momenta()),
            copies(predictor_optimiser_.momenta()),
            average.defined() ? average.clone() : average,
            loss_average_,
            generator_.get_state(),
            copies(fisher_)};
}

void Adapter::restore(const AdapterState& state) {
    const c10::NoGradGuard no_grad;
    for (auto& [name, value] : live_)
        if (const auto found = state.values.find(name); found != state.values.end())
            value.copy_(found->second);
    norm_optimiser_.set_momenta(state.momenta);
    predictor_optimiser_.set_momenta(state.predictor_momenta);
    selector_.set_moving_average(state.moving_average);
    loss_average_ = state.loss_average;
    if (state.generator.defined())
        generator_.set_state(state.generator);
    if (!state.fisher.empty())
        fisher_ = copies(state.fisher);
}

void Adapter::reset() {
    restore({initial_, {}, {}, {}, std::nullopt});
}

} // namespace lab
