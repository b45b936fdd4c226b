#pragma once

#include "core/toy/toy_experiment.h"
#include "ui/view/canvas.h"

namespace lab {

/// Two small charts over the steps of the toy world: accuracy on balanced data, and the length of the
/// features.
class ToyCurves : public Canvas {
    Q_OBJECT
  public:
    enum Chart { accuracy, length };
    static constexpr int charts = 2;

    /// @param experiment lives longer than the curves
    explicit ToyCurves(const ToyExperiment& experiment, QWidget* parent = nullptr);
    void refresh();
    /// The value of a lane's curve after a step, as it is drawn: per cent, or a length.
    double valueAt(Chart chart, ToyLane lane, int step) const;
    /// Where the lines are.
    QRectF plotBox(Chart chart) const;
    QPointF placeOf(Chart chart, int step, double value) const;
    QString hoverText(QPoint position) const override;
    QSize sizeHint() const override;

  protected:
    void draw(QPainter& painter) override;

  private:
    double highest(Chart chart) const;
    void drawChart(QPainter& painter, Chart chart) const;

    const ToyExperiment& experiment_;
};

} // namespace lab
