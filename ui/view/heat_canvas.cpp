#include "ui/view/heat_canvas.h"

#include "core/base/axis.h"
#include "core/base/palette.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

constexpr double margin = 34;     ///< for the numbers of rows and columns
constexpr double scale_room = 84; ///< for the legend at the right
constexpr double zoom_step = 1.25;
constexpr double largest_zoom = 32;

} // namespace

HeatCanvas::HeatCanvas(QWidget* parent) : Canvas(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(260, 200);
    setAccessibleName(tr("Heat map of the predictor"));
}

QRgb HeatCanvas::color(double value) const {
    const double t = std::clamp(std::abs(value) / limit_, 0.0, 1.0);
    const QColor end = value < 0 ? theme::lane(palette::blue) : theme::lane(palette::vermilion);
    const QColor zero = theme::card();
    const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * t)); };
    return qRgb(mix(zero.red(), end.red()), mix(zero.green(), end.green()), mix(zero.blue(), end.blue()));
}

void HeatCanvas::setMatrix(const std::vector<float>& values, int side, int block, double largest) {
    if (side != side_) {
        zoom_ = 1;
        corner_ = {};
    }
    values_ = values;
    side_ = side;
    block_ = std::max(block, 1);
    for (const float value : values_)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    limit_ = largest > 0 && std::isfinite(largest) ? round_up(largest) : 1e-3;
    picture_ = QImage(std::max(side_, 1), std::max(side_, 1), QImage::Format_RGB32);
    picture_.fill(theme::card());
    for (int row = 0; row < side_; ++row) {
        auto* const line = reinterpret_cast<QRgb*>(picture_.scanLine(row));
        for (int column = 0; column < side_; ++column)
            line[column] = color(values_[static_cast<std::size_t>(row * side_ + column)]);
    }
    update();
}

QRectF HeatCanvas::plot() const {
    const double size = std::min(width() - margin - scale_room, height() - margin);
    return {margin, margin - 12, std::max(size, 10.0), std::max(size, 10.0)};
}

void HeatCanvas::keepInside() {
    const double shown = side_ / zoom_;
    corner_.setX(std::clamp(corner_.x(), 0.0, side_ - shown));
    corner_.setY(std::clamp(corner_.y(), 0.0, side_ - shown));
}

void HeatCanvas::zoomBy(double factor, QPointF at) {
    const QRectF room = plot();
    const double u = std::clamp((at.x() - room.left()) / room.width(), 0.0, 1.0);
    const double v = std::clamp((at.y() - room.top()) / room.height(), 0.0, 1.0);
    const double before = side_ / zoom_;
    zoom_ = std::clamp(zoom_ * factor, 1.0, std::max(1.0, std::min(largest_zoom, side_ / 4.0)));
    const double after = side_ / zoom_;
    corner_ += QPointF(u * (before - after), v * (before - after));
    keepInside();
    update();
}

void HeatCanvas::resetZoom() {
    zoom_ = 1;
    corner_ = {};
    update();
}

QRectF HeatCanvas::cellBox(int row, int column) const {
    const QRectF room = plot();
    const double cell = room.width() * zoom_ / std::max(side_, 1);
    return {room.left() + (column - corner_.x()) * cell, room.top() + (row - corner_.y()) * cell, cell, cell};
}

void HeatCanvas::draw(QPainter& painter) {
    const QRectF room = plot();
    const double shown = side_ / zoom_;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    if (isPrinted()) {
        // Programs that show SVG blur what they enlarge: cells are made large before.
        const int cells = std::max(1, static_cast<int>(room.width() * pictureScale()) / std::max(side_, 1));
        painter.drawImage(room, picture_.scaled(picture_.size() * cells));
    } else {
        painter.drawImage(room, picture_, QRectF(corner_, QSizeF(shown, shown)));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::border(), 1));
    painter.drawRect(room);
    painter.setPen(theme::quiet());
    const auto number = [&](double entry) { return QString::number(std::lround(entry) * block_); };
    painter.drawText(QRectF(room.left(), room.top() - 17, 200, 15), Qt::AlignLeft | Qt::AlignVCenter,
                     number(corner_.x()));
    painter.drawText(QRectF(room.right() - 60, room.top() - 17, 60, 15), Qt::AlignRight | Qt::AlignVCenter,
                     number(corner_.x() + shown - 1));
    painter.drawText(QRectF(room.left() + 40, room.top() - 17, room.width() - 100, 15), Qt::AlignCenter,
                     tr("column: feature in"));
    painter.drawText(QRectF(0, room.top(), margin - 5, 15), Qt::AlignRight | Qt::AlignTop,
                     number(corner_.y()));
    painter.drawText(QRectF(0, room.bottom() - 15, margin - 5, 15), Qt::AlignRight | Qt::AlignBottom,
                     number(corner_.y() + shown - 1));
    painter.save();
    painter.translate(margin - 18, room.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-100, -9, 200, 18), Qt::AlignCenter, tr("row: feature out"));
    painter.restore();
    drawScale(painter);
}

void HeatCanvas::drawScale(QPainter& painter) const {
    const QRectF room = plot();
    const QRectF bar(room.right() + 18, room.top(), 14, room.height());
    // The mean of absolute values has no sign.
    const double low = block_ > 1 ? 0 : -limit_;
    const int rows = std::max(1, static_cast<int>(bar.height()));
    for (int i = 0; i < rows; ++i)
        painter.fillRect(QRectF(bar.left(), bar.top() + i, bar.width(), 1.5),
                         QColor(color(limit_ - (limit_ - low) * i / rows)));
    painter.setPen(QPen(theme::border(), 1));
    painter.drawRect(bar);
    painter.setPen(theme::text());
    const QList<double> ticks = block_ > 1 ? QList<double>{limit_, limit_ / 2, 0}
                                           : QList<double>{limit_, limit_ / 2, 0, -limit_ / 2, -limit_};
    for (const double tick : ticks) {
        const double y = bar.top() + bar.height() * (limit_ - tick) / (limit_ - low);
        painter.drawText(QRectF(bar.right() + 5, std::clamp(y - 8, bar.top(), bar.bottom() - 16), 48, 16),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(tick, 'g', 3).replace(QLatin1Char('-'), QStringLiteral("−")));
    }
}

QString HeatCanvas::hoverText(QPoint position) const {
    const QRectF room = plot();
    if (side_ == 0 || !room.contains(position))
        return {};
    const double cell = room.width() * zoom_ / side_;
    const int column =
        std::clamp(static_cast<int>((position.x() - room.left()) / cell + corner_.x()), 0, side_ - 1);
    const int row =
        std::clamp(static_cast<int>((position.y() - room.top()) / cell + corner_.y()), 0, side_ - 1);
    const double value = values_[static_cast<std::size_t>(row * side_ + column)];
    const QString number = QString::number(value, 'g', 3);
    if (block_ > 1)
        return tr("rows %1–%2, columns %3–%4: mean size %5")
            .arg(row * block_)
            .arg(row * block_ + block_ - 1)
            .arg(column * block_)
            .arg(column * block_ + block_ - 1)
            .arg(number);
    return tr("row %1, column %2: %3").arg(row).arg(column).arg(number);
}

void HeatCanvas::wheelEvent(QWheelEvent* event) {
    if (emptyText().isEmpty() && event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? zoom_step : 1 / zoom_step, event->position());
    event->accept();
}

void HeatCanvas::mousePressEvent(QMouseEvent* event) {
    grabbed_ = event->position();
    Canvas::mousePressEvent(event);
}

void HeatCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton && emptyText().isEmpty()) {
        corner_ -= (event->position() - grabbed_) * side_ / (plot().width() * zoom_);
        grabbed_ = event->position();
        keepInside();
        update();
    }
    Canvas::mouseMoveEvent(event);
}

void HeatCanvas::mouseDoubleClickEvent(QMouseEvent*) {
    resetZoom();
}

void HeatCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Plus:
        return zoomBy(zoom_step, plot().center());
    case Qt::Key_Minus:
        return zoomBy(1 / zoom_step, plot().center());
    case Qt::Key_0:
        return resetZoom();
    default:
        Canvas::keyPressEvent(event);
    }
}

} // namespace lab
