#pragma once

#include "core/base/notice.h"
#include "core/spec/spec.h"

#include <string>
#include <vector>

namespace lab {

/// A named experiment of catalog.h's preset_choices(), on the data, model, device and threads of `ground`,
/// with the rates of that model. Throws std::invalid_argument naming the id and the known ones.
ExperimentSpec preset_experiment(const std::string& id, const ExperimentSpec& ground = default_experiment());

/// What a preset is laid on, for a command line: the default experiment on the data and the model that are
/// among the assignments ("data=cifar-10", "model=vit"). Where one of them alone is named, a shipped model
/// and the pictures it was trained on go together. Throws as set_field() does.
ExperimentSpec ground_of(const std::vector<std::string>& assignments);

/// A preset with assignments, on ground_of() them, as `--preset ID --set …` asks for. Lanes have the rates of
/// the model and batch size that hold in the end. Throws as both.
/// @param notices takes what set_fields() tells
ExperimentSpec preset_with(const std::string& id, const std::vector<std::string>& assignments,
                           std::vector<Notice>& notices);

} // namespace lab
