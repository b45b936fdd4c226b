#include "core/study/cell_runner.h"

#include "core/base/elapsed.h"
#include "core/record/record_fields.h"
#include "core/record/summary.h"
#include "core/run/device.h"
#include "core/run/experiment.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

namespace lab {

namespace {

using Clock = std::chrono::steady_clock;

void keep_curves(const std::vector<StudyCurve>& curves, const Recording& recording, CellOutcome& outcome) {
    for (const StudyCurve& curve : curves)
        for (const StepRecord& record : recording.records)
            for_each_field(record, [&](const char* name, const auto& value) {
                if constexpr (std::is_arithmetic_v<std::decay_t<decltype(value)>>)
                    if (curve.field == name)
                        outcome.lanes[static_cast<std::size_t>(record.lane)].curves[curve.field].push_back(
                            value);
            });
}

/// Nothing where it was given up.
/// @param spec the cell's, in the place that it is given here
std::optional<CellOutcome> run_cell(const CellToRun& one, const ExperimentSpec& spec,
                                    const std::vector<StudyCurve>& curves,
                                    const std::function<bool()>& given_up) {
    const auto start = Clock::now();
    Experiment experiment(spec);
    experiment.set_lead(Experiment::usual_lead);
    Recording recording{spec, experiment.info(), {}, {}};
    experiment.set_interrupted(given_up);
    for (StepOutput step; !given_up() && experiment.step(step);)
        recording.records.insert(recording.records.end(), step.records.begin(), step.records.end());
    if (given_up())
        return std::nullopt;
    CellOutcome outcome{one.key,
                        one.cell.column,
                        one.cell.x,
                        spec.stream.seed,
                        0,
                        device_title(recording.info.device),
                        {},
                        LAB_VERSION,
                        short_content(one.cell),
                        one.name,
                        recording.info.notices};
    for (const LaneSummary& lane : summarise(recording))
        outcome.lanes.push_back({lane.name,
                                 lane.accuracy,
                                 lane.accuracy_last_fifth,
                                 lane.distance,
                                 lane.top_class_share,
                                 lane.collapsed_at,
                                 lane.ms_per_step,
                                 {}});
    keep_curves(curves, recording, outcome);
    outcome.seconds = seconds_since(start);
    return outcome;
}

bool dealt(const std::string& device) {
    return device == "auto" || device == "cuda";
}

/// The work of all threads of one call.
class CellWork {
  public:
    CellWork(const std::vector<CellToRun>& cells, const std::vector<StudyCurve>& curves,
             const CellPlaces& places, CellStore& store,
             const std::function<void(const StudyProgress&)>& progress,
             const std::function<bool()>& cancelled)
        : curves_(curves), store_(store), progress_(progress), cancelled_(cancelled), card_(places.card),
          cards_(cuda_device_count()) {
        news_.cells = static_cast<int>(cells.size());
        for (const CellToRun& cell : cells)
            if (store.contains(cell.key))
                ++news_.finished;
            else
                todo_.push_back(&cell);
        before_ = news_.finished;
        const int cores = arithmetic_threads(places.cores);
        const bool on_cards = cards_ > 0 && std::all_of(cells.begin(), cells.end(), [](const CellToRun& one) {
                                  return dealt(one.cell.spec.device);
                              });
        const int usual = !on_cards ? cores : places.card < 0 ? cards_ : 1;
        workers_ = std::clamp(places.jobs > 0 ? places.jobs : usual, 1, 256);
        threads_ = std::max(1, cores / workers_);
    }

    bool run() {
        progress_(news_);
        std::vector<std::thread> threads;
        const auto used = std::min(static_cast<std::size_t>(workers_), todo_.size());
        for (std::size_t worker = 0; worker < used; ++worker)
            threads.emplace_back([this, worker] { work(static_cast<int>(worker)); });
        for (std::thread& thread : threads)
            thread.join();
        if (fault_)
            std::rethrow_exception(fault_);
        return news_.finished == news_.cells;
    }

  private:
    bool given_up() const { return failed_ || (cancelled_ && cancelled_()); }

    void work(int worker) {
        while (true) {
            const std::size_t index = next_++;
            if (index >= todo_.size() || given_up())
                return;
            const CellToRun& one = *todo_[index];
            try {
                if (!store_.look_again(one.key) && !finish(one, worker))
                    return;
                tell();
            } catch (const std::exception& fault) {
                fail(one.name.empty()
                         ? std::current_exception()
                         : std::make_exception_ptr(std::runtime_error(one.name + ": " + fault.what())));
            }
        }
    }

    bool finish(const CellToRun& one, int worker) {
        ExperimentSpec spec = one.cell.spec;
        spec.threads = spec.threads > 0 ? spec.threads : threads_;
        spec.device = device_of_worker(spec.device, worker, cards_, card_);
        const std::optional<CellOutcome> outcome =
            run_cell(one, spec, curves_, [this] { return given_up(); });
        if (outcome)
            store_.add(*outcome);
        return outcome.has_value();
    }

    void tell() {
        const std::lock_guard lock(mutex_);
        ++news_.finished;
        news_.eta_seconds =
            seconds_since(start_) / (news_.finished - before_) * (news_.cells - news_.finished);
        progress_(news_);
    }

    void fail(const std::exception_ptr& fault) {
        const std::lock_guard lock(mutex_);
        if (!fault_)
            fault_ = fault;
        failed_ = true;
    }

    const std::vector<StudyCurve>& curves_;
    CellStore& store_;
    const std::function<void(const StudyProgress&)>& progress_;
    const std::function<bool()>& cancelled_;
    int card_, cards_, workers_ = 1, threads_ = 1, before_ = 0;
    std::vector<const CellToRun*> todo_;
    StudyProgress news_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::exception_ptr fault_;
    std::atomic<bool> failed_ = false;
    Clock::time_point start_ = Clock::now();
};

} // namespace

std::string device_of_worker(const std::string& device, int worker, int cards, int card) {
    if (cards < 1 || !dealt(device))
        return device;
    return "cuda:" + std::to_string((card >= 0 ? card : worker) % cards);
}

bool run_cells(const std::vector<CellToRun>& cells, const std::vector<StudyCurve>& curves,
               const CellPlaces& places, CellStore& store,
               const std::function<void(const StudyProgress&)>& progress,
               const std::function<bool()>& cancelled) {
    return CellWork(cells, curves, places, store, progress, cancelled).run();
}

} // namespace lab
