#pragma once

#include "core/base/notice.h"
#include "core/model/model_card.h"
#include "core/model/model_facts.h"
#include "core/model/network_choice.h"
#include "core/model/recognise.h"
#include "core/spec/model_options.h"

#include <string>
#include <vector>

namespace lab {

/// What a file's own card tells.
ModelFacts facts_of_card(const ModelCard& card);

/// What the sources tell of a network's build, which must agree with each other and with the tensors.
///
/// @param notices gets a warning where a source tells of something that the tensors are not
/// Throws std::runtime_error naming the file, both sides of a contradiction, or the option that does nothing
/// for this network.
NetworkFacts network_facts(const ChosenNetwork& network, const ModelFacts& facts, const ModelOptions& options,
                           const std::string& source, std::vector<Notice>& notices);

} // namespace lab
