#pragma once

#include "core/model/model_card.h"
#include "core/spec/model_options.h"

#include <memory>
#include <string>

namespace lab {

struct Model {
    ModelCard card;
    std::unique_ptr<Classifier> classifier;
};

/// A weight file that was read once: any number of classifiers can be made of it, whatever happens to the
/// file in the meantime.
class OpenedModel {
  public:
    ModelCard card;
    /// A classifier of its own. Those of the stored type on the CPU share their large tensors with each
    /// other, which must not be written to; norm layers, which adaptation trains, are each one's own.
    Model make(const at::TensorOptions& options) const;

  private:
    friend OpenedModel read_model(const std::string& path, const ModelOptions& options);
    Architecture architecture_;
    StateDict tensors_;
    std::string source_;
};

/// Reads weights: a .safetensors file with a card (as this project writes), or of others without one, the
/// index of a model in several files, what torch.save() makes of a state dictionary or a checkpoint, or a
/// folder that holds one of these. Which kind a file is, its content tells, not its name.
///
/// Where there is no card the architecture is recognised from names and shapes. What these do not tell comes
/// from the options, a mean and std among the tensors, a hub's config.json beside the file (hub_config.h),
/// and FILE.classes.txt (the file's name without its extension, one class a line); what nobody tells is
/// assumed, and each assumption is a notice of the card. Where a file holds several sets of weights, averaged
/// ones (EMA) are taken unless the options name another.
///
/// Throws std::runtime_error or std::invalid_argument naming the file and what is missing, does not fit,
/// contradicts the options, or is no finite number.
OpenedModel read_model(const std::string& path, const ModelOptions& options = {});
/// read_model() and one classifier.
Model load_model(const std::string& path, const at::TensorOptions& options, const ModelOptions& told = {});
/// Only the card, in milliseconds: no weights are read, so that what is wrong with their values is not seen.
/// Throws as read_model() does.
ModelCard read_model_card(const std::string& path, const ModelOptions& options = {});

/// Writes weights and card, completely or not at all. Throws std::runtime_error naming the file.
void save_model(const std::string& path, const ModelCard& card, const Classifier& classifier);

} // namespace lab
