#include "core/record/event.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

/// In the order of EventKind.
constexpr std::array kinds = {"run_started", "switch_thrown",   "segment",      "reset",
                              "collapsed",   "lane_stopped",    "run_finished", "run_stopped",
                              "lane_forked", "pictures_dropped"};
static_assert(kinds.size() == std::variant_size_v<EventValue>);

} // namespace

// Not in the header: GCC 12 takes what it inlines of the variant for uninitialised.
Event::Event() = default;
Event::Event(std::uint64_t of_run, int of_lane, int from_step, EventValue value)
    : run(of_run), lane(of_lane), step(from_step), what(std::move(value)) {}

bool is_edge_of_run(const Event& event) {
    return event.as<RunStarted>() || event.as<RunFinished>() || event.as<RunStopped>();
}

const char* name_of(EventKind kind) {
    return kinds.at(static_cast<std::size_t>(kind));
}

EventKind event_kind_named(const std::string& name) {
    const auto found = std::find(kinds.begin(), kinds.end(), name);
    if (found == kinds.end())
        throw std::invalid_argument("kind: \"" + name + "\" is no kind of event");
    return static_cast<EventKind>(found - kinds.begin());
}

const char* name_of(ResetCause cause) {
    switch (cause) {
    case ResetCause::segment:
        return "segment";
    case ResetCause::collapse:
        return "collapse";
    case ResetCause::recovery:
        return "recovery";
    }
    return "unknown";
}

const char* name_of(StopCause cause) {
    return cause == StopCause::collapse ? "collapse" : "not_finite";
}

} // namespace lab
