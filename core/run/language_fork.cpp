#include "core/run/language_run.h"

#include <stdexcept>
#include <utility>

// A fork takes a lane as it was after a step, gives the copy another recipe, and lets it catch up on the very
// questions that came since, which depend on the specification alone.
namespace lab {

std::unique_ptr<LanguageLane> LanguageRun::lane_as_of(int parent, const LaneSpec& child, int index,
                                                      int step) const {
    int at = -1;
    const LanguageLaneState* state = states_.at_or_before(step, parent, at);
    if (const auto birth = births_.find(parent); birth != births_.end() && birth->second.step > at) {
        state = &birth->second.state;
        at = birth->second.step;
    }
    LaneSpec start = child;
    start.recipe = spec_.lanes.at(static_cast<std::size_t>(parent)).recipe;
    if (step == control_.done()) {
        const LanguageLaneState now = lanes_[static_cast<std::size_t>(parent)]->state();
        return new_lane(start, index, &now);
    }
    auto lane = new_lane(start, index, state);
    for (int next = std::max(at, 0) + 1; next <= step; ++next) {
        for (const RunControl::Change& change : control_.changes())
            if (change.lane == parent && change.step == next)
                lane->set_recipe(change.recipe);
        std::vector<Event> events;
        StepDetail detail;
        if (!lane->stopped())
            lane->step(batch(next), events, detail, false);
        if (interrupted())
            return nullptr;
    }
    return lane;
}

bool LanguageRun::fork(const ForkLane& wish, const std::function<void(StepOutput&)>& publish) {
    expect_lane(wish.parent, lanes_.size());
    const auto birth = births_.find(wish.parent);
    const int first = birth == births_.end() ? 0 : birth->second.step;
    const int done = control_.done();
    expect_fork_step(wish.step, first, done);
    check(wish.parent, wish.recipe);
    const auto index = static_cast<int>(lanes_.size());
    LaneSpec child = spec_.lanes[static_cast<std::size_t>(wish.parent)];
    child.name = wish.name;
    child.recipe = wish.recipe;
    std::unique_ptr<LanguageLane> lane = lane_as_of(wish.parent, child, index, wish.step);
    if (!lane)
        return false;
    const Recipe before = lane->recipe();
    if (!(before == wish.recipe))
        lane->set_recipe(wish.recipe);
    LanguageLaneState start = lane->state();

    StepOutput output;
    output.added_lanes.push_back(child);
    output.events.push_back(
        {0, index, wish.step + 1, LaneForked{wish.parent, done, before, wish.recipe, wish.name}});
    publish(output);
    for (int next = wish.step + 1; next <= done && !lane->stopped(); ++next) {
        const QuestionBatch questions = batch(next);
        output = {};
        StepDetail detail;
        output.records.push_back(lane->step(questions, output.events, detail, candidates_));
        if (interrupted())
            return false;
        output.detail = detail_of(questions, {std::move(detail)});
        publish(output);
    }
    births_.emplace(index, Birth{wish.step, std::move(start)});
    spec_.lanes.push_back(child);
    lanes_.push_back(std::move(lane));
    return true;
}

} // namespace lab
