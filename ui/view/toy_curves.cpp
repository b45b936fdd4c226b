#include "ui/view/toy_curves.h"

#include "core/base/axis.h"
#include "ui/style/theme.h"
#include "ui/view/toy_looks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

constexpr double head = 22; ///< a chart's title
constexpr double foot = 16; ///< numbers of the steps
constexpr double side = 30; ///< numbers of the values
constexpr double end = 8;   ///< for the mark at the end of a line
constexpr double gap = 6;
constexpr int ticks = 3;

} // namespace

ToyCurves::ToyCurves(const ToyExperiment& experiment, QWidget* parent)
    : Canvas(parent), experiment_(experiment) {
    setMinimumSize(180, 150);
    setAccessibleName(tr("Accuracy and length of the features over the steps"));
    refresh();
}

QSize ToyCurves::sizeHint() const {
    return {220, 170};
}

void ToyCurves::refresh() {
    QStringList words;
    const std::vector<LaneStyle> styles = toyLaneStyles();
    for (const ToyLane lane : toy_lanes)
        words.append(tr("%1: %2 %, length %3")
                         .arg(styles[static_cast<std::size_t>(lane)].name,
                              toyPercent(experiment_.history(lane).back().accuracy),
                              toyNumber(experiment_.history(lane).back().length)));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

double ToyCurves::valueAt(Chart chart, ToyLane lane, int step) const {
    const ToyMoment& moment = experiment_.history(lane)[static_cast<std::size_t>(step)];
    return chart == accuracy ? 100 * moment.accuracy : moment.length;
}

double ToyCurves::highest(Chart chart) const {
    if (chart == accuracy)
        return 100;
    double most = 4; // a scale that need not change while nothing grows
    for (const ToyLane lane : toy_lanes)
        for (const ToyMoment& moment : experiment_.history(lane))
            most = std::max(most, moment.length);
    return axis_for(0, most, false, ticks).high;
}

QRectF ToyCurves::plotBox(Chart chart) const {
    // Side by side where there is room for two.
    const bool beside = width() >= 2 * height();
    const double wide = beside ? (width() - gap) / 2.0 : width(), high = beside ? height() : height() / 2.0;
    const double left = beside && chart == length ? wide + gap : 0,
                 top = !beside && chart == length ? high : 0;
    return {left + side, top + head, wide - side - end, std::max(high - head - foot, 10.0)};
}

QPointF ToyCurves::placeOf(Chart chart, int step, double value) const {
    const QRectF box = plotBox(chart);
    return {box.left() + box.width() * step / std::max(experiment_.settings().stream.steps, 1),
            box.bottom() - box.height() * value / highest(chart)};
}

void ToyCurves::draw(QPainter& painter) {
    drawChart(painter, accuracy);
    drawChart(painter, length);
}

void ToyCurves::drawChart(QPainter& painter, Chart chart) const {
    const QRectF box = plotBox(chart);
    painter.setPen(theme::text());
    write(painter, QRectF(box.left() - side, box.top() - head, box.width() + side + end, head - 8),
          Qt::AlignLeft | Qt::AlignVCenter,
          chart == accuracy ? tr("Accuracy, balanced data (%)") : tr("Length of features ‖z‖"));
    const Axis axis = axis_for(0, highest(chart), false, ticks);
    for (const double tick : axis.ticks) {
        const double y = placeOf(chart, 0, tick).y();
        painter.setPen(QPen(theme::grid(), 1));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        painter.setPen(theme::quiet());
        painter.drawText(QRectF(box.left() - side, y - 8, side - 5, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::fromStdString(tick_text(tick)));
    }
    const int last = experiment_.settings().stream.steps;
    painter.drawText(QRectF(box.left() - 20, box.bottom() + 1, 40, foot - 1), Qt::AlignCenter,
                     QStringLiteral("0"));
    painter.drawText(QRectF(box.right() - 92 + end, box.bottom() + 1, 92, foot - 1),
                     Qt::AlignRight | Qt::AlignVCenter, tr("step %1").arg(last));
    const std::vector<LaneStyle> styles = toyLaneStyles();
    // What is compared with lies below.
    for (const ToyLane lane : {ToyLane::none, ToyLane::tent, ToyLane::zerosiam}) {
        const LaneStyle& style = styles[static_cast<std::size_t>(lane)];
        QPainterPath path;
        const int steps = experiment_.steps();
        for (int step = 0; step <= steps; ++step) {
            const QPointF place = placeOf(chart, step, valueAt(chart, lane, step));
            step == 0 ? path.moveTo(place) : path.lineTo(place);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.color, 1.6, style.dash));
        painter.drawPath(path);
        drawMarker(painter, style, placeOf(chart, steps, valueAt(chart, lane, steps)), 3.2);
    }
}

QString ToyCurves::hoverText(QPoint position) const {
    for (const Chart chart : {accuracy, length}) {
        const QRectF box = plotBox(chart);
        if (!box.adjusted(-2, -head, end, foot).contains(position))
            continue;
        const double share = (position.x() - box.left()) / box.width();
        const int step = static_cast<int>(std::lround(share * experiment_.settings().stream.steps));
        if (step < 0 || step > experiment_.steps())
            return {};
        QStringList lines{tr("after step %1").arg(step)};
        const std::vector<LaneStyle> styles = toyLaneStyles();
        for (const ToyLane lane : toy_lanes) {
            const QString& name = styles[static_cast<std::size_t>(lane)].name;
            const double value = valueAt(chart, lane, step);
            lines.append(chart == accuracy ? tr("%1: %2 %").arg(name, toyPercent(value / 100))
                                           : tr("%1: %2").arg(name, toyNumber(value)));
        }
        return lines.join(QLatin1Char('\n'));
    }
    return {};
}

} // namespace lab
