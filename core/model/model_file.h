#pragma once

#include "core/base/notice.h"
#include "core/model/architecture.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// What travels with a model's weights: nothing of it is ever asked of the user's memory.
struct ModelCard {
    std::string architecture; ///< id in the table of architectures, or the family's for a network of no row
    ModelShape shape;
    std::vector<double> mean; ///< per channel, of pixels scaled to [0, 1]
    std::vector<double> std;  ///< per channel, likewise
    std::vector<std::string> class_names;
    std::string data;           ///< what it was trained on
    double clean_accuracy = -1; ///< on that data's test pictures, 0 … 1; −1 if unknown
    std::uint64_t seed = 0;     ///< of the training
    std::string command;        ///< that trained it

    double crop = 1.0; ///< share of the resized picture's side that is cut out of its middle, 0.1 … 1
    std::string interpolation = "bicubic"; ///< of the resizing: "bilinear" or "bicubic"

    // Follows from the weights; not stored.
    std::string title;           ///< "ResNet-50, GroupNorm"
    std::string family;          ///< "resnet_gn"
    std::string rates;           ///< row of the default rates
    std::int64_t parameters = 0; ///< trainable values
    int norm_layers = 0;         ///< layers that adaptation can train
    std::vector<Notice> notices; ///< what was assumed or chosen when the file was read
    bool own_card = true;        ///< false: a file of others, the constants are those of its family
};

/// What a user knows better than the family's table.
struct CardChanges {
    std::optional<std::vector<double>> mean = {}, std = {};
    std::optional<double> crop = {};
    std::optional<std::string> interpolation = {};
    std::optional<std::vector<std::string>> class_names = {};
};

struct Model {
    ModelCard card;
    std::unique_ptr<Classifier> classifier;
};

/// Reads weights: a .safetensors file with a card (as this project writes), or of others without one, or a
/// PyTorch state dictionary (.pth, .pt). Where there is no card the architecture is recognised from names and
/// shapes; normalisation, crop and interpolation are its family's, and class names those of FILE.classes.txt
/// beside it (the file's name without its extension, one class a line) or "class 0", "class 1", …
///
/// Large tensors of the asked type stay in the mapped file, which must not be changed while the model lives.
/// Throws std::runtime_error naming the file and what is missing or does not fit.
Model load_model(const std::string& path, const at::TensorOptions& options);
/// What a file of ours stores of a card: a JSON object in one line.
std::string card_json(const ModelCard& card);
/// Writes weights and card, completely or not at all. Throws std::runtime_error naming the file.
void save_model(const std::string& path, const ModelCard& card, const Classifier& classifier);
/// Only the card; no weight is read. Throws as load_model() does.
ModelCard read_model_card(const std::string& path);

/// The card with the changes. Throws std::invalid_argument where they do not suit the model.
ModelCard changed(ModelCard card, const CardChanges& changes);

} // namespace lab
