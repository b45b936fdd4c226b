#include "core/run/detail_maker.h"

#include "core/nn/named_tensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace lab {

namespace {

template <typename T, typename Element>
std::vector<T> values_of(const at::Tensor& tensor, at::ScalarType type) {
    const at::Tensor flat = tensor.detach().to(at::kCPU, type).contiguous();
    const Element* const data = flat.data_ptr<Element>();
    return {data, data + flat.numel()};
}

double number(const at::Tensor& scalar) {
    return scalar.item<double>();
}

at::Tensor matrix_of(const Adapter& adapter) {
    return adapter.recipe().adapts ? adapter.predictor().matrix(adapter.recipe().alignment.predictor)
                                   : at::Tensor();
}

/// θ_h − I and what is said of it.
void add_matrix(const at::Tensor& theta, StepDetail& detail) {
    const std::int64_t d = theta.size(0);
    const at::Tensor difference = theta - at::eye(d, theta.options());
    detail.distance = number(difference.norm());
    const std::int64_t named = std::min<std::int64_t>(StepDetail::entries, d * d);
    const at::Tensor flat = difference.flatten();
    const auto places = values_of<std::int64_t, std::int64_t>(std::get<1>(flat.abs().topk(named)), at::kLong);
    std::vector<float> all = values_of<float, float>(flat, at::kFloat);
    for (const std::int64_t place : places)
        detail.largest.push_back(
            {static_cast<int>(place / d), static_cast<int>(place % d), all[static_cast<std::size_t>(place)]});
    const auto size = static_cast<int>(d);
    detail.matrix_side = block_side(size, StepDetail::largest_side);
    detail.matrix =
        detail.matrix_is_reduced() ? block_means(all, size, StepDetail::largest_side) : std::move(all);
}

void add_top_classes(const at::Tensor& logits, StepDetail& detail) {
    const std::int64_t named = std::min<std::int64_t>(StepDetail::top, logits.size(1));
    const auto [probability, place] = logits.softmax(1).topk(named, 1); // [N,named]
    const auto p = values_of<float, float>(probability, at::kFloat);
    const auto c = values_of<int, std::int64_t>(place, at::kLong);
    const auto width = static_cast<std::size_t>(named);
    for (std::size_t i = 0; i < p.size(); i += width)
        for (std::size_t k = 0; k < StepDetail::top; ++k) {
            detail.top_classes.push_back(k < width ? c[i + k] : -1);
            detail.top_probabilities.push_back(k < width ? p[i + k] : 0);
        }
}

} // namespace

DetailMaker::Before DetailMaker::before(const Adapter& adapter) {
    const at::Tensor matrix = matrix_of(adapter);
    return {copies(adapter.trained_norms()), matrix.defined() ? matrix.detach().clone() : matrix};
}

StepDetail DetailMaker::detail(const StepResult& result, const Adapter& adapter, const Before& before) const {
    const c10::NoGradGuard no_grad;
    StepDetail detail;
    detail.recipe = adapter.recipe();
    detail.features = static_cast<int>(result.features.size(1));
    detail.predictions = values_of<int, std::int64_t>(result.logits.argmax(1), at::kLong);
    add_top_classes(result.logits, detail);
    detail.projection = values_of<float, float>(projected(axes_, result.features), at::kFloat);
    detail.feature_norm = number(result.features.norm(2, 1).mean());

    double moved = 0;
    for (const auto& [name, old] : before.norms)
        if (const auto now = adapter.trained_norms().find(name); now != adapter.trained_norms().end())
            moved += number((now->second - old).square().sum());
    detail.norm_change = std::sqrt(moved);

    if (const at::Tensor theta = matrix_of(adapter); theta.defined()) {
        add_matrix(theta.detach(), detail);
        if (before.matrix.defined()) {
            detail.distance_before = number((before.matrix - at::eye(theta.size(0), theta.options())).norm());
            detail.predictor_change = number((theta - before.matrix).norm());
        }
    }
    return detail;
}

} // namespace lab
