#include "core/run/card_rates.h"

#include "core/run/model_source.h"

namespace lab {

RateSource rates_from_card(const std::string& path, const ModelOptions& options) {
    const ModelCard card = card_of(path, options);
    return {card.rates, card.shape.classes};
}

void read_rates_from_cards() {
    set_card_reader(rates_from_card);
}

} // namespace lab
