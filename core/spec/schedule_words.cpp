#include "core/spec/schedule_words.h"

#include "core/spec/names.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace lab {

namespace {

std::string words_of(const Corruption& corruption) {
    return corruption.kind == CorruptionKind::none
               ? std::string("clean pictures")
               : title(corruption.kind) + " " + std::to_string(corruption.severity);
}

std::string all_of_them(const StreamSpec& stream, const char* how) {
    return std::to_string(standard_corruptions().size()) + " corruptions " + how + ", severity " +
           std::to_string(stream.corruption.severity);
}

std::string segments_words(const std::vector<Segment>& segments) {
    constexpr std::size_t most = 4;
    std::string text = "schedule:";
    for (std::size_t i = 0; i < std::min(most, segments.size()); ++i)
        text += (i == 0 ? " " : ", ") + words_of(segments[i].corruption) + " (" +
                std::to_string(segments[i].images) + ")";
    return segments.size() <= most ? text : text + " and " + std::to_string(segments.size() - most) + " more";
}

/// Those of the pictures that the stream takes from the set.
std::vector<Corruption> corruptions_of(const StreamSpec& stream) {
    if (stream.scenario != ScenarioKind::custom)
        return {stream.corruption};
    std::vector<Corruption> all;
    for (const Segment& segment : stream.segments)
        all.push_back(segment.corruption);
    return all;
}

bool shows_every_corruption(const StreamSpec& stream) {
    return stream.scenario == ScenarioKind::mixed || stream.scenario == ScenarioKind::continual;
}

} // namespace

std::string schedule_words(const StreamSpec& stream) {
    const Corruption& corruption = stream.corruption;
    switch (stream.scenario) {
    case ScenarioKind::mixed:
        return all_of_them(stream, "mixed");
    case ScenarioKind::continual:
        return all_of_them(stream, "one after the other");
    case ScenarioKind::noise_first:
        return std::to_string(stream.noise_batches) + " batches of pure noise, then " + words_of(corruption);
    case ScenarioKind::ramp:
        return corruption.kind == CorruptionKind::none
                   ? words_of(corruption)
                   : "ramp: " + title(corruption.kind) + " 1 to 5 and back";
    case ScenarioKind::custom:
        return segments_words(stream.segments);
    case ScenarioKind::blind_spot:
        return words_of(corruption) + ", blind spot of the top " + std::to_string(stream.blind_spot_top);
    case ScenarioKind::mild:
    case ScenarioKind::label_shift:
        break;
    }
    return words_of(corruption);
}

std::string corruption_of_all(const StreamSpec& stream) {
    const std::vector<Corruption> all = corruptions_of(stream);
    const bool one = std::all_of(all.begin(), all.end(), [&](const Corruption& corruption) {
        return corruption.kind == all.front().kind;
    });
    return shows_every_corruption(stream) || all.empty() || !one ? "several" : to_string(all.front().kind);
}

int severity_of_all(const StreamSpec& stream) {
    const auto severity = [](const Corruption& corruption) {
        return corruption.kind == CorruptionKind::none ? 0 : corruption.severity;
    };
    if (shows_every_corruption(stream))
        return stream.corruption.severity;
    const std::vector<Corruption> all = corruptions_of(stream);
    const bool one = std::all_of(all.begin(), all.end(), [&](const Corruption& corruption) {
        return severity(corruption) == severity(all.front());
    });
    const bool ramp = stream.scenario == ScenarioKind::ramp && stream.corruption.kind != CorruptionKind::none;
    return ramp || all.empty() || !one ? -1 : severity(all.front());
}

std::string stream_words(const ExperimentSpec& spec) {
    if (!is_language(spec))
        return schedule_words(spec.stream);
    const StreamSpec& stream = spec.stream;
    std::string text = stream.order == QuestionOrder::shuffled   ? "shuffled"
                       : stream.order == QuestionOrder::as_given ? "in the file's order"
                                                                 : "answers in order, IR ";
    if (stream.order == QuestionOrder::by_answer) {
        char ratio[32];
        std::snprintf(ratio, sizeof ratio, "%g", stream.imbalance_ratio);
        text += ratio;
    }
    if (stream.shift.kind == QuestionShiftKind::none)
        return text;
    std::string shift = name_of(stream.shift.kind);
    std::replace(shift.begin(), shift.end(), '_', ' ');
    return text + ", " + shift + " " + std::to_string(stream.shift.severity);
}

} // namespace lab
