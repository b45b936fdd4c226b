#include "core/adapt/adapter.h"

#include "core/adapt/divergence.h"
#include "core/adapt/named_tensors.h"
#include "core/adapt/objective.h"
#include "core/adapt/patch_shuffle.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace lab {

namespace {

class Stopwatch {
  public:
    /// Milliseconds since construction or the last lap.
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const double elapsed = std::chrono::duration<double, std::milli>(now - last_).count();
        last_ = now;
        return elapsed;
    }

  private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

bool starts_with_any(const std::string& name, const std::vector<std::string>& prefixes) {
    for (const std::string& prefix : prefixes)
        if (name == prefix || name.rfind(prefix + ".", 0) == 0)
            return true;
    return false;
}

/// Batch statistics make every sample's logits depend on the others of its batch.
bool mixes_samples(const Classifier& classifier) {
    const auto norms = classifier.norms();
    return std::any_of(norms.begin(), norms.end(),
                       [](const Norm* norm) { return norm->config.kind == NormKind::batch; });
}

} // namespace

struct Adapter::Branches {
    at::Tensor features; ///< z [N,D]
    at::Tensor target;   ///< u_r [N,K], reported
    at::Tensor online;   ///< u_o [N,K]
};

struct Adapter::Loss {
    at::Tensor total, objective, divergence;
};

Adapter::Adapter(std::unique_ptr<Classifier> classifier, const Recipe& recipe, std::uint64_t seed)
    : classifier_(std::move(classifier)),
      predictor_(classifier_->feature_count(), classifier_->options(), seed),
      generator_(at::detail::createCPUGenerator(seed)) {
    set_recipe(recipe);
}

void Adapter::set_recipe(const Recipe& recipe) {
    recipe_ = recipe;
    classifier_->set_norm_mode(recipe.adapts ? NormMode::batch_statistics : NormMode::evaluation);
    for (auto& [name, value] : live_)
        value.set_requires_grad(false);
    norms_.clear();
    for (const Norm* norm : classifier_->norms())
        if (!starts_with_any(norm->name, recipe.frozen_prefixes)) {
            norms_[norm->name + ".weight"] = norm->weight;
            norms_[norm->name + ".bias"] = norm->bias;
        }
    predictor_weights_ = predictor_.trained(recipe.alignment.predictor);
    for (auto& [name, value] : joined(norms_, predictor_weights_)) {
        if (!initial_.contains(name))
            initial_[name] = value.detach().clone();
        live_[name] = value;
        value.set_requires_grad(recipe.adapts);
    }
}

Adapter::Branches Adapter::forward(const at::Tensor& images) const {
    Branches branches;
    branches.features = classifier_->features(images);
    branches.target = classifier_->head(branches.features);
    const PredictorKind kind = recipe_.alignment.predictor;
    branches.online = kind == PredictorKind::none ? branches.target
                                                  : classifier_->head(predictor_(kind, branches.features));
    return branches;
}

/// L = mean over the kept of w·(H(p_o) + α·D(p_o ‖ sg[p_r])).
Adapter::Loss Adapter::loss_of(const Branches& branches, const Selected& selected) const {
    const bool everything = selected.index.size(0) == branches.online.size(0);
    const auto kept = [&](const at::Tensor& x) { return everything ? x : x.index_select(0, selected.index); };
    const auto weighted_mean = [&](const at::Tensor& x) {
        return selected.weights.defined() ? (x * selected.weights).mean() : x.mean();
    };
    const Alignment& alignment = recipe_.alignment;
    const at::Tensor online = kept(branches.online);
    Loss loss;
    loss.objective = weighted_mean(objective_of(recipe_.objective, online));
    loss.total = loss.objective;
    if (alignment.predictor != PredictorKind::none) {
        const at::Tensor target = kept(alignment.stop_gradient ? branches.target.detach() : branches.target);
        loss.divergence = weighted_mean(divergence_of(alignment.divergence, online, target));
        loss.total = loss.objective + alignment.alpha * loss.divergence;
    } else {
        loss.divergence = at::zeros_like(loss.objective);
    }
    if (recipe_.regulariser.fisher_alpha > 0 && !fisher_.empty())
        loss.total = loss.total + fisher_penalty();
    return loss;
}

NamedTensors Adapter::gradients(const at::Tensor& loss) const {
    const NamedTensors trained = joined(norms_, predictor_weights_);
    std::vector<at::Tensor> inputs;
    for (const auto& [name, value] : trained)
        inputs.push_back(value);
    const auto grads = torch::autograd::grad({loss}, inputs, {}, {}, false, true);
    NamedTensors named;
    std::size_t i = 0;
    for (const auto& [name, value] : trained)
        named[name] = grads[i++];
    return named;
}

/// SAM: climbs to the worst weights within ρ, takes the gradient there, and comes back. False where the
/// second look keeps no sample, or the run was interrupted: no step is made then.
bool Adapter::sharpness_aware(const at::Tensor& images, Selected& selected, Loss& loss, NamedTensors& grads) {
    const NamedTensors trained = joined(norms_, predictor_weights_);
    const NamedTensors before = copies(trained);
    const auto come_back = [&] {
        const c10::NoGradGuard no_grad;
        for (const auto& [name, value] : trained)
            at::Tensor(value).copy_(before.at(name));
    };
    {
        const c10::NoGradGuard no_grad;
        std::vector<at::Tensor> norms;
        for (const auto& [name, g] : grads)
            if (g.defined())
                norms.push_back(g.norm());
        const at::Tensor scale = recipe_.optimiser.rho / (at::stack(norms).norm() + 1e-12);
        for (const auto& [name, g] : grads)
            if (g.defined())
                at::Tensor(trained.at(name)).add_(g * scale);
    }
    if (interrupted_ && interrupted_()) {
        come_back();
        return false;
    }
    // Only the selected are looked at again, unless the others take part in their normalisation.
    const bool whole_batch = mixes_samples(*classifier_);
    const Branches second = forward(whole_batch ? images : images.index_select(0, selected.index));
    Selected looked_at;
    {
        const c10::NoGradGuard no_grad;
        const at::Tensor logits = whole_batch ? second.target.index_select(0, selected.index) : second.target;
        const at::Tensor entropy = recipe_.objective == ObjectiveKind::come
                                       ? objective_of(ObjectiveKind::come, logits)
                                       : entropy_of(logits);
        const double limit =
            recipe_.selection.kind == SelectionKind::all
                ? std::numeric_limits<double>::infinity()
                : recipe_.selection.margin * std::log(static_cast<double>(second.target.size(1)));
        const at::Tensor rows = (entropy < limit).nonzero().squeeze(1);
        selected.index = selected.index.index_select(0, rows);
        if (selected.weights.defined())
            selected.weights = selected.weights.index_select(0, rows);
        looked_at = {whole_batch ? selected.index : rows, selected.weights};
    }
    if (selected.index.numel() == 0) {
        come_back();
        return false;
    }
    loss = loss_of(second, looked_at);
    grads = gradients(loss.total);
    come_back();
    return true;
}

void Adapter::update(const NamedTensors& grads) {
    NamedTensors of_norms, of_predictor;
    for (const auto& [name, g] : grads)
        (norms_.contains(name) ? of_norms : of_predictor)[name] = g;
    const Optimiser& optimiser = recipe_.optimiser;
    norm_optimiser_.step(norms_, of_norms, optimiser.rate, optimiser.momentum);
    predictor_optimiser_.step(predictor_weights_, of_predictor, optimiser.predictor_rate, optimiser.momentum);
}

/// SAR: a moving average of the loss that falls below the threshold means that everything became one class.
void Adapter::recover(double loss, StepResult& result) {
    loss_average_ = loss_average_ ? 0.9 * *loss_average_ + 0.1 * loss : loss;
    if (*loss_average_ >= recipe_.recovery.threshold)
        return;
    const std::optional<double> average = loss_average_;
    reset();
    if (recipe_.reference_quirks)
        loss_average_ = average;
    result.reset = true;
}

StepResult Adapter::evaluate(const at::Tensor& images) const {
    const c10::NoGradGuard no_grad;
    Stopwatch watch;
    StepResult result;
    result.features = classifier_->features(images);
    result.logits = classifier_->head(result.features);
    result.selected = at::zeros({images.size(0)}, images.options().dtype(at::kBool));
    result.loss = at::full({}, std::numeric_limits<double>::quiet_NaN(), images.options());
    result.loss_objective = result.loss;
    result.loss_divergence = result.loss;
    result.predictor_distance = predictor_.distance(recipe_.alignment.predictor);
    result.times.forward = watch.lap();
    return result;
}

StepResult Adapter::step(const at::Tensor& images, const at::Tensor& patch_order) {
    if (!recipe_.adapts)
        return evaluate(images);
    Stopwatch watch;
    const Branches branches = forward(images);
    const auto shuffled = [&](const at::Tensor& rows) {
        const at::Tensor order = patch_order.defined() ? patch_order : random_patch_order(images.size(0));
        const at::Tensor pictures =
            shuffle_patches(images.index_select(0, rows), order.to(images.device()).index_select(0, rows));
        return classifier_->head(classifier_->features(pictures));
    };
    Selected selected = selector_.select(recipe_.selection, recipe_.objective, branches.target, shuffled);

    StepResult result;
    result.logits = branches.target.detach();
    result.features = branches.features.detach();
    result.loss = at::full({}, std::numeric_limits<double>::quiet_NaN(), images.options());
    result.loss_objective = result.loss;
    result.loss_divergence = result.loss;
    if (selected.index.numel() > 0) {
        Loss loss = loss_of(branches, selected);
        result.times.forward = watch.lap();
        NamedTensors grads = gradients(loss.total);
        result.stepped =
            recipe_.optimiser.kind == OptimiserKind::sgd || sharpness_aware(images, selected, loss, grads);
        result.times.backward = watch.lap();
        if (result.stepped) {
            result.loss = loss.total.detach();
            result.loss_objective = loss.objective.detach();
            result.loss_divergence = loss.divergence.detach();
            update(grads);
            if (recipe_.recovery.enabled)
                recover(result.loss.item<double>(), result);
        }
    } else {
        result.times.forward = watch.lap();
    }
    result.kept = selected.index.numel();
    result.selected = at::zeros({images.size(0)}, images.options().dtype(at::kBool));
    result.selected.index_fill_(0, selected.index, true);
    result.predictor_distance = predictor_.distance(recipe_.alignment.predictor);
    result.times.update = watch.lap();
    return result;
}

at::Tensor Adapter::random_patch_order(std::int64_t n) {
    return at::rand({n, 16}, generator_, at::kFloat).argsort(std::int64_t{1});
}

} // namespace lab
