#pragma once

#include "core/toy/toy_experiment.h"

#include <QImage>
#include <QLineF>
#include <QRectF>

class QPainter;

namespace lab {

/// The plane of one world in a box: regions coloured by the predicted class, stronger where the prediction is
/// surer; some of the balanced data, faint; the points of the next batch with arrows of the losses' pull on
/// their features.
class ToyPlane {
  public:
    ToyPlane(const ToyExperiment& experiment, ToyLane lane, const QRectF& box)
        : experiment_(experiment), lane_(lane), box_(box) {}

    ToyLane lane() const { return lane_; }
    const QRectF& box() const { return box_; }
    QPointF placeOf(const ToyVector& x) const;
    ToyVector pointAt(QPointF place) const;
    /// The point of the next batch that is at hand there; −1 for none.
    int nearest(QPointF place) const;
    /// The arrow of a point of the next batch: where Tent's loss pulls it, or ZeroSiam's.
    QLineF arrow(int point, bool of_tent) const;
    /// The colours, a cell of a few pixels each.
    QImage regions() const;
    /// Without its name. @param selected point with a ring; −1 for none
    void draw(QPainter& painter, int selected) const;

  private:
    double unit() const;
    void drawNames(QPainter& painter) const;
    void drawBalanced(QPainter& painter) const;
    void drawBatch(QPainter& painter, int selected) const;

    const ToyExperiment& experiment_;
    ToyLane lane_;
    QRectF box_;
};

/// As they stand in the planes and in their legend.
void drawToyArrow(QPainter& painter, const QLineF& line, const QColor& color);

} // namespace lab
