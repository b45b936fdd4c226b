#pragma once

#include "core/model/model_card.h"
#include "core/model/network_choice.h"
#include "core/spec/model_options.h"

#include <optional>
#include <string>

namespace lab {

/// A network and its card, before anything of their size is allocated.
struct ModelDescription {
    Architecture architecture;
    ModelCard card;
};

/// Puts together what is known of a network: from its tensors, its own card, a hub's configuration beside the
/// file, and the options; assumes the rest, with a notice for each assumption.
///
/// @param own  the card that the file itself holds
/// @param path the weight file, for what lies beside it
/// Throws std::runtime_error naming the file where sources contradict each other, or an option does nothing
/// for this network, or a value is out of range.
ModelDescription describe(const ChosenNetwork& network, const std::optional<ModelCard>& own,
                          const std::string& path, const ModelOptions& options);

} // namespace lab
