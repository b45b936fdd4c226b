#include "ui/session/step_cursor.h"

#include <algorithm>

namespace lab {

namespace {
constexpr int tick_ms = 40;
} // namespace

StepCursor::StepCursor(QObject* parent) : QObject(parent) {
    timer_.setInterval(tick_ms);
    connect(&timer_, &QTimer::timeout, this, &StepCursor::tick);
}

void StepCursor::clear() {
    stopPlaying();
    events_.clear();
    last_ = 0;
    put(0, true);
    Q_EMIT rangeChanged();
}

void StepCursor::setLast(int step) {
    if (step == last_)
        return;
    last_ = step;
    if (live_)
        put(step, true);
    Q_EMIT rangeChanged();
}

void StepCursor::addEvent(int step) {
    events_.insert(step);
    Q_EMIT rangeChanged();
}

void StepCursor::setStep(int step) {
    if (last_ == 0)
        return;
    stopPlaying();
    put(std::clamp(step, 1, last_), false);
}

void StepCursor::jumpToEvent(int direction) {
    if (direction > 0) {
        const auto next = events_.upper_bound(step_);
        setStep(next == events_.end() ? last_ : *next);
    } else {
        const auto at = events_.lower_bound(step_);
        setStep(at == events_.begin() ? 1 : *std::prev(at));
    }
}

void StepCursor::goLive() {
    stopPlaying();
    put(last_, true);
}

void StepCursor::play() {
    if (last_ == 0 || isPlaying())
        return;
    put(step_ >= last_ ? 1 : step_, false);
    owed_ = 0;
    clock_.start();
    timer_.start();
    Q_EMIT playingChanged(true);
}

void StepCursor::stopPlaying() {
    if (!isPlaying())
        return;
    timer_.stop();
    Q_EMIT playingChanged(false);
}

void StepCursor::setSpeed(double speed) {
    speed_ = std::max(speed, 0.01);
}

void StepCursor::tick() {
    owed_ += static_cast<double>(clock_.restart()) / 1000 * base_speed * speed_;
    const int steps = static_cast<int>(owed_);
    if (steps == 0)
        return;
    owed_ -= steps;
    if (step_ + steps >= last_)
        goLive();
    else
        put(step_ + steps, false);
}

void StepCursor::put(int step, bool live) {
    if (step == step_ && live == live_)
        return;
    step_ = step;
    live_ = live;
    Q_EMIT moved();
}

} // namespace lab
