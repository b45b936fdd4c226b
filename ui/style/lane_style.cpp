#include "ui/style/lane_style.h"

#include "core/catalogue/catalog.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPolygonF>

namespace lab {

namespace {

Qt::PenStyle penStyleOf(LineDash dash) {
    switch (dash) {
    case LineDash::solid:
        break;
    case LineDash::dashes:
        return Qt::DashLine;
    case LineDash::dots:
        return Qt::DotLine;
    case LineDash::dash_dot:
        return Qt::DashDotLine;
    case LineDash::dash_dot_dot:
        return Qt::DashDotDotLine;
    }
    return Qt::SolidLine;
}

} // namespace

QString laneTitle(const LaneSpec& lane) {
    if (!lane.name.empty())
        return QString::fromStdString(lane.name);
    for (const Choice& choice : method_choices())
        if (choice.id == lane.method)
            return QString::fromStdString(choice.title);
    return QString::fromStdString(lane.method);
}

std::vector<LaneStyle> laneStyles(const std::vector<LaneSpec>& lanes) {
    const std::vector<LaneLook> looks = lane_looks(lanes);
    std::vector<LaneStyle> styles(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        styles[i].color = theme::lane(looks[i].colour);
        styles[i].dash = penStyleOf(looks[i].dash);
        styles[i].marker = looks[i].marker;
        const QString title = laneTitle(lanes[i]);
        int earlier = 0;
        for (std::size_t j = 0; j < i; ++j)
            earlier += laneTitle(lanes[j]) == title ? 1 : 0;
        styles[i].name = earlier == 0 ? title : QStringLiteral("%1 %2").arg(title).arg(earlier + 1);
    }
    return styles;
}

void drawMarker(QPainter& painter, const LaneStyle& style, QPointF center, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::card(), 1));
    painter.setBrush(style.color);
    const double r = radius;
    switch (style.marker) {
    case MarkerShape::circle:
        painter.drawEllipse(center, r, r);
        break;
    case MarkerShape::square:
        painter.drawRect(QRectF(center.x() - r, center.y() - r, 2 * r, 2 * r));
        break;
    case MarkerShape::triangle:
        painter.drawPolygon(QPolygonF{
            {center + QPointF(0, -1.2 * r), center + QPointF(1.2 * r, r), center + QPointF(-1.2 * r, r)}});
        break;
    case MarkerShape::diamond:
        painter.drawPolygon(QPolygonF{{center + QPointF(0, -1.3 * r), center + QPointF(1.3 * r, 0),
                                       center + QPointF(0, 1.3 * r), center + QPointF(-1.3 * r, 0)}});
        break;
    case MarkerShape::cross:
        painter.setPen(QPen(style.color, 1.6));
        painter.drawLine(center + QPointF(-r, -r), center + QPointF(r, r));
        painter.drawLine(center + QPointF(-r, r), center + QPointF(r, -r));
        break;
    case MarkerShape::ring:
        painter.setPen(QPen(style.color, 1.6));
        painter.setBrush(theme::card());
        painter.drawEllipse(center, r, r);
        break;
    }
    painter.restore();
}

void drawSwatch(QPainter& painter, const LaneStyle& style, const QRectF& box) {
    painter.save();
    painter.setPen(QPen(style.color, 2, style.dash, Qt::FlatCap));
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    painter.restore();
    drawMarker(painter, style, box.center(), 3.5);
}

} // namespace lab
