#include "ui/plot/decimate.h"

#include <algorithm>
#include <cmath>

namespace lab {

QList<QPointF> decimate(const QList<QPointF>& points, int columns) {
    const auto isFinite = [](const QPointF& point) {
        return std::isfinite(point.x()) && std::isfinite(point.y());
    };
    QList<QPointF> finite = points; // shares the points unless some have to go
    if (!std::all_of(points.begin(), points.end(), isFinite))
        finite.removeIf([&](const QPointF& point) { return !isFinite(point); });
    columns = std::max(columns, 4);
    if (finite.size() <= columns)
        return finite;

    // The first and the last point take two places, every bucket two more.
    const int buckets = (columns - 2) / 2;
    const qsizetype last = finite.size() - 1;
    const double left = finite.constFirst().x();
    const double width = finite.constLast().x() - left;
    const double scale = width > 0 ? buckets / width : 0;
    const auto bucketOf = [&](const QPointF& point) {
        return std::min(static_cast<int>((point.x() - left) * scale), buckets - 1);
    };
    const QPointF* const at = finite.constData();
    QList<QPointF> kept;
    kept.reserve(columns);
    kept.append(at[0]);
    for (qsizetype i = 1; i < last;) {
        const int bucket = bucketOf(at[i]);
        qsizetype lowest = i;
        qsizetype highest = i;
        for (; i < last && bucketOf(at[i]) == bucket; ++i) {
            if (at[i].y() < at[lowest].y())
                lowest = i;
            if (at[i].y() > at[highest].y())
                highest = i;
        }
        kept.append(at[std::min(lowest, highest)]);
        if (lowest != highest)
            kept.append(at[std::max(lowest, highest)]);
    }
    kept.append(at[last]);
    return kept;
}

} // namespace lab
