#include "core/run/runner.h"

#include "core/base/elapsed.h"
#include "core/run/experiment.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace lab {

// The threads and what passes between them:
//
//   window's thread                    runner's thread                       prefetch threads
//   ───────────────                    ───────────────                       ────────────────
//   start, pause, set_recipe ──▶ [ wishes ] ──▶ Experiment::step() ◀── [ bounded queue ] ◀── read, corrupt
//                                                  │  (owns models and device)
//   drain() ◀────────────────── [ news: records, events, latest preview ]
//
// One mutex guards wishes and news; it is never held during a step.
struct Runner::Shared {
    std::mutex mutex;
    std::condition_variable changed;

    // wishes
    std::uint64_t wanted_run = 0; ///< the newest run asked for; an older one ends
    std::optional<ExperimentSpec> wanted_spec;
    RunSchedule wanted_schedule;
    bool paused = false;
    int single_steps = 0;
    bool stop = false;
    bool quit = false;
    std::vector<SetRecipe> recipes;
    std::deque<ForkLane> forks;
    bool details = false;

    Update news;
    std::thread thread;

    /// With the mutex held: the present run must end.
    bool must_end(std::uint64_t run) const { return quit || stop || wanted_run != run; }
    void loop();
    void run(const ExperimentSpec& spec, const RunSchedule& schedule, std::uint64_t run);
    void steps(Experiment& experiment, std::uint64_t run);
    enum class Turn { step, fork, end };
    Turn wait_for_turn(Experiment& experiment, std::uint64_t run, ForkLane& wish);
    bool fork(Experiment& experiment, std::uint64_t run, const ForkLane& wish);
    void publish(StepOutput& output, std::uint64_t run, double images_per_second, double eta_seconds,
                 const CheckpointUse& checkpoints);
    void finish(std::uint64_t run, RunState state, const std::string& message);
};

namespace {

/// Images per second over the last steps, pauses left out.
class Pace {
  public:
    void add(int images, double seconds) {
        recent_.emplace_back(images, seconds);
        if (recent_.size() > 20)
            recent_.pop_front();
    }
    double images_per_second() const {
        double images = 0, seconds = 0;
        for (const auto& [n, s] : recent_) {
            images += n;
            seconds += s;
        }
        return seconds > 0 ? images / seconds : 0;
    }

  private:
    std::deque<std::pair<int, double>> recent_;
};

} // namespace

void Runner::Shared::loop() {
    // The window's thread goes first; the lanes' threads inherit this. No more than a hint: with a niceness
    // of 10 another program's busy loop, which has none, left a lane a tenth of the core that they share.
    constexpr int niceness = 1;
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), niceness);
    while (true) {
        ExperimentSpec spec;
        RunSchedule schedule;
        std::uint64_t run_id = 0;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [this] { return quit || wanted_spec; });
            if (quit)
                return;
            spec = std::move(*wanted_spec);
            wanted_spec.reset();
            schedule = std::move(wanted_schedule);
            run_id = wanted_run;
        }
        try {
            run(spec, schedule, run_id);
        } catch (const std::exception& fault) {
            finish(run_id, RunState::failed, fault.what());
        }
    }
}

void Runner::Shared::run(const ExperimentSpec& spec, const RunSchedule& schedule, std::uint64_t run_id) {
    Experiment experiment(spec);
    experiment.set_schedule(schedule);
    experiment.set_checkpoint_bound(checkpoint_bound);
    experiment.set_interrupted([this, run_id] {
        const std::lock_guard lock(mutex);
        return must_end(run_id);
    });
    {
        const std::lock_guard lock(mutex);
        if (must_end(run_id) && !stop)
            return;
        news.info = experiment.info();
        news.info_changed = true;
        news.events.push_back({run_id, -1, 1, RunStarted{}});
    }
    steps(experiment, run_id);
}

/// Waits while paused; hands switches over.
Runner::Shared::Turn Runner::Shared::wait_for_turn(Experiment& experiment, std::uint64_t run_id,
                                                   ForkLane& wish) {
    std::unique_lock lock(mutex);
    const auto blocked = [this] { return paused && single_steps == 0; };
    // What lanes have begun is shown before anything else: a pause, a fork and a step asked for find all
    // lanes at the same step.
    if (!must_end(run_id) && (paused || !forks.empty()) && experiment.begun() > 0) {
        experiment.set_lead(0);
        return Turn::step;
    }
    if (!must_end(run_id) && blocked())
        news.state = RunState::paused;
    changed.wait(lock, [&] { return must_end(run_id) || !blocked() || !forks.empty(); });
    if (must_end(run_id))
        return Turn::end;
    if (!forks.empty()) {
        wish = std::move(forks.front());
        forks.pop_front();
        return Turn::fork; // the state stays: a paused run may be resumed meanwhile
    }
    if (paused)
        --single_steps;
    else
        news.state = RunState::running;
    for (const SetRecipe& command : recipes)
        experiment.set_recipe(command);
    recipes.clear();
    experiment.set_details(details);
    experiment.set_lead(paused ? 0 : Experiment::usual_lead);
    return Turn::step;
}

/// False where it was interrupted: the run must end.
bool Runner::Shared::fork(Experiment& experiment, std::uint64_t run_id, const ForkLane& wish) {
    try {
        return experiment.fork(
            wish, [&](StepOutput& output) { publish(output, run_id, 0, 0, experiment.checkpoints()); });
    } catch (const std::exception& fault) {
        const std::lock_guard lock(mutex);
        if (wanted_run == run_id)
            news.notice = fault.what();
        return true;
    }
}

void Runner::Shared::steps(Experiment& experiment, std::uint64_t run_id) {
    Pace pace;
    StepOutput output;
    std::int64_t images = 0;
    ForkLane wish;
    std::optional<ForkLane> due;
    for (Turn turn; (turn = wait_for_turn(experiment, run_id, wish)) != Turn::end;) {
        if (turn == Turn::fork) {
            if (!fork(experiment, run_id, wish))
                break;
            continue;
        }
        while ((due = experiment.due_fork()))
            if (!fork(experiment, run_id, *due))
                return finish(run_id, RunState::stopped, "");
        const auto begin = std::chrono::steady_clock::now();
        if (!experiment.step(output))
            return finish(run_id, experiment.cut_short() ? RunState::stopped : RunState::finished, "");
        const double seconds = seconds_since(begin);
        const int batch = output.records.empty() ? 0 : output.records.front().batch_size;
        images += batch;
        pace.add(batch, seconds);
        const double speed = pace.images_per_second();
        const double left = static_cast<double>(experiment.info().total_images - images);
        publish(output, run_id, speed, speed > 0 ? left / speed : 0, experiment.checkpoints());
    }
    finish(run_id, RunState::stopped, "");
}

void Runner::Shared::publish(StepOutput& output, std::uint64_t run_id, double images_per_second,
                             double eta_seconds, const CheckpointUse& checkpoints) {
    const std::lock_guard lock(mutex);
    if (wanted_run != run_id)
        return;
    for (StepRecord& record : output.records) {
        record.run = run_id;
        news.records.push_back(std::move(record));
    }
    for (Event& event : output.events) {
        event.run = run_id;
        news.events.push_back(std::move(event));
    }
    for (LaneSpec& lane : output.added_lanes)
        news.added_lanes.push_back(std::move(lane));
    if (output.detail)
        news.details.push_back(std::move(output.detail));
    if (news.details.size() > most_waiting_details)
        news.details.erase(news.details.begin());
    news.checkpoints = checkpoints;
    if (output.preview.step > 0) { // a fork that catches up brings no pictures
        news.preview = std::move(output.preview);
        news.has_preview = true;
    }
    news.images_per_second = images_per_second;
    news.eta_seconds = eta_seconds;
}

void Runner::Shared::finish(std::uint64_t run_id, RunState state, const std::string& message) {
    const std::lock_guard lock(mutex);
    if (wanted_run != run_id)
        return;
    news.state = state;
    news.message = message;
    news.eta_seconds = 0;
    if (state != RunState::failed)
        news.events.push_back(
            {run_id, -1, news.preview.step,
             state == RunState::finished ? EventValue(RunFinished{}) : EventValue(RunStopped{})});
}

Runner::Runner() : shared_(std::make_unique<Shared>()) {
    shared_->thread = std::thread([shared = shared_.get()] { shared->loop(); });
}

Runner::~Runner() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->quit = true;
    }
    shared_->changed.notify_all();
    shared_->thread.join();
}

std::uint64_t Runner::start(const ExperimentSpec& spec, bool paused, const RunSchedule& schedule) {
    std::uint64_t run = 0;
    {
        const std::lock_guard lock(shared_->mutex);
        run = ++shared_->wanted_run;
        shared_->wanted_spec = spec;
        shared_->wanted_schedule = schedule;
        shared_->paused = paused;
        shared_->single_steps = 0;
        shared_->stop = false;
        shared_->recipes.clear();
        shared_->forks.clear();
        shared_->news = {};
        shared_->news.run = run;
        shared_->news.state = RunState::loading;
    }
    shared_->changed.notify_all();
    return run;
}

void Runner::pause() {
    const std::lock_guard lock(shared_->mutex);
    shared_->paused = true;
    shared_->single_steps = 0;
}

void Runner::resume() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->paused = false;
    }
    shared_->changed.notify_all();
}

void Runner::step() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->paused = true;
        ++shared_->single_steps;
    }
    shared_->changed.notify_all();
}

void Runner::stop() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->stop = true;
    }
    shared_->changed.notify_all();
}

void Runner::set_recipe(const SetRecipe& command) {
    const std::lock_guard lock(shared_->mutex);
    std::erase_if(shared_->recipes, [&](const SetRecipe& other) { return other.lane == command.lane; });
    shared_->recipes.push_back(command);
}

void Runner::fork(const ForkLane& wish) {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->forks.push_back(wish);
    }
    shared_->changed.notify_all();
}

void Runner::set_details(bool wanted) {
    const std::lock_guard lock(shared_->mutex);
    shared_->details = wanted;
}

Update Runner::drain() {
    const std::lock_guard lock(shared_->mutex);
    Update& news = shared_->news;
    Update taken = std::move(news);
    // What is a state rather than news stays.
    news = {};
    news.run = taken.run;
    news.state = taken.state;
    news.message = taken.message;
    news.info = taken.info;
    news.preview.step = taken.preview.step;
    news.images_per_second = taken.images_per_second;
    news.eta_seconds = taken.eta_seconds;
    news.checkpoints = taken.checkpoints;
    return taken;
}

} // namespace lab
