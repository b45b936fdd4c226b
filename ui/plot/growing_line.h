#pragma once

#include <QList>
#include <QPointF>

namespace lab {

/// A line that grows at its end, and few points that look like all of them. The x axis is cut into buckets of
/// one width from 0 on, and of every bucket the smallest and the largest value are shown, besides the first
/// and the last point. A new point costs the same however long the line is.
class GrowingLine {
  public:
    /// @param width of a bucket, in units of x. Another width than before goes through all points once.
    void setBucketWidth(double width);
    /// @param point finite, with an x no smaller than the last one's
    void append(QPointF point);
    void clear();

    const QList<QPointF>& points() const { return points_; }
    /// In the order of arrival.
    QList<QPointF> shown() const;

  private:
    void take(qsizetype index);
    /// What the bucket at the end shows.
    void appendOpen(QList<QPointF>& to) const;

    QList<QPointF> points_;
    QList<QPointF> closed_; ///< of all buckets but the one at the end
    double width_ = 1;
    qint64 bucket_ = 0; ///< at the end
    qsizetype lowest_ = -1;
    qsizetype highest_ = -1;
};

} // namespace lab
