#include "core/parity/comparison.h"

#include <ATen/ATen.h>

#include <cmath>
#include <exception>

namespace lab {

ParityResult result_of(const std::string& subject, const std::function<void(ParityResult&)>& fill) {
    ParityResult result{subject, true, 0, "", ""};
    try {
        fill(result);
    } catch (const UnknownTrace& unknown) {
        result.known = false;
        result.note = unknown.what();
    } catch (const std::exception& fault) {
        result.largest_error = INFINITY;
        result.note = fault.what();
    }
    return result;
}

double largest_error_of(const at::Tensor& found, const at::Tensor& golden) {
    const at::Tensor a = found.detach().to(at::kCPU, at::kDouble), b = golden.to(at::kCPU, at::kDouble);
    if (a.sizes() != b.sizes())
        return INFINITY;
    if (a.numel() == 0)
        return 0;
    at::Tensor error = (a - b).abs() / b.abs().clamp_min(1.0);
    error.masked_fill_(a.eq(b).logical_or(a.isnan().logical_and(b.isnan())), 0.0);
    const double largest = error.max().item<double>();
    return std::isnan(largest) ? INFINITY : largest;
}

void Comparison::check(const std::string& name, const at::Tensor& found, const at::Tensor& where) {
    const auto golden = expected_.find(name);
    if (golden == expected_.end())
        return;
    checked_.insert(name);
    const bool counted = rule_ == ShapeRule::counted;
    const at::Tensor a = counted ? found.flatten() : found.to(at::kCPU);
    const at::Tensor b = counted ? golden->second.flatten() : golden->second;
    const bool some = where.defined() && a.sizes() == b.sizes();
    const double error =
        some ? largest_error_of(a.index({where.cpu()}), b.index({where.cpu()})) : largest_error_of(a, b);
    if (error >= result_.largest_error) {
        result_.largest_error = error;
        result_.worst = name;
    }
}

void Comparison::expect_all_compared() const {
    for (const auto& [name, tensor] : expected_)
        if (!checked_.contains(name))
            throw UnknownTrace("tensor \"" + name + "\"");
}

} // namespace lab
