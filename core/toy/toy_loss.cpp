#include "core/toy/toy_loss.h"

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

/// Both branches of one point.
struct Branches {
    ToyVector z{}; ///< of the online branch, before the predictor
    ToyProbabilities p_o{}, p_r{};
    ToyProbabilities log_o{}, log_r{};
};

/// ln softmax, finite for all finite logits.
ToyProbabilities log_softmax(const ToyProbabilities& logits) {
    const double largest = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const double logit : logits)
        sum += std::exp(logit - largest);
    const double log_sum = largest + std::log(sum);
    ToyProbabilities logs{};
    for (std::size_t k = 0; k < logs.size(); ++k)
        logs[k] = logits[k] - log_sum;
    return logs;
}

ToyProbabilities exponential(const ToyProbabilities& logs) {
    ToyProbabilities values{};
    for (std::size_t k = 0; k < values.size(); ++k)
        values[k] = std::exp(logs[k]);
    return values;
}

ToyVector predicted(const ToyRule& rule, const ToyParameters& parameters, const ToyVector& z) {
    const auto& p = parameters.predictor;
    return rule.predictor ? ToyVector{p[0] * z[0] + p[1] * z[1], p[2] * z[0] + p[3] * z[1]} : z;
}

Branches branches_of(const ToyRule& rule, const ToyParameters& online, const ToyParameters& target,
                     const ToyVector& x) {
    Branches both;
    both.z = toy_feature(online, x);
    both.log_o = log_softmax(toy_logits(predicted(rule, online, both.z)));
    both.log_r = log_softmax(toy_logits(toy_feature(target, x)));
    both.p_o = exponential(both.log_o);
    both.p_r = exponential(both.log_r);
    return both;
}

double entropy_of(const Branches& both) {
    double sum = 0;
    for (std::size_t k = 0; k < both.p_o.size(); ++k)
        sum -= both.p_o[k] * both.log_o[k];
    return sum;
}

/// Σ_c p_c (ln p_o − ln p_r)_c.
double mean_difference(const ToyProbabilities& p, const Branches& both) {
    double sum = 0;
    for (std::size_t k = 0; k < p.size(); ++k)
        sum += p[k] * (both.log_o[k] - both.log_r[k]);
    return sum;
}

/// Wᵀ δ.
ToyVector through_head(const ToyProbabilities& delta) {
    ToyVector sum{};
    for (int k = 0; k < toy_classes; ++k) {
        const ToyVector& row = toy_head(k);
        sum[0] += row[0] * delta[static_cast<std::size_t>(k)];
        sum[1] += row[1] * delta[static_cast<std::size_t>(k)];
    }
    return sum;
}

/// Wᵀ ∂L/∂u_o: the gradient where the predictor ends.
ToyVector pull_online(const ToyRule& rule, const Branches& both) {
    const double entropy = entropy_of(both), mean = mean_difference(both.p_o, both);
    ToyProbabilities delta{};
    for (std::size_t k = 0; k < delta.size(); ++k) {
        const double of_entropy = -both.p_o[k] * (both.log_o[k] + entropy);
        const double of_divergence =
            both.p_o[k] * (both.log_o[k] - both.log_r[k] - mean) + both.p_o[k] - both.p_r[k];
        delta[k] = of_entropy + rule.alpha * of_divergence;
    }
    return through_head(delta);
}

/// Wᵀ ∂L/∂u_r.
ToyVector pull_target(const ToyRule& rule, const Branches& both) {
    const double mean = mean_difference(both.p_r, both);
    ToyProbabilities delta{};
    for (std::size_t k = 0; k < delta.size(); ++k)
        delta[k] =
            rule.alpha * (-both.p_r[k] * (both.log_o[k] - both.log_r[k] - mean) + both.p_r[k] - both.p_o[k]);
    return through_head(delta);
}

/// ∂L/∂z, given the gradient where the predictor ends.
ToyVector pull_features(const ToyRule& rule, const ToyParameters& parameters, const Branches& both,
                        const ToyVector& online) {
    const auto& p = parameters.predictor;
    ToyVector pull = rule.predictor
                         ? ToyVector{p[0] * online[0] + p[2] * online[1], p[1] * online[0] + p[3] * online[1]}
                         : online;
    if (!rule.stop_gradient) {
        const ToyVector target = pull_target(rule, both);
        pull[0] += target[0];
        pull[1] += target[1];
    }
    return pull;
}

} // namespace

ToyVector toy_feature(const ToyParameters& parameters, const ToyVector& x) {
    return {parameters.scale[0] * x[0] + parameters.offset[0],
            parameters.scale[1] * x[1] + parameters.offset[1]};
}

ToyProbabilities toy_logits(const ToyVector& feature) {
    ToyProbabilities logits{};
    for (int k = 0; k < toy_classes; ++k) {
        const ToyVector& row = toy_head(k);
        logits[static_cast<std::size_t>(k)] = row[0] * feature[0] + row[1] * feature[1];
    }
    return logits;
}

ToyProbabilities toy_softmax(const ToyProbabilities& logits) {
    return exponential(log_softmax(logits));
}

int toy_prediction(const ToyParameters& parameters, const ToyVector& x) {
    const ToyProbabilities logits = toy_logits(toy_feature(parameters, x));
    return static_cast<int>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

ToyLoss toy_loss(const ToyRule& rule, const ToyParameters& online, const ToyParameters& target,
                 const ToyVector& x) {
    const Branches both = branches_of(rule, online, target, x);
    ToyLoss loss;
    loss.entropy = entropy_of(both);
    loss.divergence = mean_difference(both.p_o, both) - mean_difference(both.p_r, both);
    loss.total = loss.entropy + rule.alpha * loss.divergence;
    return loss;
}

ToyVector toy_pull(const ToyRule& rule, const ToyParameters& parameters, const ToyVector& x) {
    const Branches both = branches_of(rule, parameters, parameters, x);
    return pull_features(rule, parameters, both, pull_online(rule, both));
}

ToyParameters toy_gradient(const ToyRule& rule, const ToyParameters& parameters,
                           const std::vector<ToyPoint>& points) {
    ToyParameters mean{{0, 0}, {0, 0}, {0, 0, 0, 0}};
    const double share = points.empty() ? 0 : 1 / static_cast<double>(points.size());
    for (const ToyPoint& point : points) {
        const Branches both = branches_of(rule, parameters, parameters, point.x);
        const ToyVector online = pull_online(rule, both);
        const ToyVector pull = pull_features(rule, parameters, both, online);
        for (std::size_t i = 0; i < 2; ++i) {
            mean.scale[i] += share * pull[i] * point.x[i];
            mean.offset[i] += share * pull[i];
            for (std::size_t j = 0; rule.predictor && j < 2; ++j)
                mean.predictor[2 * i + j] += share * online[i] * both.z[j];
        }
    }
    return mean;
}

} // namespace lab
