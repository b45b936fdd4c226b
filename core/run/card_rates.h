#pragma once

namespace lab {

/// Lets specifications know the rates of a user's weight files by their cards (set_card_reader()). Every
/// program that reads specifications and runs calls it once, at its start.
void read_rates_from_cards();

} // namespace lab
