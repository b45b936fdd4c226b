#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <set>

namespace lab {

/// The one step that all charts and views show. Live: the newest, which it follows while the run goes on.
/// Otherwise it stays where it was put, or plays forward at a chosen speed.
class StepCursor : public QObject {
    Q_OBJECT
  public:
    /// Steps per second at speed 1.
    static constexpr double base_speed = 4;

    explicit StepCursor(QObject* parent = nullptr);

    /// 0 before the first step of a run.
    int step() const { return step_; }
    int last() const { return last_; }
    bool isLive() const { return live_; }
    bool isPlaying() const { return timer_.isActive(); }
    double speed() const { return speed_; }
    const std::set<int>& events() const { return events_; }

    /// A new run: no steps, no events, live.
    void clear();
    /// The run has come so far.
    void setLast(int step);
    /// Steps between which jumpToEvent() goes.
    void addEvent(int step);

    /// Shows this step (between 1 and the newest) and stays there.
    void setStep(int step);
    void stepBy(int steps) { setStep(step_ + steps); }
    /// To the next event (direction > 0) or the one before; to the end or the beginning where there is none.
    void jumpToEvent(int direction);
    void toFirst() { setStep(1); }
    void toLast() { setStep(last_); }
    void goLive();

    /// Plays from here, from the beginning where the newest step is shown; live again at the end.
    void play();
    void stopPlaying();
    /// 1 means base_speed steps a second.
    void setSpeed(double speed);

  Q_SIGNALS:
    void moved();
    void rangeChanged();
    void playingChanged(bool playing);

  private:
    void tick();
    void put(int step, bool live);

    int step_ = 0;
    int last_ = 0;
    bool live_ = true;
    double speed_ = 1;
    std::set<int> events_;
    QTimer timer_;
    QElapsedTimer clock_;
    double owed_ = 0; ///< steps that playing has not yet shown
};

} // namespace lab
