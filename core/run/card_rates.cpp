#include "core/run/card_rates.h"

#include "core/run/model_source.h"
#include "core/spec/rate_source.h"

namespace lab {

void read_rates_from_cards() {
    set_card_reader([](const std::string& path, const ModelOptions& options) -> RateSource {
        const ModelCard card = card_of(path, options);
        return {card.rates, card.shape.classes};
    });
}

} // namespace lab
