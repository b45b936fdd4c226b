#include "core/adapt/blocks/statistics.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <stdexcept>

namespace lab {

namespace {

/// All dimensions but the channels.
std::vector<std::int64_t> reduced(const at::Tensor& x) {
    std::vector<std::int64_t> dimensions = {0};
    for (std::int64_t i = 2; i < x.dim(); ++i)
        dimensions.push_back(i);
    return dimensions;
}

/// [C] as [1,C,1,...], beside x.
at::Tensor beside(const at::Tensor& per_channel, const at::Tensor& x) {
    std::vector<std::int64_t> shape(static_cast<std::size_t>(x.dim()), 1);
    shape[1] = -1;
    return per_channel.view(shape);
}

at::Tensor mean_of(const at::Tensor& x) {
    return x.mean(reduced(x));
}

at::Tensor variance_of(const at::Tensor& x, bool unbiased) {
    return x.var(reduced(x), unbiased);
}

/// (x − μ) / √(σ² + ε) · weight + bias, μ and σ² of the channels.
at::Tensor by_channels(const Norm& norm, const at::Tensor& x, const at::Tensor& mean,
                       const at::Tensor& variance) {
    const at::Tensor deviation = (variance + norm.config.epsilon).sqrt();
    return (x - beside(mean, x)) / beside(deviation, x) * beside(norm.weight, x) + beside(norm.bias, x);
}

/// 0 within the bound, beyond it the rest.
at::Tensor shrunk(const at::Tensor& x, const at::Tensor& bound) {
    return (x - bound).relu() - (-(x + bound)).relu();
}

at::Tensor with_batch(const Norm& norm, const at::Tensor& x) {
    return at::batch_norm(x, norm.weight, norm.bias, {}, {}, true, 0.1, norm.config.epsilon, false);
}

at::Tensor with_running(const Norm& norm, const at::Tensor& x) {
    return at::batch_norm(x, norm.weight, norm.bias, norm.running_mean, norm.running_var, false, 0.1,
                          norm.config.epsilon, false);
}

} // namespace

void StatisticsBlock::choose(const Statistics& rule, bool adapts) {
    rule_ = rule;
    adapts_ = adapts;
    for (const Norm* norm : classifier_.norms()) {
        if (norm->config.kind != NormKind::batch || !norm->config.averages)
            continue;
        if (rule.kind == StatisticsKind::renormalised)
            keep_averages(*norm);
        else if (rule.kind == StatisticsKind::moving || rule.kind == StatisticsKind::robust ||
                 rule.kind == StatisticsKind::instance)
            keep_running(*norm);
    }
}

NormMode StatisticsBlock::mode() {
    if (!adapts_ || rule_.kind == StatisticsKind::source)
        return NormMode::evaluation;
    if (rule_.kind == StatisticsKind::batch)
        return NormMode::batch_statistics;
    return {NormMode::given, this};
}

StatisticsBlock::Pass StatisticsBlock::own_pass() const {
    const bool learns = rule_.kind == StatisticsKind::robust || rule_.kind == StatisticsKind::renormalised;
    return learns ? Pass::learn : Pass::predict;
}

void StatisticsBlock::keep_running(const Norm& norm) {
    ever_.add(norm.name + ".running_mean", norm.running_mean);
    ever_.add(norm.name + ".running_var", norm.running_var);
}

void StatisticsBlock::keep_averages(const Norm& norm) {
    if (averages_.contains(norm.name + ".begun"))
        return;
    averages_[norm.name + ".average_mean"] = at::zeros_like(norm.running_mean);
    averages_[norm.name + ".average_std"] = at::zeros_like(norm.running_var);
    averages_[norm.name + ".begun"] = at::zeros({}, norm.running_mean.options().dtype(at::kBool));
    for (const char* part : {".average_mean", ".average_std", ".begun"})
        ever_.add(norm.name + part, averages_.at(norm.name + part));
}

void StatisticsBlock::restore(const NamedTensors& state) {
    std::size_t known = 0;
    for (const Norm* norm : classifier_.norms()) {
        if (state.contains(norm->name + ".running_mean"))
            keep_running(*norm);
        if (state.contains(norm->name + ".begun"))
            keep_averages(*norm);
        for (const char* part : {".running_mean", ".running_var", ".average_mean", ".average_std", ".begun"})
            known += state.count(norm->name + part);
    }
    if (known != state.size())
        throw std::invalid_argument("state: expected statistics of this model's layers, found " +
                                    std::to_string(state.size() - known) + " of others");
    ever_.restore(state);
}

at::Tensor StatisticsBlock::normalised(const Norm& norm, const at::Tensor& x) {
    switch (rule_.kind) {
    case StatisticsKind::source:
        return with_running(norm, x);
    case StatisticsKind::batch:
        return with_batch(norm, x);
    case StatisticsKind::mixed:
        return mixed(norm, x);
    case StatisticsKind::moving:
        return moving(norm, x);
    case StatisticsKind::robust:
        return robust(norm, x);
    case StatisticsKind::instance:
        return instance(norm, x);
    case StatisticsKind::renormalised:
        return renormalised(norm, x);
    }
    throw std::invalid_argument("statistics: unknown kind");
}

void StatisticsBlock::move_running(const Norm& norm, const at::Tensor& mean,
                                   const at::Tensor& variance) const {
    const c10::NoGradGuard no_grad;
    at::Tensor(norm.running_mean).copy_((1 - rule_.share) * norm.running_mean + rule_.share * mean);
    at::Tensor(norm.running_var).copy_((1 - rule_.share) * norm.running_var + rule_.share * variance);
}

/// BN-α: the source's statistics and the batch's, the variance unbiased; no gradient flows through them.
at::Tensor StatisticsBlock::mixed(const Norm& norm, const at::Tensor& x) {
    at::Tensor mean, variance;
    {
        const c10::NoGradGuard no_grad;
        const at::Tensor own = mean_of(x), spread = variance_of(x, true);
        mean = (1 - rule_.share) * norm.running_mean + rule_.share * own;
        variance = (1 - rule_.share) * norm.running_var + rule_.share * spread;
        records_["batch." + norm.name + ".mean"] = own;
        records_["batch." + norm.name + ".variance_unbiased"] = spread;
    }
    return by_channels(norm, x, mean, variance);
}

/// BN-EMA: the first pass normalises as in training and moves the averages, later ones normalise with these.
at::Tensor StatisticsBlock::moving(const Norm& norm, const at::Tensor& x) const {
    if (pass_ != Pass::first)
        return with_running(norm, x);
    move_running(norm, mean_of(x), variance_of(x, true));
    return with_batch(norm, x);
}

/// RoTTA's robust statistics: averages, moved by the batch that is being learnt from, through which gradients
/// flow; the variance biased.
at::Tensor StatisticsBlock::robust(const Norm& norm, const at::Tensor& x) const {
    if (pass_ != Pass::learn)
        return with_running(norm, x);
    const at::Tensor mean = (1 - rule_.share) * norm.running_mean + rule_.share * mean_of(x);
    const at::Tensor variance = (1 - rule_.share) * norm.running_var + rule_.share * variance_of(x, false);
    const at::Tensor y = by_channels(norm, x, mean, variance);
    const c10::NoGradGuard no_grad;
    at::Tensor(norm.running_mean).copy_(mean);
    at::Tensor(norm.running_var).copy_(variance);
    return y;
}

/// NOTE's instance-aware statistics: a picture's own ones replace the averages only beyond k standard errors.
/// Where it learns, a batch's statistics stand in for the averages and move them.
at::Tensor StatisticsBlock::instance(const Norm& norm, const at::Tensor& x) const {
    const double n = static_cast<double>(x.numel()) / static_cast<double>(x.size(0) * x.size(1));
    at::Tensor mean = norm.running_mean, variance = norm.running_var;
    if (pass_ == Pass::learn) {
        mean = mean_of(x);
        variance = variance_of(x, true);
        move_running(norm, mean.detach(), variance.detach());
    }
    if (n < 2) // a single value has no variance of its own
        return by_channels(norm, x, mean, variance);
    const at::Tensor flat = x.flatten(2);       // [N,C,n]
    const std::vector<std::int64_t> last = {2}; // a lone number would be a view of something gone
    const at::Tensor own_mean = flat.mean(last), own_variance = flat.var(last, true);
    const at::Tensor spread = variance + norm.config.epsilon;
    const at::Tensor mu = mean + shrunk(own_mean - mean, rule_.shrinkage * (spread / n).sqrt());
    const at::Tensor sigma =
        (variance + shrunk(own_variance - variance, rule_.shrinkage * spread * std::sqrt(2 / (n - 1))))
            .relu();
    const at::Tensor y = (flat - mu.unsqueeze(2)) / (sigma + norm.config.epsilon).sqrt().unsqueeze(2);
    return y.view_as(x) * beside(norm.weight, x) + beside(norm.bias, x);
}

/// DELTA's batch renormalisation: averages of the batches' means and standard deviations normalise, but the
/// gradient is that of a batch's own statistics. Averages move after their use.
at::Tensor StatisticsBlock::renormalised(const Norm& norm, const at::Tensor& x) const {
    const at::Tensor mean = mean_of(x);
    const at::Tensor deviation = (variance_of(x, false) + norm.config.epsilon).sqrt();
    at::Tensor factor, shift;
    {
        const c10::NoGradGuard no_grad;
        const at::Tensor average = averages_.at(norm.name + ".average_mean");
        const at::Tensor average_deviation = averages_.at(norm.name + ".average_std");
        const at::Tensor begun = averages_.at(norm.name + ".begun");
        const at::Tensor used = at::where(begun, average, mean);
        const at::Tensor used_deviation = at::where(begun, average_deviation, deviation);
        factor = deviation / used_deviation;
        shift = (mean - used) / used_deviation;
        if (pass_ == Pass::learn) {
            at::Tensor(average).copy_((1 - rule_.share) * used + rule_.share * mean);
            at::Tensor(average_deviation).copy_((1 - rule_.share) * used_deviation + rule_.share * deviation);
            at::Tensor(begun).fill_(true);
        }
    }
    const at::Tensor own = (x - beside(mean, x)) / beside(deviation, x);
    return (own * beside(factor, x) + beside(shift, x)) * beside(norm.weight, x) + beside(norm.bias, x);
}

} // namespace lab
