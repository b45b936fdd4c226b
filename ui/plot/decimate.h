#pragma once

#include <QList>
#include <QPointF>

namespace lab {

/// At most `columns` points (never less than 4) that look like all of them at that width: the smallest and
/// the largest value of every two pixel columns, in the order of arrival. The first and the last point stay.
/// Points that are not finite are left out, for QXYSeries accepts them and then draws nonsense.
/// @param points in rising order of x
QList<QPointF> decimate(const QList<QPointF>& points, int columns);

} // namespace lab
