#include "core/record/event_text.h"

#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/spec/spec_values.h"

#include <algorithm>

namespace lab {

namespace {

std::string title_of(int lane, const std::vector<LaneSpec>& lanes) {
    return lane >= 0 && lane < std::ssize(lanes) ? lane_title(lanes[static_cast<std::size_t>(lane)])
                                                 : "lane " + std::to_string(lane);
}

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

/// The words for each kind of event.
struct Words {
    const Event& event;
    const std::vector<LaneSpec>& lanes;

    std::string lane() const { return title_of(event.lane, lanes); }

    std::string operator()(const RunStarted&) const { return "run started"; }
    std::string operator()(const RunFinished&) const { return "run finished"; }
    std::string operator()(const RunStopped&) const { return "run stopped"; }
    std::string operator()(const SegmentBegan& e) const { return "a new segment: " + e.corruption; }
    std::string operator()(const Collapsed&) const { return lane() + " collapsed"; }
    std::string operator()(const PicturesDropped& e) const { return left_out(e.pictures); }
    std::string operator()(const LaneReset& e) const {
        switch (e.cause) {
        case ResetCause::segment:
            return lane() + " reset at the new segment";
        case ResetCause::collapse:
            return lane() + " reset after its collapse";
        case ResetCause::recovery:
            break;
        }
        return lane() + " recovered: back to its start";
    }
    std::string operator()(const LaneStopped& e) const {
        return lane() + " stopped: " +
               (e.cause == StopCause::collapse
                    ? "it collapsed"
                    : "its loss or its logits are no longer finite numbers; try a smaller rate");
    }
    std::string operator()(const SwitchThrown& e) const {
        return lane() + ": " + (e.unread.empty() ? changes_of(e.before, e.after) : "\"" + e.unread + "\"");
    }
    std::string operator()(const LaneForked& e) const {
        const std::string changes = changes_of(e.before, e.recipe);
        return lane() + ": fork of " + title_of(e.parent, lanes) + ", " +
               (changes.empty() ? "no change" : changes);
    }
};

} // namespace

std::string sentence_of(const Event& event, const std::vector<LaneSpec>& lanes) {
    return std::visit(Words{event, lanes}, event.what);
}

std::string changes_of(const Recipe& before, const Recipe& after) {
    std::string text;
    for (const Leaf& leaf : leaves_of(differences(recipe_value(after), recipe_value(before))))
        text += (text.empty() ? "" : ", ") + path_of(leaf.keys) + "=" + dumped(leaf.value);
    return text;
}

} // namespace lab
