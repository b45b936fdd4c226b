#include "core/adapt/blocks/supports.h"

#include "core/adapt/blocks/objective.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace lab {

at::Tensor Supports::head_rows() const {
    at::Tensor rows;
    int matrices = 0;
    for (const Parameters::Entry& entry : classifier_.parameters().entries())
        if (entry.role == TensorRole::head && entry.value.dim() > 1) {
            rows = entry.value.detach().flatten(1);
            ++matrices;
        }
    if (matrices != 1 || rows.size(1) != classifier_.feature_count())
        throw std::invalid_argument("output.kind: t3a asks for a classifier layer that is one linear map of "
                                    "the features, which this model does not have");
    return rows;
}

void Supports::begin() {
    rows_ = head_rows().clone();
    const at::Tensor logits = classifier_.head(rows_).detach();
    labels_ = logits.argmax(1);
    entropies_ = entropy_of(logits);
}

void Supports::keep_best(std::int64_t classes, int per_class, bool quirk) {
    std::vector<at::Tensor> kept;
    for (std::int64_t c = 0; c < classes; ++c) {
        const at::Tensor own = labels_.eq(c).nonzero().squeeze(1);
        const at::Tensor order = std::get<1>(entropies_.index_select(0, own).sort(true, 0, false));
        const std::int64_t all = own.size(0);
        std::int64_t count = std::min<std::int64_t>(all, per_class);
        if (per_class == 0)
            count = quirk && all > 0 ? all - 1 : all;
        kept.push_back(own.index_select(0, order.narrow(0, 0, count)));
    }
    const at::Tensor index = at::cat(kept);
    rows_ = rows_.index_select(0, index);
    labels_ = labels_.index_select(0, index);
    entropies_ = entropies_.index_select(0, index);
}

void Supports::add(const at::Tensor& features, const at::Tensor& logits, int per_class, bool quirk) {
    const c10::NoGradGuard no_grad;
    if (!rows_.defined())
        begin();
    rows_ = at::cat({rows_, features});
    labels_ = at::cat({labels_, logits.argmax(1)});
    entropies_ = at::cat({entropies_, entropy_of(logits)});
    keep_best(logits.size(1), per_class, quirk);
}

at::Tensor Supports::scores(const at::Tensor& features) const {
    const c10::NoGradGuard no_grad;
    if (!rows_.defined()) {
        Supports first(classifier_);
        first.begin();
        return first.scores(features);
    }
    const std::int64_t classes = head_rows().size(0);
    const at::Tensor unit = rows_ / rows_.norm(2, {1}, true).clamp_min(1e-12);
    const at::Tensor sums = at::zeros({classes, rows_.size(1)}, rows_.options()).index_add(0, labels_, unit);
    return features.matmul((sums / sums.norm(2, {1}, true).clamp_min(1e-12)).t());
}

NamedTensors Supports::state() const {
    if (!rows_.defined())
        return {};
    return {{"supports", rows_.clone()}, {"labels", labels_.clone()}, {"entropies", entropies_.clone()}};
}

void Supports::restore(const NamedTensors& state) {
    clear();
    if (!state.contains("supports"))
        return;
    const at::TensorOptions& options = classifier_.options();
    rows_ = state.at("supports").to(options).clone();
    labels_ = state.at("labels").to(options.device()).clone();
    entropies_ = state.at("entropies").to(options).clone();
}

void Supports::clear() {
    rows_ = labels_ = entropies_ = at::Tensor();
}

} // namespace lab
