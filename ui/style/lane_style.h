#pragma once

#include "core/catalogue/lane_look.h"

#include <QColor>
#include <QPointF>
#include <QString>

#include <vector>

class QPainter;
class QRectF;

namespace lab {

/// How a lane looks, everywhere in the window: colour (Okabe and Ito's palette), dash and marker, so that
/// lanes can be told apart without colour as well.
struct LaneStyle {
    QString name;
    QColor color;
    Qt::PenStyle dash = Qt::SolidLine;
    MarkerShape marker = MarkerShape::circle;
    bool operator==(const LaneStyle&) const = default;
};

/// One style per lane: its look (lane_looks()) in the theme's shade; the second lane of one name is called
/// "ZeroSiam 2".
std::vector<LaneStyle> laneStyles(const std::vector<LaneSpec>& lanes);

/// The lane's name for people: its own, else its method's title.
QString laneTitle(const LaneSpec& lane);

void drawMarker(QPainter& painter, const LaneStyle& style, QPointF center, double radius);
/// A short piece of the lane's line with its marker, for legends and cards.
void drawSwatch(QPainter& painter, const LaneStyle& style, const QRectF& box);

} // namespace lab
