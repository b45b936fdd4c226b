#include "core/model/model_card.h"

#include "core/base/class_list.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(double value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

/// Constants for pixels of 0 to 255 are the usual mistake.
void expect_scaled(const char* field, const std::vector<double>& values, bool zero_fits) {
    for (const double value : values)
        if (!(value <= 1) || !(zero_fits ? value >= 0 : value > 0))
            throw std::invalid_argument(std::string(field) + ": expected values " +
                                        (zero_fits ? "from 0 to 1" : "above 0, up to 1") +
                                        ", as pixels are scaled to [0, 1], found " + text_of(value) +
                                        (value > 1 ? "; is it meant for pixels of 0 to 255?" : ""));
}

/// A row's id, or the family of a network of no row.
void expect_known(const std::string& id) {
    const bool family = std::any_of(architectures().begin(), architectures().end(),
                                    [&](const Architecture& row) { return row.family == id; });
    if (!family)
        architecture(id);
}

} // namespace

std::string card_json(const ModelCard& card) {
    Json json = {{"architecture", card.architecture},
                 {"channels", card.shape.channels},
                 {"image_size", card.shape.image_size},
                 {"mean", card.mean},
                 {"std", card.std},
                 {"crop", card.crop},
                 {"interpolation", card.interpolation},
                 {"class_names", card.class_names},
                 {"data", card.data},
                 {"clean_accuracy", card.clean_accuracy},
                 {"seed", card.seed},
                 {"command", card.command}};
    if (card.groups > 0)
        json["groups"] = card.groups;
    if (card.heads > 0)
        json["heads"] = card.heads;
    if (!card.stem.empty())
        json["stem"] = card.stem;
    if (!card.averages)
        json["averages"] = false;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ModelCard card_from_json(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        ModelCard card;
        card.architecture = json.at("architecture").get<std::string>();
        card.shape = {json.at("channels").get<int>(), json.at("image_size").get<int>(),
                      static_cast<int>(json.at("class_names").size())};
        card.mean = json.at("mean").get<std::vector<double>>();
        card.std = json.at("std").get<std::vector<double>>();
        card.class_names = json.at("class_names").get<std::vector<std::string>>();
        card.data = json.value("data", "");
        card.clean_accuracy = json.value("clean_accuracy", -1.0);
        card.seed = json.value("seed", std::uint64_t{0});
        card.command = json.value("command", "");
        card.crop = json.value("crop", 1.0);
        card.interpolation = json.value("interpolation", std::string("bicubic"));
        card.groups = json.value("groups", 0);
        card.heads = json.value("heads", 0);
        card.stem = json.value("stem", "");
        if (!card.stem.empty())
            stem_steps_named(card.stem);
        card.averages = json.value("averages", true);
        expect_known(card.architecture);
        return card;
    } catch (const Json::exception& fault) {
        throw std::invalid_argument(fault.what());
    }
}

void check(const ModelCard& card) {
    const auto channels = static_cast<std::size_t>(card.shape.channels);
    if ((channels != 1 && channels != 3) || card.mean.size() != channels || card.std.size() != channels)
        throw std::invalid_argument(
            "mean and std need one value per channel (1 or 3), found " + std::to_string(card.mean.size()) +
            " and " + std::to_string(card.std.size()) + " for " + std::to_string(channels) + " channels");
    expect_scaled("mean", card.mean, true);
    expect_scaled("std", card.std, false);
    if (card.shape.image_size < 8 || card.shape.image_size > 1024)
        throw std::invalid_argument("image_size: expected 8 to 1024, found " +
                                    std::to_string(card.shape.image_size));
    if (card.shape.classes < 2)
        throw std::invalid_argument("class_names: expected at least two, found " +
                                    std::to_string(card.shape.classes));
    if (!(card.crop >= 0.1 && card.crop <= 1))
        throw std::invalid_argument("crop must be 0.1 to 1, found " + text_of(card.crop));
    if (card.interpolation != "bilinear" && card.interpolation != "bicubic")
        throw std::invalid_argument("interpolation must be bilinear or bicubic, found \"" +
                                    shown(card.interpolation) + "\"");
    if (card.class_names.size() != static_cast<std::size_t>(card.shape.classes))
        throw std::invalid_argument("expected " + std::to_string(card.shape.classes) +
                                    " class names, found " + std::to_string(card.class_names.size()));
    if (card.groups < 0 || card.groups > 4096 || card.heads < 0 || card.heads > 4096)
        throw std::invalid_argument("groups and heads: expected 0 to 4096, found " +
                                    std::to_string(card.groups) + " and " + std::to_string(card.heads));
}

std::vector<std::string> class_list(const std::string& path, int classes) {
    std::vector<std::string> names = read_class_list(path);
    if (std::ssize(names) != classes)
        throw std::runtime_error(shown(path) + ": expected " + std::to_string(classes) +
                                 " class names, one a line, found " + std::to_string(names.size()));
    return names;
}

} // namespace lab
