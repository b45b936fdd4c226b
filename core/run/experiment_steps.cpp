#include "core/run/experiment_parts.h"

#include "core/run/language_run.h"
#include "core/run/picture_checks.h"
#include "core/run/torch_fault.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <exception>
#include <utility>

// A step is begun on the caller's thread, worked on by the lanes on the pool's, and put together on the
// caller's again. What a step holds besides the lanes' work (switches, segments, dropped pictures) is settled
// when it is begun, in the order of the steps.
namespace lab {

namespace {

constexpr std::size_t preview_images = 32;

BatchPreview preview_of(const Batch& batch) {
    const std::size_t count = std::min(preview_images, batch.images.size());
    BatchPreview preview;
    preview.step = batch.step;
    preview.images.assign(batch.images.begin(), batch.images.begin() + static_cast<std::ptrdiff_t>(count));
    preview.labels.assign(batch.labels.begin(), batch.labels.begin() + static_cast<std::ptrdiff_t>(count));
    return preview;
}

} // namespace

void LaneTurn::take(Lane& lane, const StagedBatch& staged, const DetailMaker* maker, bool keep_state) {
    if (recipe)
        lane.set_recipe(*recipe);
    if (!lane.stopped()) {
        record = lane.step(staged.batch, staged.input, events, maker, &detail);
        confidences = lane.confidences();
    }
    stopped = lane.stopped();
    if (keep_state)
        state = lane.checkpoint();
}

bool Experiment::Parts::all_stopped() const {
    return std::all_of(stopped.begin(), stopped.end(), [](bool lane) { return lane; });
}

bool Experiment::Parts::may_lead() const {
    return control.may_begin_beyond(control.done() + static_cast<int>(begun.size()));
}

void Experiment::Parts::throw_switches(BegunStep& step) {
    const int number = step.staged.batch.step;
    for (const SetRecipe& command : control.take_switches(number, lanes.size())) {
        const auto lane = static_cast<std::size_t>(command.lane);
        step.output.events.push_back({0, command.lane, number, SwitchThrown{recipes[lane], command.recipe}});
        step.turns[lane].recipe = recipes[lane] = command.recipe;
    }
}

void Experiment::Parts::hand_over(BegunStep& step, std::size_t lane) {
    const DetailMaker* const chosen_maker = step.details ? &*maker : nullptr;
    const bool keep_state = checkpoints.wants(step.staged.batch.step);
    step.turns[lane].ticket = pool->add(lane, [&own = *lanes[lane], &step, lane, chosen_maker, keep_state] {
        step.turns[lane].take(own, step.staged, chosen_maker, keep_state);
    });
}

bool Experiment::Parts::begin_step(bool with_details) {
    std::optional<StagedBatch> staged = stream->next();
    if (!staged)
        return false;
    auto step = std::make_unique<BegunStep>();
    step->staged = std::move(*staged);
    step->turns.resize(lanes.size());
    const Batch& batch = step->staged.batch;
    report_dropped(*images, batch, step->output.events);
    throw_switches(*step);
    if (batch.segment != segment && segment >= 0)
        step->output.events.push_back({0, -1, batch.step, SegmentBegan{batch.corruption}});
    segment = batch.segment;
    step->output.preview = preview_of(batch);
    step->details = details = with_details;
    if (details && !maker)
        maker = new_maker();
    begun.push_back(std::move(step));
    for (std::size_t i = 0; i < lanes.size(); ++i)
        hand_over(*begun.back(), i);
    return true;
}

void Experiment::Parts::wait_for(const BegunStep& step) {
    for (std::size_t i = 0; i < step.turns.size(); ++i)
        pool->wait(i, step.turns[i].ticket);
}

void Experiment::Parts::add_to_begun(std::size_t lane) {
    for (const auto& step : begun) {
        wait_for(*step); // of lanes that have stopped: nobody is at work
        step->turns.resize(lane + 1);
        hand_over(*step, lane);
    }
}

StepOutput Experiment::Parts::finish_step() {
    BegunStep& step = *begun.front();
    wait_for(step);
    StepOutput output = std::move(step.output);
    const Batch& batch = step.staged.batch;
    std::vector<StepDetail> lane_details;
    std::vector<LaneCheckpoint> states;
    for (std::size_t i = 0; i < step.turns.size(); ++i) {
        LaneTurn& turn = step.turns[i];
        stopped[i] = turn.stopped;
        output.events.insert(output.events.end(), turn.events.begin(), turn.events.end());
        std::vector<int> predictions;
        if (turn.record) {
            predictions = turn.record->predictions;
            predictions.resize(output.preview.images.size());
            turn.confidences.resize(output.preview.images.size());
            output.records.push_back(std::move(*turn.record));
            if (step.details)
                lane_details.push_back(std::move(turn.detail));
        }
        output.preview.predictions.push_back(std::move(predictions));
        output.preview.confidences.push_back(std::move(turn.confidences));
        if (turn.state)
            states.push_back(std::move(*turn.state));
    }
    if (step.details)
        output.detail = detail_of(batch, std::move(lane_details));
    control.finish(batch.step);
    if (states.size() == lanes.size() && checkpoints.wants(batch.step))
        checkpoints.add(batch.step, std::move(states));
    begun.pop_front();
    return output;
}

void Experiment::Parts::lead(std::size_t most, const std::function<bool()>& begin_next) {
    while (begun.size() <= most && !stream_fault && may_lead()) {
        try {
            if (!begin_next())
                return;
        } catch (...) { // told in its turn, when the steps before are handed out
            stream_fault = std::current_exception();
        }
    }
}

int Experiment::begun() const {
    if (language_)
        return 0;
    return parts_->all_stopped() ? 0 : static_cast<int>(parts_->begun.size());
}

bool Experiment::step(StepOutput& output) {
    bool went_on = false;
    in_words(language_ ? language_->spec() : parts_->spec,
             [&] { went_on = language_ ? language_->step(output) : advance(output); });
    return went_on;
}

bool Experiment::advance(StepOutput& output) {
    Parts& p = *parts_;
    output = {};
    if (p.all_stopped() || p.control.is_over())
        return false;
    const auto begin_next = [&] { return p.begin_step(details_wanted_); };
    if (p.begun.empty()) {
        if (p.stream_fault)
            std::rethrow_exception(std::exchange(p.stream_fault, nullptr));
        if (!begin_next())
            return false;
    }
    if (p.pool->workers() > 1)
        p.lead(static_cast<std::size_t>(lead_), begin_next);
    output = p.finish_step();
    return true;
}

} // namespace lab
