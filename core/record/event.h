#pragma once

#include "core/recipe/recipe.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What happens in a run besides its records. Typed values: sentences are made of them where they are shown
/// (event_text.h, and the window in its own language); none is stored.
namespace lab {

struct RunStarted {
    bool operator==(const RunStarted&) const = default;
};

/// A lane follows another recipe from the event's step on.
struct SwitchThrown {
    Recipe before;
    Recipe after;
    /// What a recording of 0.1.0 says of the switch, where no recipe can be made of its words; `after` is
    /// `before` then. Empty otherwise.
    std::string unread = {};
    bool operator==(const SwitchThrown&) const = default;
};

/// Another part of the stream begins.
struct SegmentBegan {
    std::string corruption; ///< machine name, "mixed" where a batch holds several
    bool operator==(const SegmentBegan&) const = default;
};

enum class ResetCause {
    segment,  ///< the lane's policy: at each change of corruption
    collapse, ///< the lane's action when it has collapsed
    recovery, ///< the recipe's own block: the loss has fallen too low
};

/// A lane is back to its start.
struct LaneReset {
    ResetCause cause = ResetCause::segment;
    bool operator==(const LaneReset&) const = default;
};

/// The detector has flagged the lane.
struct Collapsed {
    bool operator==(const Collapsed&) const = default;
};

enum class StopCause {
    collapse,   ///< the lane's action when it has collapsed
    not_finite, ///< its loss or its logits are no longer finite numbers
};

/// A lane takes no further steps.
struct LaneStopped {
    StopCause cause = StopCause::collapse;
    bool operator==(const LaneStopped&) const = default;
};

struct RunFinished {
    bool operator==(const RunFinished&) const = default;
};

struct RunStopped {
    bool operator==(const RunStopped&) const = default;
};

/// The event's lane is another's copy: from the state after the step before the event's, with a recipe of its
/// own.
struct LaneForked {
    int parent = 0;
    int asked_after = 0; ///< steps that the run had done by then; the copy caught up with them
    Recipe before;       ///< the parent's at that state
    Recipe recipe;
    std::string name = {};
    /// What a recording of 0.1.0 says of the fork, where its parent cannot be told from it.
    std::string unread = {};
    bool operator==(const LaneForked&) const = default;
};

/// Files that cannot be read were left out.
struct PicturesDropped {
    std::vector<std::string> pictures; ///< a sentence for each: its name, and what is wrong with it
    bool operator==(const PicturesDropped&) const = default;
};

using EventValue = std::variant<RunStarted, SwitchThrown, SegmentBegan, LaneReset, Collapsed, LaneStopped,
                                RunFinished, RunStopped, LaneForked, PicturesDropped>;

/// In the order of EventValue.
enum class EventKind {
    run_started,
    switch_thrown,
    segment,
    reset,
    collapsed,
    lane_stopped,
    run_finished,
    run_stopped,
    lane_forked,
    pictures_dropped
};

/// Drawn as a vertical mark on the charts.
struct Event {
    std::uint64_t run = 0;
    int lane = -1; ///< −1: concerns the whole run
    int step = 0;  ///< the first step for which it holds
    EventValue what;

    Event();
    Event(std::uint64_t of_run, int of_lane, int from_step, EventValue value);
    EventKind kind() const { return static_cast<EventKind>(what.index()); }
    /// Null where it is of another kind.
    template <typename Kind>
    const Kind* as() const {
        return std::get_if<Kind>(&what);
    }
    bool operator==(const Event&) const = default;
};

/// Run begun, finished or stopped: the run's own edges, which leave no mark.
bool is_edge_of_run(const Event& event);

/// The kind by its name in files: "switch_thrown".
const char* name_of(EventKind kind);
/// Throws std::invalid_argument naming it.
EventKind event_kind_named(const std::string& name);
const char* name_of(ResetCause cause);
const char* name_of(StopCause cause);

} // namespace lab
