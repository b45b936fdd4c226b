#include "ui/view/toy_canvas.h"

#include "ui/style/theme.h"
#include "ui/view/toy_looks.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lab {

namespace {

constexpr double head = 20; ///< a plane's name
constexpr double foot = 22; ///< the legend
constexpr double gap = 10;  ///< between the planes
constexpr double key_step = 0.1, small_key_step = 0.02;

/// Where an arrow key leads, in steps; nothing for other keys.
std::optional<ToyVector> wayOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return ToyVector{-1, 0};
    case Qt::Key_Right:
        return ToyVector{1, 0};
    case Qt::Key_Up:
        return ToyVector{0, 1};
    case Qt::Key_Down:
        return ToyVector{0, -1};
    default:
        return std::nullopt;
    }
}

} // namespace

ToyCanvas::ToyCanvas(const ToyExperiment& experiment, QWidget* parent)
    : Canvas(parent), experiment_(experiment) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(300, 150);
    setAccessibleName(tr("Planes of Tent and ZeroSiam"));
    describe();
}

QSize ToyCanvas::sizeHint() const {
    return {640, 240};
}

void ToyCanvas::refresh() {
    if (selected_ >= static_cast<int>(experiment_.next_batch().size()))
        selected_ = -1;
    describe();
    update();
}

ToyPlane ToyCanvas::plane(int index) const {
    const double wide = (width() - gap) / planes;
    const QRectF box(index * (wide + gap) + 1, head, wide - 2, std::max(height() - head - foot - 2.0, 10.0));
    return {experiment_, index == 0 ? ToyLane::tent : ToyLane::zerosiam, box};
}

void ToyCanvas::draw(QPainter& painter) {
    for (int index = 0; index < planes; ++index) {
        const ToyPlane of = plane(index);
        drawHead(painter, of);
        of.draw(painter, selected_);
    }
    drawLegend(painter, QRectF(0, height() - foot + 2, width(), foot - 2));
}

void ToyCanvas::drawHead(QPainter& painter, const ToyPlane& plane) const {
    constexpr double swatch = 18, high = 16;
    const QRectF& box = plane.box();
    const LaneStyle style = toyLaneStyles()[static_cast<std::size_t>(plane.lane())];
    drawSwatch(painter, style, QRectF(box.left(), 1, swatch, high));
    painter.setPen(theme::text());
    const double left = box.left() + swatch + 6;
    const double named =
        std::min(painter.fontMetrics().horizontalAdvance(style.name) + 6.0, box.right() - left);
    write(painter, QRectF(left, 1, named, high), Qt::AlignLeft | Qt::AlignVCenter, style.name);
    painter.setPen(theme::quiet());
    write(painter, QRectF(left + named, 1, box.right() - left - named, high),
          Qt::AlignRight | Qt::AlignVCenter,
          tr("%1 % right").arg(toyPercent(experiment_.measures(plane.lane()).accuracy)));
}

void ToyCanvas::drawLegend(QPainter& painter, const QRectF& box) const {
    constexpr double mark = 18, space = 10;
    const std::vector<LaneStyle> lanes = toyLaneStyles();
    QStringList names;
    for (int label = 0; label < toy_classes; ++label)
        names.append(toyClassName(label));
    names.append({tr("Tent's pull"), tr("ZeroSiam's pull")});
    const std::vector<double> cells = legendWidths(painter.fontMetrics(), names, mark + space, box.width());
    double left = box.left();
    for (int i = 0; i < names.size(); ++i) {
        const double wide = cells[static_cast<std::size_t>(i)], y = box.center().y();
        if (i < toy_classes)
            drawMarker(painter, toyClassMark(i), {left + 7, y}, 4);
        else
            drawToyArrow(painter, {left, y, left + 14, y},
                         lanes[static_cast<std::size_t>(i - toy_classes)].color);
        painter.setPen(theme::text());
        write(painter, QRectF(left + mark, box.top(), wide - mark - space / 2, box.height()),
              Qt::AlignLeft | Qt::AlignVCenter, names[i]);
        left += wide;
    }
}

int ToyCanvas::planeAt(QPointF place) const {
    for (int index = 0; index < planes; ++index)
        if (plane(index).box().contains(place))
            return index;
    return -1;
}

int ToyCanvas::pointNear(QPointF place) const {
    const int index = planeAt(place);
    return index < 0 ? -1 : plane(index).nearest(place);
}

void ToyCanvas::select(int point) {
    selected_ = point;
    describe();
    update();
}

void ToyCanvas::moveTo(int point, const ToyPlane& plane, QPointF place) {
    const QRectF room = plane.box().adjusted(2, 2, -2, -2);
    const ToyVector x = plane.pointAt(
        {std::clamp(place.x(), room.left(), room.right()), std::clamp(place.y(), room.top(), room.bottom())});
    Q_EMIT pointMoved(point, x[0], x[1]);
}

void ToyCanvas::mousePressEvent(QMouseEvent* event) {
    Canvas::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    grabbed_plane_ = planeAt(event->position());
    grabbed_ = pointNear(event->position());
    select(grabbed_);
}

void ToyCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (grabbed_ >= 0 && event->buttons() & Qt::LeftButton) {
        moveTo(grabbed_, plane(grabbed_plane_), event->position());
        return;
    }
    setCursor(pointNear(event->position()) >= 0 ? Qt::OpenHandCursor : Qt::ArrowCursor);
    Canvas::mouseMoveEvent(event);
}

void ToyCanvas::mouseReleaseEvent(QMouseEvent* event) {
    grabbed_ = -1;
    Canvas::mouseReleaseEvent(event);
}

void ToyCanvas::keyPressEvent(QKeyEvent* event) {
    const auto& batch = experiment_.next_batch();
    const int count = static_cast<int>(batch.size());
    const int key = event->key();
    if (count > 0 && (key == Qt::Key_PageDown || key == Qt::Key_PageUp)) {
        const int by = key == Qt::Key_PageDown ? 1 : -1;
        select(selected_ < 0 ? (by > 0 ? 0 : count - 1) : (selected_ + by + count) % count);
        return;
    }
    const std::optional<ToyVector> way = wayOf(key);
    if (!way || selected_ < 0) {
        Canvas::keyPressEvent(event);
        return;
    }
    const double by = event->modifiers() & Qt::ShiftModifier ? small_key_step : key_step;
    const ToyVector& x = batch[static_cast<std::size_t>(selected_)].x;
    const ToyPlane of = plane(0);
    moveTo(selected_, of, of.placeOf({x[0] + by * (*way)[0], x[1] + by * (*way)[1]}));
}

QString ToyCanvas::hoverText(QPoint position) const {
    const int index = planeAt(position);
    if (index < 0)
        return position.y() < height() - foot
                   ? QString()
                   : tr("Shape: the true class. Arrow: where a loss pulls the point's features, −∂L/∂z; "
                        "ZeroSiam's plane has Tent's beside its own.");
    const ToyPlane of = plane(index);
    const int near = of.nearest(position);
    if (near < 0)
        return tr("Drag a point, or choose one with Page Up and Page Down and move it with the arrow keys "
                  "(Shift: little by little).");
    const ToyPoint& point = experiment_.next_batch()[static_cast<std::size_t>(near)];
    const ToyProbabilities p =
        toy_softmax(toy_logits(toy_feature(experiment_.world(of.lane()).parameters(), point.x)));
    const auto best = std::max_element(p.begin(), p.end());
    const auto length = [](const ToyVector& way) { return toyNumber(std::hypot(way[0], way[1])); };
    return tr("class %1 at (%2, %3)\nprediction: %4, %5 %\npull on its features ‖∂L/∂z‖: Tent %6, ZeroSiam "
              "%7")
        .arg(toyClassName(point.label), toyNumber(point.x[0]), toyNumber(point.x[1]),
             toyClassName(static_cast<int>(best - p.begin())), toyPercent(*best),
             length(experiment_.tent_arrow(of.lane(), point.x)),
             length(experiment_.zerosiam_arrow(of.lane(), point.x)));
}

void ToyCanvas::describe() {
    QString words = tr("Step %1 of %2").arg(experiment_.steps()).arg(experiment_.settings().stream.steps);
    if (selected_ >= 0) {
        const ToyPoint& point = experiment_.next_batch()[static_cast<std::size_t>(selected_)];
        words += tr("; point %1 of %2, class %3, at (%4, %5)")
                     .arg(selected_ + 1)
                     .arg(experiment_.next_batch().size())
                     .arg(toyClassName(point.label), toyNumber(point.x[0]), toyNumber(point.x[1]));
    }
    setAccessibleDescription(words);
}

} // namespace lab
