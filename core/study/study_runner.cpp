#include "core/study/study_runner.h"

#include "core/record/record_fields.h"
#include "core/record/summary.h"
#include "core/run/experiment.h"
#include "core/study/study_cells.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace lab {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Nothing where it was given up.
std::optional<CellOutcome> run_cell(const Study& study, const StudyCell& cell,
                                    const std::function<bool()>& given_up) {
    const auto start = Clock::now();
    Experiment experiment(cell.spec);
    experiment.set_lead(Experiment::usual_lead);
    Recording recording{cell.spec, experiment.info(), {}, {}};
    experiment.set_interrupted(given_up);
    for (StepOutput step; !given_up() && experiment.step(step);)
        recording.records.insert(recording.records.end(), step.records.begin(), step.records.end());
    if (given_up())
        return std::nullopt;
    CellOutcome outcome{cell_key(cell),
                        cell.column,
                        cell.x,
                        cell.spec.stream.seed,
                        0,
                        device_title(recording.info.device),
                        {}};
    for (const LaneSummary& lane : summarise(recording))
        outcome.lanes.push_back({lane.name,
                                 lane.accuracy,
                                 lane.accuracy_last_fifth,
                                 lane.distance,
                                 lane.top_class_share,
                                 lane.collapsed_at,
                                 lane.ms_per_step,
                                 {}});
    for (const StudyCurve& curve : study.curves)
        for (const StepRecord& record : recording.records)
            for_each_field(record, [&](const char* name, const auto& value) {
                if constexpr (std::is_arithmetic_v<std::decay_t<decltype(value)>>)
                    if (curve.field == name)
                        outcome.lanes[static_cast<std::size_t>(record.lane)].curves[curve.field].push_back(
                            value);
            });
    outcome.seconds = seconds_since(start);
    return outcome;
}

} // namespace

bool run_study(const Study& study, const StudyOptions& options, int jobs, CellStore& store,
               const std::function<void(const StudyProgress&)>& progress,
               const std::function<bool()>& cancelled) {
    const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const int workers = std::clamp(jobs > 0 ? jobs : cores, 1, 256);
    std::vector<StudyCell> todo;
    StudyProgress news;
    for (StudyCell& cell : cells_of(study, options)) {
        ++news.cells;
        cell.spec.threads = std::max(1, cores / workers);
        if (store.contains(cell_key(cell)))
            ++news.finished;
        else
            todo.push_back(cell);
    }
    const int before = news.finished;
    progress(news);

    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr fault;
    std::atomic<bool> failed = false;
    const auto given_up = [&] { return failed || (cancelled && cancelled()); };
    const auto start = Clock::now();
    const auto work = [&] {
        while (true) {
            const std::size_t index = next++;
            if (index >= todo.size() || given_up())
                return;
            try {
                const std::optional<CellOutcome> outcome = run_cell(study, todo[index], given_up);
                if (!outcome)
                    return;
                store.add(*outcome);
                const std::lock_guard lock(mutex);
                ++news.finished;
                news.eta_seconds =
                    seconds_since(start) / (news.finished - before) * (news.cells - news.finished);
                progress(news);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!fault)
                    fault = std::current_exception();
                failed = true;
            }
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < workers; ++i)
        threads.emplace_back(work);
    for (std::thread& thread : threads)
        thread.join();
    if (fault)
        std::rethrow_exception(fault);
    return news.finished == news.cells;
}

} // namespace lab
