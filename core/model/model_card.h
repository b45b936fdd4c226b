#pragma once

#include "core/base/notice.h"
#include "core/model/architecture.h"
#include "core/model/model_facts.h"

#include <cstdint>
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
    int groups = 0;                        ///< of GroupNorm; 0 in networks without
    int heads = 0;                         ///< of a ViT's attention; 0 in networks without
    std::string stem;                      ///< of a ResNet, where its steps are not the usual ones: "pooled"
    bool averages = true;                  ///< false: BatchNorm without running statistics

    // Follows from the file; not stored.
    std::string title;           ///< "ResNet-50, GroupNorm"
    std::string family;          ///< "resnet_gn"
    std::string rates;           ///< row of the default rates
    std::int64_t parameters = 0; ///< trainable values
    int norm_layers = 0;         ///< layers that adaptation can train
    std::vector<Notice> notices; ///< what was assumed or chosen when the file was read
    std::string constants_from; ///< where mean and std are from: "the file", "config.json", "the options", …
    std::string model_hash;     ///< of the weights' names and values, 32 digits; "" where no values were read
    bool own_card = true;       ///< false: a file of others
};

/// What a file of ours stores of a card: a JSON object in one line.
std::string card_json(const ModelCard& card);

/// A stored card. Throws std::invalid_argument where it is no card.
ModelCard card_from_json(const std::string& text);

/// Throws std::invalid_argument naming the first field that is out of range, what was expected and found.
void check(const ModelCard& card);

/// The names of a class list, one a line, in any of the encodings of decoded_text(). Throws
/// std::runtime_error naming the file where it cannot be read or has another number of names.
std::vector<std::string> class_list(const std::string& path, int classes);

} // namespace lab
