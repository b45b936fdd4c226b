#include "core/engine/late_runner.h"

#include "core/engine/engine.h"

#include <exception>
#include <utility>

namespace lab {

bool LateRunner::is_there() {
    if (runner_ || waiting_.empty() || !engine_is_ready())
        return runner_ != nullptr;
    runner_ = engine().make_runner();
    for (const auto& command : std::exchange(waiting_, {}))
        command(*runner_);
    return true;
}

void LateRunner::tell(std::function<void(Runner&)> command) {
    if (runner_) {
        command(*runner_);
        return;
    }
    waiting_.push_back(std::move(command));
}

std::uint64_t LateRunner::start(const ExperimentSpec& spec, bool paused, const RunSchedule& schedule) {
    begin_loading_engine();
    tell([spec, paused, schedule](Runner& runner) { runner.start(spec, paused, schedule); });
    return ++runs_; // as the runner counts
}

void LateRunner::pause() {
    tell([](Runner& runner) { runner.pause(); });
}

void LateRunner::resume() {
    tell([](Runner& runner) { runner.resume(); });
}

void LateRunner::step() {
    tell([](Runner& runner) { runner.step(); });
}

void LateRunner::stop() {
    tell([](Runner& runner) { runner.stop(); });
}

void LateRunner::set_recipe(const SetRecipe& command) {
    tell([command](Runner& runner) { runner.set_recipe(command); });
}

void LateRunner::fork(const ForkLane& wish) {
    tell([wish](Runner& runner) { runner.fork(wish); });
}

void LateRunner::set_details(bool wanted) {
    tell([wanted](Runner& runner) { runner.set_details(wanted); });
}

Update LateRunner::drain() {
    Update update;
    update.run = runs_;
    update.state = runs_ == 0 ? RunState::idle : RunState::loading;
    try {
        if (is_there())
            return runner_->drain();
    } catch (const std::exception& fault) {
        waiting_.clear();
        update.state = RunState::failed;
        update.message = fault.what();
    }
    return update;
}

} // namespace lab
