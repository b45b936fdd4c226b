#pragma once

#include "tests/run/small_experiment.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

inline std::string difference(const std::vector<lab::Event>& a, const std::vector<lab::Event>& b) {
    if (a.size() != b.size())
        return "number of events";
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].kind() != b[i].kind() || a[i].lane != b[i].lane || a[i].step != b[i].step)
            return "event " + std::to_string(i);
    return "";
}

/// A run with its lanes on several threads and ahead of one another, and what is done to it meanwhile.
struct LeadingRun {
    std::vector<lab::StepRecord> records;
    std::vector<lab::Event> events;
    std::vector<lab::BatchPreview> previews;
    std::vector<lab::BatchDetailPtr> details;
    std::string fault;
    int most_begun = 0;

    using Between = std::function<void(lab::Experiment&, int done)>;
    LeadingRun(const lab::ExperimentSpec& spec, int lead, const lab::RunSchedule& schedule = {},
               const Between& between = {}) {
        lab::Experiment experiment(spec);
        experiment.set_schedule(schedule);
        experiment.set_lead(lead);
        lab::StepOutput output;
        try {
            for (int done = 0;; ++done) {
                if (between)
                    between(experiment, done);
                while (const std::optional<lab::ForkLane> fork = experiment.due_fork())
                    experiment.fork(*fork, [this](lab::StepOutput& news) { take(news); });
                if (!experiment.step(output))
                    break;
                most_begun = std::max(most_begun, experiment.begun());
                take(output);
            }
        } catch (const std::exception& thrown) {
            fault = thrown.what();
        }
    }
    void take(const lab::StepOutput& output) {
        records.insert(records.end(), output.records.begin(), output.records.end());
        events.insert(events.end(), output.events.begin(), output.events.end());
        if (output.preview.step > 0)
            previews.push_back(output.preview);
        if (output.detail)
            details.push_back(output.detail);
    }
};
