#include "ui/plot/growing_line.h"

#include <algorithm>
#include <cmath>

namespace lab {

void GrowingLine::setBucketWidth(double width) {
    if (width == width_)
        return;
    width_ = width;
    closed_.clear();
    lowest_ = highest_ = -1;
    for (qsizetype i = 0; i < points_.size(); ++i)
        take(i);
}

void GrowingLine::append(QPointF point) {
    points_.append(point);
    take(points_.size() - 1);
}

void GrowingLine::clear() {
    points_.clear();
    closed_.clear();
    lowest_ = highest_ = -1;
}

void GrowingLine::take(qsizetype index) {
    const QPointF& point = points_.at(index);
    const auto bucket = static_cast<qint64>(std::floor(point.x() / width_));
    if (lowest_ < 0 || bucket != bucket_) {
        appendOpen(closed_);
        bucket_ = bucket;
        lowest_ = highest_ = index;
        return;
    }
    if (point.y() < points_.at(lowest_).y())
        lowest_ = index;
    if (point.y() > points_.at(highest_).y())
        highest_ = index;
}

void GrowingLine::appendOpen(QList<QPointF>& to) const {
    if (lowest_ < 0)
        return;
    to.append(points_.at(std::min(lowest_, highest_)));
    if (lowest_ != highest_)
        to.append(points_.at(std::max(lowest_, highest_)));
}

QList<QPointF> GrowingLine::shown() const {
    if (points_.isEmpty())
        return {};
    QList<QPointF> all;
    all.reserve(closed_.size() + 4);
    all.append(points_.first());
    const qsizetype first = !closed_.isEmpty() && closed_.first() == points_.first() ? 1 : 0;
    all.append(closed_.mid(first));
    appendOpen(all);
    // The open bucket may be the first one and begin with the first point.
    if (all.size() > 1 && all[1] == all[0])
        all.removeAt(1);
    if (all.last() != points_.last())
        all.append(points_.last());
    return all;
}

} // namespace lab
