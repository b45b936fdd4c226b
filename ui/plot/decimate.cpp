#include "ui/plot/decimate.h"

#include <algorithm>
#include <cmath>

namespace lab {

QList<QPointF> decimate(const QList<QPointF>& points, int columns) {
    QList<QPointF> finite;
    finite.reserve(points.size());
    for (const QPointF& point : points)
        if (std::isfinite(point.x()) && std::isfinite(point.y()))
            finite.append(point);
    columns = std::max(columns, 4);
    if (finite.size() <= columns)
        return finite;

    // The first and the last point take two places, every bucket two more.
    const int buckets = (columns - 2) / 2;
    const qsizetype last = finite.size() - 1;
    const double left = finite.first().x();
    const double width = finite.last().x() - left;
    const auto bucketOf = [&](const QPointF& point) {
        if (width <= 0)
            return 0;
        return std::min(static_cast<int>((point.x() - left) / width * buckets), buckets - 1);
    };
    QList<QPointF> kept;
    kept.reserve(columns);
    kept.append(finite.first());
    for (qsizetype i = 1; i < last;) {
        const int bucket = bucketOf(finite[i]);
        qsizetype lowest = i;
        qsizetype highest = i;
        for (; i < last && bucketOf(finite[i]) == bucket; ++i) {
            if (finite[i].y() < finite[lowest].y())
                lowest = i;
            if (finite[i].y() > finite[highest].y())
                highest = i;
        }
        kept.append(finite[std::min(lowest, highest)]);
        if (lowest != highest)
            kept.append(finite[std::max(lowest, highest)]);
    }
    kept.append(finite.last());
    return kept;
}

} // namespace lab
