#include "core/record/event_json.h"

#include "core/base/json_values.h"
#include "core/record/json_field.h"
#include "core/spec/spec_values.h"

#include <array>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

/// Writes what a kind of event holds.
struct Writer {
    Json& json;

    void operator()(const RunStarted&) const {}
    void operator()(const Collapsed&) const {}
    void operator()(const RunFinished&) const {}
    void operator()(const RunStopped&) const {}
    void operator()(const SegmentBegan& event) const { json["corruption"] = event.corruption; }
    void operator()(const LaneReset& event) const { json["cause"] = name_of(event.cause); }
    void operator()(const LaneStopped& event) const { json["cause"] = name_of(event.cause); }
    void operator()(const PicturesDropped& event) const { json["pictures"] = event.pictures; }
    void operator()(const SwitchThrown& event) const {
        json["before"] = recipe_value(event.before);
        json["after"] = recipe_value(event.after);
        if (!event.unread.empty())
            json["unread"] = event.unread;
    }
    void operator()(const LaneForked& event) const {
        json["parent"] = event.parent;
        json["asked_after"] = event.asked_after;
        json["name"] = event.name;
        json["before"] = recipe_value(event.before);
        json["recipe"] = recipe_value(event.recipe);
        if (!event.unread.empty())
            json["unread"] = event.unread;
    }
};

std::string text(const Json& json, const char* name) {
    const Json& found = field_of(json, name);
    if (!found.is_string())
        throw std::invalid_argument("\"" + std::string(name) + "\": expected a text, found " +
                                    dumped(found).substr(0, 40));
    return found.get<std::string>();
}

std::string text_or_none(const Json& json, const char* name) {
    return json.contains(name) ? text(json, name) : std::string();
}

/// The cause of that name.
template <typename Cause, std::size_t N>
Cause cause_of(const Json& json, const std::array<Cause, N>& causes) {
    const std::string name = text(json, "cause");
    std::string known;
    for (const Cause cause : causes) {
        if (name == name_of(cause))
            return cause;
        known += (known.empty() ? "" : ", ") + std::string(name_of(cause));
    }
    throw std::invalid_argument("\"cause\": expected one of " + known + ", found \"" + name + "\"");
}

Recipe recipe_of(const Json& json, const char* name) {
    return recipe_from_value(field_of(json, name), name);
}

PicturesDropped pictures_of(const Json& json) {
    const Json& list = field_of(json, "pictures");
    if (!list.is_array())
        throw std::invalid_argument("\"pictures\": expected a list, found " + dumped(list).substr(0, 40));
    PicturesDropped event;
    for (const Json& item : list)
        event.pictures.push_back(item.get<std::string>());
    return event;
}

LaneForked fork_of(const Json& json) {
    LaneForked event;
    event.parent = whole_number<int>(field_of(json, "parent"), "parent");
    event.asked_after = whole_number<int>(field_of(json, "asked_after"), "asked_after");
    event.name = text(json, "name");
    event.before = recipe_of(json, "before");
    event.recipe = recipe_of(json, "recipe");
    event.unread = text_or_none(json, "unread");
    return event;
}

EventValue value_of(EventKind kind, const Json& json) {
    switch (kind) {
    case EventKind::run_started:
        return RunStarted{};
    case EventKind::switch_thrown:
        return SwitchThrown{recipe_of(json, "before"), recipe_of(json, "after"),
                            text_or_none(json, "unread")};
    case EventKind::segment:
        return SegmentBegan{text(json, "corruption")};
    case EventKind::reset:
        return LaneReset{
            cause_of(json, std::array{ResetCause::segment, ResetCause::collapse, ResetCause::recovery})};
    case EventKind::collapsed:
        return Collapsed{};
    case EventKind::lane_stopped:
        return LaneStopped{cause_of(json, std::array{StopCause::collapse, StopCause::not_finite})};
    case EventKind::run_finished:
        return RunFinished{};
    case EventKind::run_stopped:
        return RunStopped{};
    case EventKind::lane_forked:
        return fork_of(json);
    case EventKind::pictures_dropped:
        return pictures_of(json);
    }
    return RunStarted{};
}

} // namespace

Json event_value(const Event& event) {
    Json json = {{"kind", name_of(event.kind())}, {"lane", event.lane}, {"step", event.step}};
    std::visit(Writer{json}, event.what);
    return json;
}

Event event_from_value(const Json& json) {
    Event event;
    event.lane = whole_number<int>(field_of(json, "lane"), "lane");
    event.step = whole_number<int>(field_of(json, "step"), "step");
    event.what = value_of(event_kind_named(text(json, "kind")), json);
    return event;
}

} // namespace lab
