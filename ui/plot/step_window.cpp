#include "ui/plot/step_window.h"

#include <algorithm>

namespace lab {

void StepWindow::setTotal(int steps) {
    total_ = std::max(steps, 1);
    if (!all_)
        put(first_, last_);
}

bool StepWindow::setNewest(int step) {
    newest_ = step;
    if (!follows_)
        return false;
    const double width = last_ - first_;
    const double before = last_;
    put(newest_ - width, newest_);
    return last_ != before;
}

void StepWindow::showAll() {
    all_ = true;
    follows_ = false;
}

void StepWindow::follow(int steps) {
    put(newest_ - steps, newest_);
    follows_ = !all_;
}

void StepWindow::show(double from, double to) {
    follows_ = false;
    put(std::min(from, to), std::max(from, to));
}

void StepWindow::zoom(double factor, double at) {
    const double from = at - (at - first()) * factor, to = at + (last() - at) * factor;
    put(from, to);
    follows_ = follows_ && !all_;
}

void StepWindow::pan(double steps) {
    if (all_)
        return;
    follows_ = false;
    put(first_ + steps, last_ + steps);
}

/// Within the run, no narrower than can be read; a part as wide as the run is the whole run.
void StepWindow::put(double from, double to) {
    const double width = std::clamp(to - from, std::min(narrowest, total_), total_);
    const double middle = (from + to) / 2;
    if (to - from < width)
        from = middle - width / 2;
    from = std::clamp(from, 0.0, total_ - width);
    first_ = from;
    last_ = from + width;
    all_ = width >= total_;
}

} // namespace lab
