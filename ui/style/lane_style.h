#pragma once

#include "core/spec/spec.h"

#include <QColor>
#include <QPointF>
#include <QString>

#include <vector>

class QPainter;
class QRectF;

namespace lab {

enum class MarkerShape { circle, square, triangle, diamond, cross, ring };

/// How a lane looks, everywhere in the window: colour (Okabe and Ito's palette), dash and marker, so that
/// lanes can be told apart without colour as well.
struct LaneStyle {
    QString name;
    QColor color;
    Qt::PenStyle dash = Qt::SolidLine;
    MarkerShape marker = MarkerShape::circle;
    bool operator==(const LaneStyle&) const = default;
};

/// One style per lane: ZeroSiam blue, Tent vermilion, no adaptation grey and dashed, the others in the order
/// of the palette. No two lanes share a colour; the second lane of one name is
/// called "ZeroSiam 2".
std::vector<LaneStyle> laneStyles(const std::vector<LaneSpec>& lanes);

/// The lane's name for people: its own, else its method's title.
QString laneTitle(const LaneSpec& lane);

void drawMarker(QPainter& painter, const LaneStyle& style, QPointF center, double radius);
/// A short piece of the lane's line with its marker, for legends and cards.
void drawSwatch(QPainter& painter, const LaneStyle& style, const QRectF& box);

} // namespace lab
