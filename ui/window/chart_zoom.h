#pragma once

#include "ui/plot/step_window.h"

#include <QList>
#include <QObject>

namespace lab {

class ChartGrid;

/// One zoom for all charts over steps, whichever of them the wheel was turned on.
class ChartZoom : public QObject {
    Q_OBJECT
  public:
    static constexpr int followed_steps = 100;

    ChartZoom(const QList<ChartGrid*>& grids, QObject* parent);
    const StepWindow& window() const { return window_; }

    /// A run with this many steps; all of them are shown.
    void begin(int total_steps);
    /// The run has come so far.
    void setNewest(int step);
    void zoomIn();
    void zoomOut();
    void showAll();
    /// The latest steps while the run goes on; off: the whole run.
    void setFollowing(bool on);

  Q_SIGNALS:
    /// The charts follow the run, or do not any more.
    void followingChanged(bool on);

  private:
    void zoom(double factor);
    void apply();

    QList<ChartGrid*> grids_;
    StepWindow window_;
    int newest_ = 0;
    bool told_following_ = false;
};

} // namespace lab
