#include "core/nn/classifier.h"

#include <stdexcept>

namespace lab {

void Classifier::add_lora(const LoraShape&, std::uint64_t) {
    throw std::invalid_argument("trained: expected a language model for low-rank pairs, found a network for "
                                "pictures");
}

void Classifier::add_shift() {
    throw std::invalid_argument("trained: expected a language model for a vector before the head, found a "
                                "network for pictures");
}

} // namespace lab
