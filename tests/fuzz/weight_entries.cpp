#include "core/model/network_choice.h"
#include "core/weights/pth.h"
#include "core/weights/safetensors.h"
#include "tests/fuzz/memory_file.h"

#include <ATen/ATen.h>

namespace fuzz {

namespace {

/// Reads every value of small tensors, so that a sanitizer sees where they lie.
void look_at(const lab::StateDict& tensors) {
    constexpr std::int64_t small = 1 << 16;
    for (const auto& [name, tensor] : tensors)
        if (tensor.numel() > 0 && tensor.numel() < small)
            tensor.to(at::kFloat).sum().item<float>();
}

} // namespace

void safetensors(Bytes bytes) {
    const MemoryFile file(bytes);
    expect_a_sentence_at_most([&] { look_at(lab::read_safetensors(file.path()).tensors); });
}

void pth(Bytes bytes) {
    const MemoryFile file(bytes);
    expect_a_sentence_at_most([&] {
        const lab::Checkpoint checkpoint = lab::open_pth(std::make_shared<const lab::FileBytes>(file.path()));
        for (const lab::WeightSet& set : checkpoint.sets) {
            checkpoint.fetch(set.tensors);
            look_at(set.tensors);
        }
        look_at(lab::choose_network(checkpoint, std::nullopt, "fuzz").tensors);
    });
}

} // namespace fuzz
