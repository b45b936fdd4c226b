#include "ui/plot/time_chart.h"
#include "ui/style/theme.h"

#include <QChart>
#include <QPainter>
#include <QPolygonF>
#include <QValueAxis>

#include <algorithm>

namespace lab {

namespace {

QPen penOf(MarkKind kind, const QColor& color) {
    switch (kind) {
    case MarkKind::thrown:
        return {color, 1, Qt::DashLine};
    case MarkKind::segment:
        return {theme::mark(), 1, Qt::SolidLine};
    case MarkKind::collapsed:
        return {color, 1, Qt::SolidLine};
    case MarkKind::reset:
    case MarkKind::stopped:
        break;
    }
    return {color, 1, Qt::DotLine};
}

} // namespace

void TimeChart::drawForeground(QPainter* painter, const QRectF&) {
    const QRectF plot = chart()->plotArea();
    painter->setFont(x_axis_->labelsFont());
    painter->setPen(theme::quiet());
    // Left of the axis' first number, which stands under its end.
    const double to = plot.left() - painter->fontMetrics().horizontalAdvance(QLatin1Char('0')) / 2.0 - 2;
    painter->drawText(QRectF(0, plot.bottom() + 4, to, 18), Qt::AlignRight | Qt::AlignTop, tr("step"));
    const bool empty = std::all_of(lanes_.begin(), lanes_.end(),
                                   [](const LaneLine& lane) { return lane.line.points().isEmpty(); });
    if (empty) {
        painter->setFont(font());
        painter->drawText(plot.adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap, empty_text_);
    }
    // A part of the run shows nothing of what lies beyond it.
    painter->setClipRect(plot.adjusted(-6, -8, 6, 6));
    if (drag_ == Drag::box) {
        QColor box = theme::quiet();
        box.setAlpha(48);
        painter->fillRect(
            QRectF(QPointF(drag_from_.x(), plot.top()), QPointF(drag_to_.x(), plot.bottom())).normalized(),
            box);
    }
    if (hover_step_ >= 0) {
        painter->setPen(QPen(theme::border(), 1));
        painter->drawLine(QPointF(xOf(hover_step_), plot.top()), QPointF(xOf(hover_step_), plot.bottom()));
    }
    if (marks_visible_)
        drawMarks(*painter, plot);
    drawMarkers(*painter, plot);
    if (cursor_step_ > 0)
        drawCursor(*painter, plot);
    painter->setClipping(false);
}

void TimeChart::drawCursor(QPainter& painter, const QRectF& plot) const {
    const double x = xOf(cursor_step_);
    painter.setPen(QPen(theme::text(), 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (const LaneLine& lane : lanes_)
        if (const QPointF* point = pointAt(lane, cursor_step_))
            drawMarker(painter, lane.style, {x, yOf(point->y())}, 4);
}

void TimeChart::drawMarks(QPainter& painter, const QRectF& plot) const {
    for (const ChartMark& mark : marks_) {
        const bool of_lane = mark.lane >= 0 && mark.lane < static_cast<int>(lanes_.size());
        const QColor color =
            of_lane ? lanes_[static_cast<std::size_t>(mark.lane)].style.color : theme::quiet();
        const double x = xOf(mark.step);
        painter.setPen(penOf(mark.kind, color));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        if (mark.kind == MarkKind::collapsed) {
            painter.setPen(QPen(color, 1.6));
            painter.drawLine(QPointF(x - 3.5, plot.top() - 7), QPointF(x + 3.5, plot.top()));
            painter.drawLine(QPointF(x - 3.5, plot.top()), QPointF(x + 3.5, plot.top() - 7));
        }
        if (mark.kind != MarkKind::thrown)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF{
            {QPointF(x - 5, plot.top() - 7), QPointF(x + 5, plot.top() - 7), QPointF(x, plot.top() + 1)}});
    }
}

void TimeChart::drawMarkers(QPainter& painter, const QRectF& plot) const {
    constexpr double distance = 72; // pixels between two markers of a lane
    double shift = 0;
    for (const LaneLine& lane : lanes_) {
        // Lanes start apart, so that their markers do not hide one another where values agree.
        double next = plot.left() + 12 + shift;
        shift += distance / std::max<double>(static_cast<double>(lanes_.size()), 1);
        for (const QPointF& point : lane.shown) {
            const double x = xOf(point.x());
            if (x < plot.left() || x > plot.right())
                continue;
            if (x < next && point != lane.shown.last())
                continue;
            drawMarker(painter, lane.style, {x, yOf(point.y())}, 3.2);
            next = x + distance;
        }
    }
}

} // namespace lab
