#include "ui/panel/time_line.h"

#include "ui/session/step_cursor.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lab {

namespace {
constexpr double margin = 10;
constexpr double track_height = 6;
constexpr double thumb_radius = 7;
constexpr int page = 10;
} // namespace

TimeLine::TimeLine(StepCursor* cursor, QWidget* parent) : QWidget(parent), cursor_(cursor) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time line of the run"));
    setCursor(Qt::PointingHandCursor);
    connect(cursor_, &StepCursor::moved, this, &TimeLine::describe);
    connect(cursor_, &StepCursor::rangeChanged, this, &TimeLine::describe);
    describe();
}

void TimeLine::describe() {
    setAccessibleDescription(cursor_->last() == 0
                                 ? tr("No steps yet.")
                                 : tr("Step %1 of %2 is shown.").arg(cursor_->step()).arg(cursor_->last()));
    update();
}

void TimeLine::setTotalSteps(int steps) {
    total_ = steps;
    update();
}

void TimeLine::addMark(int step, const QColor& color, const QString& text) {
    marks_.append({step, color, text});
    update();
}

void TimeLine::clearMarks() {
    marks_.clear();
    update();
}

double TimeLine::xOf(int step) const {
    const int steps = std::max({total_, cursor_->last(), 2});
    return margin + (width() - 2 * margin) * (step - 1) / (steps - 1);
}

int TimeLine::stepAt(double x) const {
    const int steps = std::max({total_, cursor_->last(), 2});
    return 1 +
           static_cast<int>(std::lround((x - margin) / std::max(width() - 2 * margin, 1.0) * (steps - 1)));
}

QString TimeLine::hoverText(int x) const {
    if (cursor_->last() == 0)
        return {};
    QStringList lines{tr("Step %1").arg(std::clamp(stepAt(x), 1, cursor_->last()))};
    for (const Mark& mark : marks_)
        if (std::abs(xOf(mark.step) - x) <= 4)
            lines.append(tr("From step %1 on: %2").arg(mark.step).arg(mark.text));
    return lines.join(QLatin1Char('\n'));
}

void TimeLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0 + 2;
    const QRectF track(margin, middle - track_height / 2, width() - 2 * margin, track_height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::border());
    painter.drawRoundedRect(track, 3, 3);
    if (cursor_->last() == 0)
        return;
    // What is recorded is darker than what is still to come.
    QRectF recorded = track;
    recorded.setRight(std::max(xOf(cursor_->last()), track.left() + 3));
    QColor dark = theme::accent();
    dark.setAlphaF(0.45F);
    painter.setBrush(dark);
    painter.drawRoundedRect(recorded, 3, 3);
    for (const Mark& mark : marks_) {
        const double x = xOf(mark.step);
        painter.setPen(QPen(mark.color, 1.6));
        painter.drawLine(QPointF(x, middle - 10), QPointF(x, middle + 6));
    }
    const QPointF thumb(xOf(cursor_->step()), middle);
    painter.setPen(QPen(theme::accent(), hasFocus() ? 2.5 : 1.5));
    painter.setBrush(cursor_->isLive() ? theme::accent() : theme::card());
    painter.drawEllipse(thumb, thumb_radius, thumb_radius);
}

void TimeLine::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        cursor_->setStep(stepAt(event->position().x()));
}

void TimeLine::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        cursor_->setStep(stepAt(event->position().x()));
    QToolTip::showText(event->globalPosition().toPoint() + QPoint(12, -28), hoverText(event->pos().x()),
                       this);
}

void TimeLine::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() != 0)
        cursor_->stepBy(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

void TimeLine::keyPressEvent(QKeyEvent* event) {
    const bool jump = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        return jump ? cursor_->jumpToEvent(-1) : cursor_->stepBy(-1);
    case Qt::Key_Right:
        return jump ? cursor_->jumpToEvent(1) : cursor_->stepBy(1);
    case Qt::Key_PageUp:
        return cursor_->stepBy(-page);
    case Qt::Key_PageDown:
        return cursor_->stepBy(page);
    case Qt::Key_Home:
        return cursor_->toFirst();
    case Qt::Key_End:
        return cursor_->toLast();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace lab
