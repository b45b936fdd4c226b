#include "app/cli/run_switches.h"

#include "core/base/text.h"
#include "core/base/whole_number.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"

#include <algorithm>
#include <stdexcept>

namespace lab::cli {

namespace {

constexpr std::int64_t most_steps = 20'000'000;

TimedSwitch switch_of(const std::string& text) {
    const std::string beginning = "lanes[";
    const std::size_t colon = text.find(':'), lane = colon == std::string::npos ? colon : colon + 1;
    const std::size_t bracket = text.find("].recipe.", std::min(lane, text.size()));
    if (colon == std::string::npos || bracket == std::string::npos ||
        text.compare(lane, beginning.size(), beginning) != 0)
        throw std::invalid_argument("--switch: expected STEP:lanes[N].recipe.field=value, found \"" +
                                    shown(text) + "\"");
    const std::size_t number = lane + beginning.size();
    TimedSwitch s;
    s.step = static_cast<int>(whole_number_from(text.substr(0, colon), "--switch: step", 1, most_steps));
    s.lane = static_cast<int>(
        whole_number_from(text.substr(number, bracket - number), "--switch: lane", 0, most_steps));
    s.assignment = text.substr(lane);
    return s;
}

} // namespace

std::vector<TimedSwitch> switches_of(const std::vector<std::string>& texts, const ExperimentSpec& spec) {
    std::vector<TimedSwitch> all;
    for (const std::string& text : texts)
        all.push_back(switch_of(text));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    ExperimentSpec present = spec;
    for (TimedSwitch& s : all) {
        const ExperimentSpec before = present;
        set_field(present, s.assignment);
        validate(present);
        if (present == before)
            throw std::invalid_argument("--switch: " + shown(s.assignment) +
                                        ": expected a change, found that it is so already at step " +
                                        std::to_string(s.step));
        s.then = present;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<ExperimentSpec> later;
        for (std::size_t k = i + 1; k < all.size(); ++k)
            later.push_back(all[k].then);
        expect_used(all[i].then, {all[i].assignment}, later);
    }
    return all;
}

void check_switches(const std::vector<TimedSwitch>& switches, const Experiment& experiment) {
    const int steps = experiment.info().total_steps;
    for (const TimedSwitch& s : switches) {
        if (s.step > steps)
            throw std::invalid_argument("--switch: expected a step from 1 to " + std::to_string(steps) +
                                        ", found " + std::to_string(s.step));
        experiment.check(s.lane, s.then.lanes.at(static_cast<std::size_t>(s.lane)).recipe);
    }
}

RunSchedule schedule_of(const std::vector<TimedSwitch>& switches) {
    RunSchedule schedule;
    for (const TimedSwitch& s : switches)
        schedule.switches.push_back(
            {s.step, s.lane, s.then.lanes.at(static_cast<std::size_t>(s.lane)).recipe});
    return schedule;
}

} // namespace lab::cli
