#pragma once

#include "core/engine/late_runner.h"
#include "core/record/detail_store.h"
#include "core/record/recording.h"
#include "core/record/replay.h"
#include "core/spec/spec.h"
#include "ui/session/lane_rates.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace lab {

/// The bridge between the window and the runner's thread. It lives in the window's thread, asks the runner
/// ten times a second what is new, keeps the recording and tells the widgets.
///
///     window's thread                                        runner's thread
///     panels ── setSpec, run, throwSwitch ──▶ RunSession ── commands ──▶ Runner
///     charts ◀── recordsArrived, eventArrived ── RunSession ◀── drain() ── queue
///
/// No member waits for a step. Signals are emitted in the window's thread only.
class RunSession : public QObject {
    Q_OBJECT
  public:
    explicit RunSession(QObject* parent = nullptr);

    /// The experiment as it is set up: it decides the next run.
    const ExperimentSpec& spec() const { return spec_; }
    void setSpec(const ExperimentSpec& spec);
    /// Replaces everything but the lanes. Lanes whose rates are the defaults get those for the new model and
    /// batch size: at once, or when the next run begins.
    void setSetup(const ExperimentSpec& edited);
    /// True while a run is under way and the set-up (lanes' recipes apart) differs from the running one.
    bool hasPendingSetup() const;

    const Recording& recording() const { return recording_; }
    RunState state() const { return state_; }
    /// The recording was opened, not run here.
    bool isFromFile() const { return is_from_file_; }
    /// A run exists that has neither ended nor failed.
    bool isUnderWay() const;
    /// The specification's lanes are those of the recording, their recipes apart.
    bool lanesAgree() const;
    /// Number of the latest batch that every lane has finished; 0 before the first.
    int currentStep() const { return step_; }
    double imagesPerSecond() const { return images_per_second_; }
    double etaSeconds() const { return eta_seconds_; }

    /// Begins a run, or goes on with a paused one.
    void run();
    void pause();
    /// Does one batch; begins a paused run if there is none.
    void step();
    /// Begins the experiment anew with the same seed.
    void restart();
    void stop();
    /// The run that is shown is over, and switches were thrown or lanes forked in it.
    bool canRunAgain() const { return !isUnderWay() && holds_switches(recording_); }
    /// Begins that run anew as it began, with its switches and forks at their steps; ranAgain() tells at its
    /// end whether the records are the same. The experiment becomes that of the recording.
    void runAgain();
    /// Shows a recording from a file as if its run had just ended; its specification becomes the experiment.
    /// Does nothing while a run is under way.
    /// @param details of its steps, where the file has some
    void open(Recording recording, DetailStore details = DetailStore());
    /// Shows nothing again, as before the first run. Does nothing while a run is under way.
    void forget();
    /// Changes a lane's recipe: between two steps if a run is under way, else for the next run.
    void throwSwitch(int lane, const Recipe& recipe);
    /// Asks for a lane that goes on from another's state; lanesForked() tells when it is there. Forked lanes
    /// belong to their run: the next one begins without them.
    void fork(const ForkLane& wish);

    /// Details of the recording's steps, as far as they were wanted and there was room.
    const DetailStore& details() const { return details_; }
    /// From the next step on, of this run and those that follow.
    void setDetails(bool wanted);
    bool detailsOn() const { return details_on_; }
    /// The states that forks start from.
    const CheckpointUse& checkpoints() const { return checkpoints_; }

    /// Milliseconds between two drains of the runner.
    static constexpr int drain_interval_ms = 100;

  Q_SIGNALS:
    /// Lanes or set-up were replaced; widgets read spec() again.
    void specChanged();
    /// A switch was thrown; the lane's recipe in spec() is new.
    void recipeChanged(int lane);
    /// Default rates were suited to another model or batch size; a sentence that names the lanes.
    void ratesSuited(const QString& sentence);
    /// The recording was put away: nothing is shown until the next run.
    void forgotten();
    /// A new, empty recording has begun.
    void runStarted();
    /// recording().info is filled in.
    void infoArrived();
    /// A drain begins that brings something new.
    void drainStarted();
    /// @param first index of the first new record in recording().records
    void recordsArrived(int first);
    void eventArrived(const lab::Event& event);
    void previewArrived(const lab::BatchPreview& preview);
    void progressChanged();
    /// @param message a sentence of the runner; may be empty
    void stateChanged(lab::RunState state, const QString& message);
    /// Lanes were added at the end of recording().spec.lanes.
    void lanesForked();
    /// Everything of this drain has been told; charts may repaint.
    void drained();
    /// A run that was begun by runAgain() is over.
    void ranAgain(const lab::RunComparison& comparison);
    /// Something could not be done; a sentence a user can act on.
    void errorRaised(const QString& sentence);

  private:
    void begin(bool paused, const Replay* again = nullptr);
    void followSwitch(const Event& event);
    void compareWithRecorded();
    void suitLanes();
    void addForkedLanes(const std::vector<LaneSpec>& lanes);
    void dropForkedLanes();
    void drain();
    void setState(RunState state, const QString& message);

    LateRunner runner_;
    QTimer timer_;
    ExperimentSpec spec_;
    RateBasis suited_; ///< what the default rates of the specification's lanes are meant for
    Recording recording_;
    RunState state_ = RunState::idle;
    bool is_from_file_ = false;
    std::uint64_t run_ = 0;
    int step_ = 0;
    double images_per_second_ = 0;
    double eta_seconds_ = 0;
    DetailStore details_;
    bool details_on_ = false;
    CheckpointUse checkpoints_;
    std::optional<Recording> recorded_; ///< that the present run does again
    std::vector<std::string> forked_;   ///< names of the lanes that were forked since the run began
};

} // namespace lab
