#include "core/run/setup_findings.h"

#include "core/base/text.h"
#include "core/dataset/data.h"
#include "core/recipe/default_rates.h"
#include "core/run/model_source.h"
#include "core/run/picture_checks.h"

#include <cstdio>
#include <exception>

namespace lab {

namespace {

std::string fixed(double value, int digits) {
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string listed(const std::vector<double>& values) {
    std::string text;
    for (const double value : values)
        text += (text.empty() ? "" : ", ") + fixed(value, 4);
    return text;
}

std::vector<std::pair<std::string, std::string>> rows_of(const ModelCard& card) {
    const std::string side = std::to_string(card.shape.image_size);
    std::vector<std::pair<std::string, std::string>> rows = {
        {"Architecture", card.title + " (" + card.architecture + ")"},
        {"Parameters", std::to_string(card.parameters)},
        {"Norm layers", std::to_string(card.norm_layers)},
        {"Input", std::to_string(card.shape.channels) + "×" + side + "×" + side + ", crop " +
                      fixed(card.crop, 3) + ", " + card.interpolation},
        {"Mean", listed(card.mean)},
        {"Standard deviation", listed(card.std)},
        {"Classes", std::to_string(card.shape.classes) + ": " + first_few(card.class_names, 5)},
        {"Rates", std::string(origin_of_rates(card.rates))}};
    if (!card.data.empty())
        rows.emplace_back("Trained on", card.data);
    if (card.clean_accuracy >= 0)
        rows.emplace_back("Clean accuracy", fixed(100 * card.clean_accuracy, 2) + " %");
    return rows;
}

} // namespace

SetupFindings look_at_setup(const ExperimentSpec& spec) {
    SetupFindings findings;
    ModelCard card;
    try {
        card = card_of(spec.model, spec.model_options);
        findings.card = rows_of(card);
        findings.notices = card.notices;
    } catch (const std::exception& fault) {
        findings.model_fault = shown(fault.what());
    }
    try {
        check_data(spec);
        if (findings.model_fault.empty())
            for (const Notice& notice : open_data_for(spec, card)->notices())
                findings.notices.push_back(notice);
    } catch (const std::exception& fault) {
        findings.data_fault = shown(fault.what());
    }
    return findings;
}

} // namespace lab
