#include "core/measure/token_measures.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <limits>

namespace lab {

namespace {

/// Logits that are looked at in one piece: 32 MiB of doubles.
constexpr std::int64_t at_once = std::int64_t{1} << 22;

void append(const at::Tensor& rows, std::vector<double>& values) {
    const at::Tensor here = rows.to(at::kCPU, at::kDouble).contiguous();
    values.insert(values.end(), here.data_ptr<double>(), here.data_ptr<double>() + here.numel());
}

} // namespace

TokenMeasures
measure_tokens(const at::Tensor& logits, const at::Tensor& next,
               const std::function<at::Tensor(std::int64_t begin, std::int64_t count)>& unadapted) {
    const c10::NoGradGuard no_grad;
    const std::int64_t n = logits.size(0), v = logits.size(1);
    TokenMeasures m;
    at::Tensor mean_logits = at::zeros({v}, logits.options().dtype(at::kDouble)),
               mean_p = mean_logits.clone();
    at::Tensor sums = at::zeros({5}, mean_logits.options()); // entropy, confidence, energy, norm, divergence
    const std::int64_t step = std::max<std::int64_t>(1, at_once / v);
    for (std::int64_t begin = 0; begin < n; begin += step) {
        const std::int64_t count = std::min(step, n - begin);
        const at::Tensor u = logits.narrow(0, begin, count).to(at::kDouble); // [count,V]
        const at::Tensor log_p = u.log_softmax(1), p = log_p.exp();
        const at::Tensor entropy = -(p * log_p).sum(1);
        at::Tensor divergence = at::full({}, std::numeric_limits<double>::quiet_NaN(), u.options());
        if (unadapted)
            divergence = (p * (log_p - unadapted(begin, count).to(at::kDouble).log_softmax(1))).sum(1).sum();
        sums += at::stack({entropy.sum(), std::get<0>(p.max(1)).sum(), -u.logsumexp(1).sum(),
                           u.norm(2, 1).sum(), divergence});
        mean_logits += u.sum(0);
        mean_p += p.sum(0);
        append(entropy, m.entropy);
        append(log_p.gather(1, next.narrow(0, begin, count).unsqueeze(1)).squeeze(1), m.log_probability);
    }
    const auto rows = static_cast<double>(n);
    const at::Tensor means = (sums / rows).cpu();
    const auto* const x = means.data_ptr<double>();
    const at::Tensor q = mean_p / rows;
    m.all.entropy = x[0];
    m.all.confidence = x[1];
    m.all.energy = x[2];
    m.all.logit_norm = x[3];
    m.all.center_dominance = (mean_logits / rows).norm().item<double>() / x[3];
    m.all.effective_classes = (-(q * q.clamp_min(1e-30).log()).sum()).exp().item<double>();
    m.divergence = x[4];
    return m;
}

} // namespace lab
