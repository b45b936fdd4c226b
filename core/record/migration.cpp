#include "core/record/migration.h"

#include "core/base/json_values.h"
#include "core/record/measure_table.h"
#include "core/record/run_info_json.h"
#include "core/record/words_of_0_1.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

/// The lanes' names as 0.1.0's window showed them: the second lane of one title is "Tent 2".
std::vector<std::string> shown_names(const std::vector<LaneSpec>& lanes, std::size_t count) {
    std::vector<std::string> names;
    std::map<std::string, int> seen;
    for (std::size_t i = 0; i < std::min(count, lanes.size()); ++i) {
        const std::string title = lane_title(lanes[i]);
        const int number = ++seen[title];
        names.push_back(number == 1 ? title : title + " " + std::to_string(number));
    }
    return names;
}

/// Steps that a run had done when a lane was forked from the state after `step`: its first record tells,
/// which came when it caught up.
int asked_after(const std::vector<StepRecord>& records, int lane, int step) {
    int done = 0;
    for (const StepRecord& record : records) {
        if (record.lane == lane)
            return std::max(step, record.step == done ? step : done);
        done = std::max(done, record.step);
    }
    return std::max(step, done);
}

/// Makes typed events of words, in the order in which they happened.
class Translator {
  public:
    Translator(const Recording& rest, const std::vector<BatchDetailPtr>& details)
        : rest_(rest), details_(details) {
        for (const LaneSpec& lane : rest.spec.lanes)
            histories_.push_back({{0, lane.recipe}});
    }

    Event event_of(const Json& line) {
        Event event;
        event.lane = whole_number<int>(line.at("lane"), "lane");
        event.step = whole_number<int>(line.at("step"), "step");
        event.what = value_of(event, event_kind_named(line.at("kind").get<std::string>()), line,
                              line.at("text").get<std::string>());
        return event;
    }

  private:
    /// A recipe, and the step from which on it holds.
    struct Since {
        int step = 0;
        Recipe recipe;
    };

    EventValue value_of(const Event& event, EventKind kind, const Json& line, const std::string& words) {
        switch (kind) {
        case EventKind::switch_thrown:
            return switch_of(event, words);
        case EventKind::segment:
            return SegmentBegan{words};
        case EventKind::reset:
            return reset_of(words);
        case EventKind::collapsed:
            return Collapsed{};
        case EventKind::lane_stopped:
            return LaneStopped{words.ends_with("stopped: it collapsed") ? StopCause::collapse
                                                                        : StopCause::not_finite};
        case EventKind::run_finished:
            return RunFinished{};
        case EventKind::run_stopped:
            return RunStopped{};
        case EventKind::lane_forked:
            return fork_of(event, words);
        case EventKind::pictures_dropped:
            return PicturesDropped{line.value("pictures", std::vector<std::string>())};
        case EventKind::run_started:
            break;
        }
        return RunStarted{};
    }

    static LaneReset reset_of(const std::string& words) {
        if (words.ends_with("reset at the new segment"))
            return {ResetCause::segment};
        return {words.ends_with("reset after its collapse") ? ResetCause::collapse : ResetCause::recovery};
    }

    std::vector<Since>* history_of(int lane) {
        return lane >= 0 && lane < std::ssize(histories_) ? &histories_[static_cast<std::size_t>(lane)]
                                                          : nullptr;
    }

    Recipe recipe_at(int lane, int step) {
        Recipe found;
        if (const std::vector<Since>* history = history_of(lane))
            for (const Since& since : *history)
                if (since.step <= step)
                    found = since.recipe;
        return found;
    }

    /// Null where the step's details were not kept.
    const Recipe* detailed_recipe(int lane, int step) const {
        for (const BatchDetailPtr& detail : details_)
            if (detail->step == step)
                if (const StepDetail* of_lane = detail->of_lane(lane))
                    return &of_lane->recipe;
        return nullptr;
    }

    SwitchThrown switch_of(const Event& event, const std::string& words) {
        SwitchThrown thrown;
        thrown.before = thrown.after = recipe_at(event.lane, event.step);
        if (const Recipe* detailed = detailed_recipe(event.lane, event.step))
            thrown.after = *detailed;
        else if (const std::optional<Recipe> read = recipe_from_words(thrown.before, words))
            thrown.after = *read;
        else
            thrown.unread = words.empty() ? "a switch without words" : words;
        if (std::vector<Since>* history = history_of(event.lane))
            history->push_back({event.step, thrown.after});
        return thrown;
    }

    LaneForked fork_of(const Event& event, const std::string& words) {
        const auto index = static_cast<std::size_t>(std::max(0, event.lane));
        const std::optional<int> parent = parent_from_words(shown_names(rest_.spec.lanes, index), words);
        LaneForked forked;
        forked.parent = parent.value_or(0);
        forked.asked_after = asked_after(rest_.records, event.lane, event.step - 1);
        forked.recipe = recipe_at(event.lane, event.step);
        forked.before = parent ? recipe_at(*parent, event.step - 1) : forked.recipe;
        if (index < rest_.spec.lanes.size())
            forked.name = rest_.spec.lanes[index].name;
        if (!parent)
            forked.unread = words.empty() ? "a fork without words" : words;
        return forked;
    }

    const Recording& rest_;
    const std::vector<BatchDetailPtr>& details_;
    std::vector<std::vector<Since>> histories_; ///< by lane
};

} // namespace

void records_from_2_to_3(Recording& recording) {
    std::vector<Recipe> recipes;
    for (const LaneSpec& lane : recording.spec.lanes)
        recipes.push_back(lane.recipe);
    std::vector<std::pair<int, const SwitchThrown*>> switches; // by lane, in their order
    std::vector<int> steps;
    for (const Event& event : recording.events)
        if (const auto* thrown = event.as<SwitchThrown>(); thrown && thrown->unread.empty()) {
            switches.emplace_back(event.lane, thrown);
            steps.push_back(event.step);
        }
    for (StepRecord& record : recording.records) {
        const auto lane = static_cast<std::size_t>(record.lane);
        const Recipe* recipe = &recipes.at(lane);
        for (std::size_t i = 0; i < switches.size(); ++i)
            if (switches[i].first == record.lane && steps[i] <= record.step)
                recipe = &switches[i].second->after;
        if (record.predictor_distance == 0 && !has_predictor_matrix(*recipe))
            record.predictor_distance = std::numeric_limits<double>::quiet_NaN();
    }
}

void information_from_2_to_3(Json& line) {
    if (!line.contains("device") || !line["device"].is_string())
        return;
    line["device"] = device_value(device_from_title(line["device"].get<std::string>()));
}

std::vector<Event> events_from_2_to_3(const std::vector<Json>& lines, const Recording& rest,
                                      const std::vector<BatchDetailPtr>& details) {
    Translator translator(rest, details);
    std::vector<Event> events;
    for (const Json& line : lines)
        events.push_back(translator.event_of(line));
    return events;
}

} // namespace lab
