#include "ui/window/chart_zoom.h"

#include "ui/plot/chart_grid.h"

#include <utility>

namespace lab {

namespace {
constexpr double key_factor = 0.5;
}

ChartZoom::ChartZoom(const QList<ChartGrid*>& grids, QObject* parent) : QObject(parent), grids_(grids) {
    for (ChartGrid* grid : std::as_const(grids_)) {
        connect(grid, &ChartGrid::zoomWanted, this, [this](double factor, double step) {
            window_.zoom(factor, step);
            apply();
        });
        connect(grid, &ChartGrid::panWanted, this, [this](double steps) {
            window_.pan(steps);
            apply();
        });
        connect(grid, &ChartGrid::rangeWanted, this, [this](double first, double last) {
            window_.show(first, last);
            apply();
        });
        connect(grid, &ChartGrid::allWanted, this, &ChartZoom::showAll);
    }
}

void ChartZoom::begin(int total_steps) {
    const bool followed = window_.follows();
    newest_ = 0;
    window_ = StepWindow();
    window_.setTotal(total_steps);
    if (followed)
        window_.follow(followed_steps);
    apply();
}

void ChartZoom::setNewest(int step) {
    newest_ = step;
    if (window_.setNewest(step))
        apply();
}

void ChartZoom::zoom(double factor) {
    // With keys: around the newest step where it is in sight, else around the middle.
    const double middle = (window_.first() + window_.last()) / 2;
    window_.zoom(factor, newest_ >= window_.first() && newest_ <= window_.last() ? newest_ : middle);
    apply();
}

void ChartZoom::zoomIn() {
    zoom(key_factor);
}

void ChartZoom::zoomOut() {
    zoom(1 / key_factor);
}

void ChartZoom::showAll() {
    window_.showAll();
    apply();
}

void ChartZoom::setFollowing(bool on) {
    if (on == window_.follows())
        return;
    if (on)
        window_.follow(followed_steps);
    else
        window_.showAll();
    apply();
    if (window_.follows() != on) // a run of fewer steps is shown whole
        Q_EMIT followingChanged(window_.follows());
}

void ChartZoom::apply() {
    for (ChartGrid* grid : std::as_const(grids_)) {
        grid->setStepRange(window_.first(), window_.last());
        if (grid->isVisible())
            grid->refresh();
    }
    if (window_.follows() != told_following_) {
        told_following_ = window_.follows();
        Q_EMIT followingChanged(told_following_);
    }
}

} // namespace lab
