#include "core/run/experiment_parts.h"

#include "core/model/input.h"
#include "core/run/language_run.h"
#include "core/run/torch_fault.h"

#include <ATen/ATen.h>

#include <stdexcept>

// A fork takes a lane as it was after a step, gives the copy another recipe, and lets it catch up on the very
// pictures that came since. The stream depends on its plan alone, so those pictures can be made again.
namespace lab {

std::unique_ptr<Lane> Experiment::Parts::lane_as_of(int parent, const LaneSpec& child, int index, int step) {
    const LaneSpec& origin = spec.lanes.at(static_cast<std::size_t>(parent));
    int at = -1;
    const LaneCheckpoint* state = checkpoints.at_or_before(step, parent, at);
    if (const auto birth = births.find(parent); birth != births.end() && birth->second.step > at) {
        state = &birth->second.state;
        at = birth->second.step;
    }
    LaneSpec start = child;
    start.recipe = origin.recipe;
    if (step == control.done()) {
        const LaneCheckpoint now = lanes[static_cast<std::size_t>(parent)]->checkpoint();
        return new_lane(start, index, &now);
    }
    auto lane = new_lane(start, index, state);
    Prefetcher again(images, prefetcher->plan(), stream_options(std::max(at, 0)));
    for (int next = std::max(at, 0) + 1; next <= step; ++next) {
        if (interrupted && interrupted())
            return nullptr;
        const std::optional<Batch> batch = again.next();
        for (const RunControl::Change& change : control.changes())
            if (change.lane == parent && change.step == next)
                lane->set_recipe(change.recipe);
        std::vector<Event> events;
        if (!lane->stopped())
            lane->step(*batch, to_input(batch->images, card, options), events);
    }
    return lane;
}

bool Experiment::fork(const ForkLane& wish, const std::function<void(StepOutput&)>& publish) {
    bool caught_up = false;
    in_words(language_ ? language_->spec() : parts_->spec,
             [&] { caught_up = language_ ? language_->fork(wish, publish) : fork_lane(wish, publish); });
    return caught_up;
}

bool Experiment::fork_lane(const ForkLane& wish, const std::function<void(StepOutput&)>& publish) {
    Parts& p = *parts_;
    StepOutput output;
    while (begun() > 0) {
        output = p.finish_step();
        publish(output);
    }
    expect_lane(wish.parent, p.lanes.size());
    const int done = p.control.done();
    const auto birth = p.births.find(wish.parent);
    const int first = birth == p.births.end() ? 0 : birth->second.step;
    expect_fork_step(wish.step, first, done);
    const auto index = static_cast<int>(p.lanes.size());
    LaneSpec child = p.spec.lanes[static_cast<std::size_t>(wish.parent)];
    child.name = wish.name;
    child.recipe = wish.recipe;
    std::unique_ptr<Lane> lane = p.lane_as_of(wish.parent, child, index, wish.step);
    if (!lane)
        return false;
    const Recipe before = lane->recipe();
    if (!(before == wish.recipe))
        lane->set_recipe(wish.recipe);
    LaneCheckpoint start = lane->checkpoint();

    output = {};
    output.added_lanes.push_back(child);
    output.events.push_back(
        {0, index, wish.step + 1, LaneForked{wish.parent, done, before, wish.recipe, wish.name}});
    publish(output);
    if (wish.step < done) {
        Prefetcher again(p.images, p.prefetcher->plan(), p.stream_options(wish.step));
        for (int next = wish.step + 1; next <= done && !lane->stopped(); ++next) {
            if (p.interrupted && p.interrupted())
                return false;
            const std::optional<Batch> batch = again.next();
            output = {};
            StepDetail detail;
            const bool detailed = p.details && p.maker;
            output.records.push_back(lane->step(*batch, to_input(batch->images, p.card, p.options),
                                                output.events, detailed ? &*p.maker : nullptr, &detail));
            if (detailed)
                output.detail = p.detail_of(*batch, {std::move(detail)});
            publish(output);
        }
    }
    p.births.emplace(index, Parts::Birth{wish.step, std::move(start)});
    p.spec.lanes.push_back(child);
    p.stopped.push_back(lane->stopped());
    p.recipes.push_back(wish.recipe);
    p.lanes.push_back(std::move(lane));
    p.add_to_begun(p.lanes.size() - 1);
    return true;
}

} // namespace lab
