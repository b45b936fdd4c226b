#include "ui/plot/time_chart.h"

#include <QChart>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace lab {

namespace {
constexpr double beside = 8;         ///< pixels beside the plot that still count as it
constexpr double below = 24;         ///< likewise, the axis' numbers
constexpr double notch_factor = 0.8; ///< of the steps shown, per notch of the wheel
constexpr double notch = 120;        ///< Qt's units of a notch
constexpr double least_box = 6;      ///< pixels; a shorter drag is a click
} // namespace

void TimeChart::pickStep(QPointF position) {
    const QRectF plot = chart()->plotArea();
    if (plot.adjusted(-beside, -beside, beside, below).contains(position))
        Q_EMIT stepPicked(static_cast<int>(std::lround(stepAt(position.x()))));
}

void TimeChart::mousePressEvent(QMouseEvent* event) {
    QChartView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    drag_from_ = drag_to_ = event->position();
    drag_ = event->modifiers() & Qt::ShiftModifier     ? Drag::pan
            : event->modifiers() & Qt::ControlModifier ? Drag::box
                                                       : Drag::pick;
    if (drag_ == Drag::pick)
        pickStep(event->position());
}

void TimeChart::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    if (event->buttons() & Qt::LeftButton) {
        if (drag_ == Drag::pick)
            pickStep(event->position());
        if (drag_ == Drag::pan)
            Q_EMIT panWanted(stepAt(drag_to_.x()) - stepAt(event->position().x()));
        drag_to_ = event->position();
    }
    const QString text = hoverText(event->pos());
    hover_step_ = text.isEmpty() ? -1 : static_cast<int>(std::lround(stepAt(event->pos().x())));
    viewport()->update();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(12, 8), text, this);
}

void TimeChart::mouseReleaseEvent(QMouseEvent* event) {
    QChartView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    if (drag_ == Drag::box && std::abs(drag_to_.x() - drag_from_.x()) >= least_box)
        Q_EMIT rangeWanted(stepAt(drag_from_.x()), stepAt(drag_to_.x()));
    drag_ = Drag::none;
    viewport()->update();
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        Q_EMIT allWanted();
}

void TimeChart::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    const bool sideways =
        std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers() & Qt::ShiftModifier;
    if (sideways) {
        const double notches = (turned.x() != 0 ? turned.x() : turned.y()) / notch;
        Q_EMIT panWanted(-0.1 * shownSteps() * notches);
    } else {
        Q_EMIT zoomWanted(std::pow(notch_factor, turned.y() / notch), stepAt(event->position().x()));
    }
    event->accept();
}

void TimeChart::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    hover_step_ = -1;
    viewport()->update();
}

} // namespace lab
