#include "core/weights/weight_values.h"

#include "core/base/content_hash.h"
#include "core/base/text.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <stdexcept>

namespace lab {

namespace {

/// Values whose exponent is all ones, which are NaN and the infinities.
template <class Bits>
std::int64_t not_finite(const void* values, std::int64_t count, Bits exponent) {
    const auto* const bits = static_cast<const Bits*>(values);
    std::int64_t found = 0;
    for (std::int64_t i = 0; i < count; ++i)
        found += (bits[i] & exponent) == exponent ? 1 : 0;
    return found;
}

std::int64_t not_finite(const at::Tensor& stored) {
    const at::Tensor tensor = stored.contiguous();
    const void* const values = tensor.data_ptr();
    switch (tensor.scalar_type()) {
    case at::kFloat:
        return not_finite<std::uint32_t>(values, tensor.numel(), 0x7f800000);
    case at::kDouble:
        return not_finite<std::uint64_t>(values, tensor.numel(), 0x7ff0000000000000);
    case at::kHalf:
        return not_finite<std::uint16_t>(values, tensor.numel(), 0x7c00);
    case at::kBFloat16:
        return not_finite<std::uint16_t>(values, tensor.numel(), 0x7f80);
    default:
        return 0;
    }
}

} // namespace

void expect_finite(const StateDict& tensors, const std::string& source) {
    std::string first;
    std::int64_t in_first = 0, values = 0, in_tensors = 0;
    for (const auto& [name, tensor] : tensors)
        if (const std::int64_t found = not_finite(tensor); found > 0) {
            if (first.empty()) {
                first = name;
                in_first = found;
            }
            values += found;
            ++in_tensors;
        }
    if (values > 0)
        throw std::runtime_error(
            source + ": expected finite weights, found " + std::to_string(in_first) + " NaN or infinite of " +
            std::to_string(tensors.at(first).numel()) + " values in \"" + shown(first) + "\"" +
            (in_tensors > 1
                 ? ", and " + std::to_string(values) + " in " + std::to_string(in_tensors) + " tensors in all"
                 : "") +
            "; the training that wrote them had diverged, or the file is damaged");
}

void expect_real(const StateDict& tensors, const std::string& source) {
    std::vector<std::string> whole;
    for (const auto& [name, tensor] : tensors)
        if (!at::isFloatingType(tensor.scalar_type()))
            whole.push_back(name);
    if (!whole.empty())
        throw std::runtime_error(
            source + ": expected weights of floating-point numbers, found numbers of type " +
            c10::toString(tensors.at(whole.front()).scalar_type()) + " in " + first_few(whole) +
            "; quantised weights must be brought back to numbers first");
}

std::vector<Notice> expect_statistics(const StateDict& tensors, const std::string& source) {
    std::vector<std::string> constant, untouched, layers;
    for (const auto& [name, variances] : tensors) {
        const std::string part = ".running_var";
        if (!name.ends_with(part) || variances.numel() == 0)
            continue;
        const std::string layer = name.substr(0, name.size() - part.size());
        const double least = variances.min().item<double>(), most = variances.max().item<double>();
        if (least < 0)
            throw std::runtime_error(source + ": expected variances of 0 or more, found one below 0 in \"" +
                                     shown(name) + "\"; the file is damaged");
        const auto means = tensors.find(layer + ".running_mean");
        const bool no_means = means == tensors.end() || means->second.eq(0).all().item<bool>();
        layers.push_back(layer);
        if (most == 0)
            constant.push_back(name);
        if (least == 1 && most == 1 && no_means)
            untouched.push_back(layer);
    }
    if (!constant.empty() && constant.size() == layers.size())
        throw std::runtime_error(source +
                                 ": expected variances above 0 in BatchNorm's running statistics, found "
                                 "0 alone in " +
                                 first_few(constant) + "; they were never gathered, or the file is damaged");
    std::vector<Notice> notices;
    if (!constant.empty())
        notices.push_back({NoticeSubject::model, true,
                           "all running variances are 0 in " + first_few(constant) +
                               ": what these layers bring is no number of a trained network's",
                           ""});
    if (!untouched.empty() && untouched.size() == layers.size())
        notices.push_back(
            {NoticeSubject::model, true,
             "BatchNorm's running statistics are those of a new network (means of 0, variances of "
             "1): they were never gathered",
             ""});
    return notices;
}

std::string hash_of(const StateDict& tensors) {
    ContentHash hash;
    for (const auto& [name, stored] : tensors) {
        const at::Tensor tensor = stored.contiguous();
        std::string described = name + " " + c10::toString(tensor.scalar_type());
        for (const std::int64_t side : tensor.sizes())
            described += " " + std::to_string(side);
        hash.add(described.data(), described.size() + 1);
        hash.add(tensor.data_ptr(), tensor.nbytes());
    }
    return hash.text();
}

} // namespace lab
