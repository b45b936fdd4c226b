#include "core/adapt/blocks/consistency.h"

#include <ATen/ATen.h>

namespace lab {

at::Tensor consistency_of(const at::Tensor& view, const at::Tensor& plain, const Selected& selected) {
    const at::Tensor a = selected.only_kept(view), b = selected.only_kept(plain);
    const at::Tensor log_a = a.log_softmax(1), log_b = b.log_softmax(1);
    return selected.mean(-0.5 * (log_b.exp() * log_a + log_a.exp() * log_b).sum(1));
}

} // namespace lab
