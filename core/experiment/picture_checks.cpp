#include "core/experiment/picture_checks.h"

#include "core/experiment/names.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

/// "3 pictures were left out: a.jpg …; b.jpg …; and 1 more"
std::string left_out(const std::vector<std::string>& sentences) {
    constexpr std::size_t named = 2;
    std::string text = sentences.size() == 1 ? "a picture was left out"
                                             : std::to_string(sentences.size()) + " pictures were left out";
    for (std::size_t i = 0; i < std::min(named, sentences.size()); ++i)
        text += (i == 0 ? ": " : "; ") + sentences[i];
    if (sentences.size() > named)
        text += "; and " + std::to_string(sentences.size() - named) + " more";
    return text;
}

} // namespace

InputGeometry geometry_of(const ModelCard& card) {
    return {card.shape.image_size, card.crop, card.interpolation, card.shape.channels};
}

void require_all(const ImageSet& set, const std::vector<StreamItem>& plan) {
    const Corruption* last = nullptr;
    std::set<std::pair<CorruptionKind, int>> known;
    for (const StreamItem& item : plan)
        if (!item.pure_noise && (last == nullptr || *last != item.corruption)) {
            last = &item.corruption;
            if (known.emplace(last->kind, last->severity).second)
                set.require(*last);
        }
}

void expect_labels(const ImageSet& set, ScenarioKind scenario) {
    const bool needed = scenario == ScenarioKind::label_shift || scenario == ScenarioKind::blind_spot;
    if (set.class_names().empty() && needed)
        throw std::invalid_argument("stream.scenario: " + name_of(scenario) +
                                    " needs labels, and these pictures have none: choose mild");
}

void expect_classes(const ModelCard& card, const ImageSet& set) {
    if (!set.class_names().empty() && card.class_names.size() != set.class_names().size())
        throw std::invalid_argument("model: it knows " + std::to_string(card.class_names.size()) +
                                    " classes, the data set has " + std::to_string(set.class_names().size()));
}

void report_dropped(const ImageSet& set, const Batch& batch, std::vector<Event>& events) {
    std::vector<std::string> sentences;
    for (const Batch::Dropped& dropped : batch.dropped)
        sentences.push_back(dropped.why);
    if (const std::vector<std::string> listed = set.skipped(); batch.step == 1 && !listed.empty())
        events.push_back({0, EventKind::pictures_dropped, -1, 1, left_out(listed), listed});
    if (!sentences.empty())
        events.push_back({0, EventKind::pictures_dropped, -1, batch.step, left_out(sentences), sentences});
}

} // namespace lab
