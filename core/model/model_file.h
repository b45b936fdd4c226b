#pragma once

#include "core/model/architecture.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace lab {

/// What travels with a model's weights: nothing of it is ever asked of the user's memory.
struct ModelCard {
    std::string architecture; ///< id in the table of architectures
    ModelShape shape;
    std::vector<double> mean; ///< per channel, of pixels scaled to [0, 1]
    std::vector<double> std;  ///< per channel, likewise
    std::vector<std::string> class_names;
    std::string data;           ///< what it was trained on
    double clean_accuracy = -1; ///< on that data's test pictures, 0 … 1; −1 if unknown
    std::uint64_t seed = 0;     ///< of the training
    std::string command;        ///< that trained it
};

struct Model {
    ModelCard card;
    std::unique_ptr<Classifier> classifier;
};

/// Reads a .safetensors file whose metadata carries a card. Throws std::runtime_error naming the file and
/// what is missing or does not fit.
Model load_model(const std::string& path, const at::TensorOptions& options);
/// Writes weights and card, completely or not at all. Throws std::runtime_error naming the file.
void save_model(const std::string& path, const ModelCard& card, const Classifier& classifier);
/// Only the card, without building the network.
ModelCard read_model_card(const std::string& path);

} // namespace lab
