#include "core/nn/model_input.h"

#include <ATen/ATen.h>

namespace lab {

ModelInput rows_of(const ModelInput& input, const at::Tensor& index) {
    const auto chosen = [&](const at::Tensor& x) { return x.defined() ? x.index_select(0, index) : x; };
    ModelInput part = input;
    part.images = chosen(input.images);
    part.rows.places = chosen(input.rows.places);
    part.rows.next = chosen(input.rows.next);
    part.rows.owner = chosen(input.rows.owner);
    part.rows.counts = chosen(input.rows.counts);
    return part;
}

} // namespace lab
