#include "core/nn/group_norm.h"

#include "core/nn/group_norm_kernel.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/custom_function.h>

#include <stdexcept>

namespace lab {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

template <typename T>
const T* data_of(const at::Tensor& tensor) {
    return tensor.defined() ? tensor.data_ptr<T>() : nullptr;
}

/// What a forward pass leaves behind.
struct Normalised {
    at::Tensor y;          ///< [N,C,H,W]
    at::Tensor mean, rstd; ///< [N,G]
};

GroupShape shape_of(const at::Tensor& x, std::int64_t groups) {
    return {x.size(0), x.size(1), groups, x.size(2) * x.size(3)};
}

/// Whole groups on every thread: the digits do not depend on how many there are.
template <typename Work>
void for_each_group(const GroupShape& shape, const Work& work) {
    at::parallel_for(0, shape.samples * shape.groups, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t group = begin; group < end; ++group)
            work(group);
    });
}

template <typename T>
Normalised forward_of(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                      const at::Tensor& added, std::int64_t groups, double epsilon) {
    const GroupShape shape = shape_of(x, groups);
    Normalised out{at::empty_like(x), at::empty({shape.samples, groups}, x.options()),
                   at::empty({shape.samples, groups}, x.options())};
    const GroupForward<T> pass{
        data_of<T>(x), data_of<T>(weight),  data_of<T>(bias),       data_of<T>(added),
        epsilon,       out.y.data_ptr<T>(), out.mean.data_ptr<T>(), out.rstd.data_ptr<T>()};
    for_each_group(shape, [&](std::int64_t group) { group_forward(shape, pass, group); });
    return out;
}

/// Gradients to x, weight, bias and added; undefined where they are not wanted.
template <typename T>
variable_list backward_of(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& weight,
                          const Normalised& forward, bool wants_x, bool wants_added) {
    const GroupShape shape = shape_of(x, forward.mean.size(1));
    const auto empty = [&](bool wanted) { return wanted ? at::empty_like(x) : at::Tensor(); };
    const at::Tensor to_x = empty(wants_x), to_added = empty(wants_added);
    const at::Tensor of_weight = at::empty({shape.samples, shape.channels}, x.options());
    const at::Tensor of_bias = at::empty_like(of_weight);
    const GroupBackward<T> pass{data_of<T>(gradient),
                                data_of<T>(x),
                                data_of<T>(weight),
                                data_of<T>(forward.y),
                                data_of<T>(forward.mean),
                                data_of<T>(forward.rstd),
                                wants_x ? to_x.data_ptr<T>() : nullptr,
                                wants_added ? to_added.data_ptr<T>() : nullptr,
                                of_weight.data_ptr<T>(),
                                of_bias.data_ptr<T>()};
    for_each_group(shape, [&](std::int64_t group) { group_backward(shape, pass, group); });
    return {to_x, of_weight.sum(0), of_bias.sum(0), to_added};
}

struct GroupNormRelu : torch::autograd::Function<GroupNormRelu> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                              const at::Tensor& bias, const c10::optional<at::Tensor>& added,
                              std::int64_t groups, double epsilon) {
        const at::Tensor other = added.value_or(at::Tensor());
        const Normalised out = x.scalar_type() == at::kDouble
                                   ? forward_of<double>(x, weight, bias, other, groups, epsilon)
                                   : forward_of<float>(x, weight, bias, other, groups, epsilon);
        context->save_for_backward({x, weight, out.y, out.mean, out.rstd});
        context->saved_data["with_added"] = other.defined();
        return out.y;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        if (c10::GradMode::is_enabled())
            throw std::logic_error("normalised_relu has no gradient of its gradient");
        const variable_list saved = context->get_saved_variables();
        const bool with_added = context->saved_data["with_added"].toBool();
        const bool wants_x = context->needs_input_grad(0);
        const bool wants_added = with_added && context->needs_input_grad(3);
        const at::Tensor gradient = gradients[0].contiguous();
        const Normalised forward{saved[2], saved[3], saved[4]};
        variable_list found =
            saved[0].scalar_type() == at::kDouble
                ? backward_of<double>(gradient, saved[0], saved[1], forward, wants_x, wants_added)
                : backward_of<float>(gradient, saved[0], saved[1], forward, wants_x, wants_added);
        found.insert(found.end(), 2, at::Tensor()); // groups and epsilon have none
        return found;
    }
};

bool can_be_fused(const Norm& norm, const at::Tensor& x) {
    const at::ScalarType type = x.scalar_type();
    return norm.config.kind == NormKind::group && x.is_cpu() && x.dim() == 4 && x.numel() > 0 &&
           x.is_contiguous() && (type == at::kFloat || type == at::kDouble) &&
           norm.weight.scalar_type() == type;
}

} // namespace

at::Tensor normalised_relu(const Norm& norm, const at::Tensor& x, const at::Tensor& added) {
    if (!can_be_fused(norm, x) ||
        (added.defined() && (added.sizes() != x.sizes() || added.scalar_type() != x.scalar_type()))) {
        const at::Tensor y = norm(x);
        return at::relu(added.defined() ? y + added : y);
    }
    const c10::optional<at::Tensor> other =
        added.defined() ? c10::make_optional(added.contiguous()) : c10::nullopt;
    return GroupNormRelu::apply(x, norm.weight, norm.bias, other, std::int64_t{norm.config.groups},
                                norm.config.epsilon);
}

} // namespace lab
