#pragma once

#include "core/spec/model_options.h"

#include <functional>
#include <string>

namespace lab {

/// What default rates go by.
struct RateSource {
    std::string network = "resnet_gn"; ///< row of the table of default rates
    int classes = 10;
    std::string fault = {}; ///< a sentence where the file cannot be read: then the above are a stand-in
};

/// Reads the card of a user's weight file. Throws std::exception with a sentence.
using CardReader = std::function<RateSource(const std::string& path, const ModelOptions& options)>;

/// Specifications are plain values and open no weight files; the room that does says here how. Once, at the
/// start of a program, before other threads. Without it a user's file has a fault in place of its rates.
void set_card_reader(CardReader reader);

/// Of a shipped model without reading it, else of the file's card with these options.
RateSource rate_source(const std::string& id_or_path, const ModelOptions& options = {});

} // namespace lab
