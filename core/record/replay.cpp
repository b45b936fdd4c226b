#include "core/record/replay.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lab {

namespace {

void expect_read(const std::string& unread, int step) {
    if (!unread.empty())
        throw std::runtime_error("The switch at step " + std::to_string(step) + " is recorded as \"" +
                                 shown(unread) +
                                 "\" alone: these words of 0.1.0 do not tell what was set, so the run cannot "
                                 "be done again.");
}

} // namespace

bool holds_switches(const Recording& recording) {
    return std::any_of(recording.events.begin(), recording.events.end(),
                       [](const Event& event) { return event.as<SwitchThrown>() || event.as<LaneForked>(); });
}

Replay replay_of(const Recording& recording) {
    if (recording.records.empty())
        throw std::runtime_error("The recording holds no records: there is nothing to run again.");
    Replay replay{recording.spec, {}};
    for (const Event& event : recording.events) {
        if (const auto* thrown = event.as<SwitchThrown>()) {
            expect_read(thrown->unread, event.step);
            replay.schedule.switches.push_back({event.step, event.lane, thrown->after});
        }
        if (const auto* fork = event.as<LaneForked>()) {
            expect_read(fork->unread, event.step);
            replay.schedule.forks.push_back(
                {fork->asked_after, fork->parent, event.step - 1, fork->recipe, fork->name});
        }
    }
    replay.spec.lanes.resize(replay.spec.lanes.size() -
                             std::min(replay.spec.lanes.size() - 1, replay.schedule.forks.size()));
    for (const StepRecord& record : recording.records)
        replay.schedule.last_step = std::max(replay.schedule.last_step, record.step);
    const DeviceInfo& device = recording.info.device;
    if (replay.spec.threads == 0 && device.kind == DeviceKind::cpu)
        replay.spec.threads = device.threads;
    return replay;
}

const char* name_of(RunPart part) {
    constexpr std::array names = {"program", "device", "weights", "model", "data", "images"};
    return names.at(static_cast<std::size_t>(part));
}

std::vector<PartDifference> differences_of(const RunInfo& recorded, const RunInfo& found) {
    std::vector<PartDifference> differences;
    const auto compare = [&](RunPart part, const std::string& was, const std::string& is) {
        if (!was.empty() && was != is)
            differences.push_back({part, was, is});
    };
    compare(RunPart::program, recorded.program, found.program);
    compare(RunPart::device, device_title(recorded.device), device_title(found.device));
    compare(RunPart::weights, recorded.weights, found.weights);
    compare(RunPart::model, recorded.model_title, found.model_title);
    compare(RunPart::data, recorded.data_title, found.data_title);
    compare(RunPart::images, std::to_string(recorded.total_images), std::to_string(found.total_images));
    return differences;
}

std::string sentence_of(const PartDifference& difference) {
    return std::string(name_of(difference.part)) + ": recorded with " + shown(difference.recorded) +
           ", now " + shown(difference.found);
}

RunComparison compare_runs(const Recording& recorded, const Recording& found, bool stopped) {
    RunComparison comparison{recorded.records.size(), std::min(recorded.records.size(), found.records.size()),
                             first_difference(recorded.records, found.records),
                             differences_of(recorded.info, found.info)};
    const bool cut = comparison.difference && comparison.difference->field.empty() &&
                     found.records.size() < recorded.records.size();
    if (cut && stopped)
        comparison.difference.reset();
    return comparison;
}

} // namespace lab
