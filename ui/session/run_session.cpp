#include "ui/session/run_session.h"

#include "core/engine/engine.h"
#include "core/spec/rate_source.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace lab {

namespace {

bool isTerminal(RunState state) {
    return state == RunState::finished || state == RunState::stopped || state == RunState::failed;
}

/// The lanes with everything in them that a run cannot change.
std::vector<LaneSpec> withoutRecipes(std::vector<LaneSpec> lanes) {
    for (LaneSpec& lane : lanes)
        lane.recipe = Recipe{};
    return lanes;
}

} // namespace

RunSession::RunSession(QObject* parent)
    : QObject(parent), spec_(default_experiment()), suited_(rateBasis(spec_)) {
    set_card_reader([](const std::string& path, const ModelOptions& options) {
        return engine().rates_of_card(path, options);
    });
    recording_.spec = spec_;
    timer_.setInterval(drain_interval_ms);
    connect(&timer_, &QTimer::timeout, this, &RunSession::drain);
}

void RunSession::setSpec(const ExperimentSpec& spec) {
    if (spec == spec_)
        return;
    spec_ = spec;
    suited_ = rateBasis(spec);
    Q_EMIT specChanged();
}

void RunSession::setSetup(const ExperimentSpec& edited) {
    ExperimentSpec spec = edited;
    spec.lanes = spec_.lanes;
    if (spec == spec_)
        return;
    spec_ = spec;
    const RateBasis before = suited_;
    if (!isUnderWay())
        suitLanes();
    if (suited_ == before)
        Q_EMIT specChanged();
}

void RunSession::suitLanes() {
    const RateBasis before = suited_;
    suited_ = rateBasis(spec_);
    if (suited_ == before)
        return;
    const QString sentence = suitRates(spec_, before);
    Q_EMIT specChanged();
    if (!sentence.isEmpty())
        Q_EMIT ratesSuited(sentence);
}

bool RunSession::hasPendingSetup() const {
    if (!isUnderWay())
        return false;
    ExperimentSpec running = recording_.spec;
    running.lanes = spec_.lanes;
    return !(running == spec_) || withoutRecipes(recording_.spec.lanes) != withoutRecipes(spec_.lanes);
}

bool RunSession::lanesAgree() const {
    const auto& running = recording_.spec.lanes;
    return std::equal(
        running.begin(), running.end(), spec_.lanes.begin(), spec_.lanes.end(),
        [](const LaneSpec& a, const LaneSpec& b) { return a.method == b.method && a.name == b.name; });
}

bool RunSession::isUnderWay() const {
    return state_ == RunState::loading || state_ == RunState::running || state_ == RunState::paused;
}

void RunSession::run() {
    if (state_ == RunState::paused) {
        runner_.resume();
        setState(RunState::running, {});
    } else if (!isUnderWay()) {
        begin(false);
    }
}

void RunSession::pause() {
    if (state_ != RunState::running)
        return;
    runner_.pause();
    setState(RunState::paused, {});
}

void RunSession::step() {
    if (!isUnderWay())
        begin(true);
    if (!isUnderWay())
        return;
    runner_.step();
    if (state_ == RunState::running)
        setState(RunState::paused, {});
}

void RunSession::restart() {
    begin(false);
}

void RunSession::stop() {
    if (isUnderWay())
        runner_.stop();
}

void RunSession::open(Recording recording, DetailStore details) {
    if (isUnderWay())
        return;
    setSpec(recording.spec);
    is_from_file_ = true;
    recording_ = std::move(recording);
    details_ = std::move(details);
    checkpoints_ = {};
    forked_.clear();
    step_ = recording_.records.empty() ? 0 : recording_.records.back().step;
    images_per_second_ = 0;
    eta_seconds_ = 0;
    Q_EMIT runStarted();
    Q_EMIT infoArrived();
    if (!recording_.records.empty())
        Q_EMIT recordsArrived(0);
    for (const Event& event : recording_.events)
        Q_EMIT eventArrived(event);
    Q_EMIT progressChanged();
    const bool whole = step_ > 0 && step_ == recording_.info.total_steps;
    setState(step_ == 0 ? RunState::idle : whole ? RunState::finished : RunState::stopped, {});
    Q_EMIT drained();
}

void RunSession::forget() {
    if (isUnderWay() || state_ == RunState::idle)
        return;
    recording_ = Recording{};
    recording_.spec = spec_;
    details_.clear();
    checkpoints_ = {};
    forked_.clear();
    step_ = 0;
    images_per_second_ = 0;
    eta_seconds_ = 0;
    Q_EMIT forgotten();
    setState(RunState::idle, {});
    Q_EMIT progressChanged();
}

void RunSession::throwSwitch(int lane, const Recipe& recipe) {
    // While another set of lanes waits for the next run, the switches belong to the running one.
    const bool running = isUnderWay();
    const auto& lanes = running ? recording_.spec.lanes : spec_.lanes;
    if (lane < 0 || lane >= static_cast<int>(lanes.size()))
        return;
    if (running)
        runner_.set_recipe({lane, recipe});
    if (running && !lanesAgree())
        return;
    spec_.lanes[static_cast<std::size_t>(lane)].recipe = recipe;
    Q_EMIT recipeChanged(lane);
}

void RunSession::fork(const ForkLane& wish) {
    if (isUnderWay())
        runner_.fork(wish);
}

void RunSession::setDetails(bool wanted) {
    details_on_ = wanted;
    runner_.set_details(wanted);
}

void RunSession::addForkedLanes(const std::vector<LaneSpec>& lanes) {
    const bool agreed = lanesAgree();
    for (const LaneSpec& lane : lanes) {
        recording_.spec.lanes.push_back(lane);
        if (agreed)
            spec_.lanes.push_back(lane);
        forked_.push_back(lane.name);
    }
    Q_EMIT lanesForked();
}

void RunSession::dropForkedLanes() {
    const auto gone = std::erase_if(spec_.lanes, [&](const LaneSpec& lane) {
        return std::find(forked_.begin(), forked_.end(), lane.name) != forked_.end();
    });
    forked_.clear();
    if (gone > 0)
        Q_EMIT specChanged();
}

void RunSession::runAgain() {
    if (!canRunAgain())
        return;
    try {
        const Replay again = replay_of(recording_);
        forked_.clear(); // the experiment has none of their lanes any more
        ExperimentSpec spec = again.spec;
        spec.threads = recording_.spec.threads;
        Recording recorded = recording_;
        setSpec(spec);
        begin(false, &again);
        if (isUnderWay())
            recorded_ = std::move(recorded);
    } catch (const std::exception& error) {
        Q_EMIT errorRaised(QString::fromUtf8(error.what()));
    }
}

/// A switch of the schedule is thrown: the experiment's lanes follow, as they do where a person throws one.
void RunSession::followSwitch(const Event& event) {
    const auto* thrown = event.as<SwitchThrown>();
    if (!thrown || !recorded_ || !lanesAgree() || event.lane >= static_cast<int>(spec_.lanes.size()))
        return;
    spec_.lanes[static_cast<std::size_t>(event.lane)].recipe = thrown->after;
    Q_EMIT recipeChanged(event.lane);
}

void RunSession::compareWithRecorded() {
    const std::optional<Recording> recorded = std::exchange(recorded_, std::nullopt);
    if (recorded && state_ != RunState::failed)
        Q_EMIT ranAgain(compare_runs(*recorded, recording_, state_ == RunState::stopped));
}

void RunSession::begin(bool paused, const Replay* again) {
    recorded_.reset();
    dropForkedLanes(); // they belong to the run that ends here
    QString rates;
    if (!(suited_ == rateBasis(spec_))) {
        rates = suitRates(spec_, suited_);
        suited_ = rateBasis(spec_);
    }
    try {
        validate(spec_);
        run_ = again ? runner_.start(again->spec, paused, again->schedule) : runner_.start(spec_, paused);
    } catch (const std::exception& error) {
        Q_EMIT errorRaised(QString::fromUtf8(error.what()));
        return;
    }
    is_from_file_ = false;
    recording_ = Recording{};
    recording_.spec = spec_;
    details_.clear();
    checkpoints_ = {};
    step_ = 0;
    images_per_second_ = 0;
    eta_seconds_ = 0;
    timer_.start();
    Q_EMIT runStarted();
    if (!rates.isEmpty())
        Q_EMIT ratesSuited(rates);
    setState(RunState::loading, {});
    Q_EMIT progressChanged();
}

void RunSession::drain() {
    Update update = runner_.drain();
    if (update.run != run_)
        return;
    Q_EMIT drainStarted();
    if (update.info_changed) {
        recording_.info = update.info;
        Q_EMIT infoArrived();
    }
    if (!update.added_lanes.empty())
        addForkedLanes(update.added_lanes);
    for (const BatchDetailPtr& detail : update.details)
        details_.add(detail);
    checkpoints_ = update.checkpoints;
    if (!update.notice.empty())
        Q_EMIT errorRaised(QString::fromStdString(update.notice));
    if (!update.records.empty()) {
        const auto first = static_cast<int>(recording_.records.size());
        recording_.records.insert(recording_.records.end(), update.records.begin(), update.records.end());
        step_ = std::max(step_, recording_.records.back().step);
        Q_EMIT recordsArrived(first);
    }
    for (const Event& event : update.events) {
        recording_.events.push_back(event);
        followSwitch(event);
        Q_EMIT eventArrived(event);
    }
    if (update.has_preview)
        Q_EMIT previewArrived(update.preview);
    images_per_second_ = update.images_per_second;
    eta_seconds_ = update.eta_seconds;
    Q_EMIT progressChanged();
    // What the runner says may be older than the last press of Pause or Run, which decides between the two.
    const auto going = [](RunState state) { return state == RunState::running || state == RunState::paused; };
    if (update.state != state_ && update.state != RunState::idle && !(going(state_) && going(update.state)))
        setState(update.state, QString::fromStdString(update.message));
    if (isTerminal(state_)) {
        timer_.stop();
        compareWithRecorded();
    }
    Q_EMIT drained();
}

void RunSession::setState(RunState state, const QString& message) {
    state_ = state;
    Q_EMIT stateChanged(state, message);
}

} // namespace lab
