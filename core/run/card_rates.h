#pragma once

#include "core/spec/rate_source.h"

#include <string>

namespace lab {

/// As a CardReader (rate_source.h).
RateSource rates_from_card(const std::string& path, const ModelOptions& options);

/// Lets specifications know the rates of a user's weight files by their cards (set_card_reader()). Every
/// program that reads specifications and runs calls it once, at its start.
void read_rates_from_cards();

} // namespace lab
