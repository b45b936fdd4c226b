#include "ui/plot/time_chart.h"

#include "core/base/axis.h"
#include "ui/style/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QResizeEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

constexpr int left_margin = 48; ///< room for "Schritt", the longest word for a step
constexpr int right_margin = 20;
constexpr int top_margin = 8;
constexpr int bottom_margin = 24;
constexpr double densest = 6;      ///< up and down of a line, in widths of the plot
constexpr double least_move = 0.5; ///< of a point, in pixels, that is worth a new line

void adopt(QChart* chart, QLineSeries* series, QValueAxis* x, QValueAxis* y) {
    chart->addSeries(series);
    series->attachAxis(x);
    series->attachAxis(y);
}

} // namespace

TimeChart::TimeChart(QWidget* parent)
    : QChartView(new QChart, parent), x_axis_(new QValueAxis(this)), y_axis_(new QValueAxis(this)),
      reference_(new QLineSeries(this)) {
    chart()->setMargins({0, 0, 0, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(200, 80);

    styleAxis(x_axis_);
    styleAxis(y_axis_);
    x_axis_->setLabelFormat(QStringLiteral("%d"));
    x_axis_->setGridLineVisible(false);
    chart()->addAxis(x_axis_, Qt::AlignBottom);
    chart()->addAxis(y_axis_, Qt::AlignLeft);
    takeColours();
    adopt(chart(), reference_, x_axis_, y_axis_);
    setStepRange(0, 1);
    growRange();
}

void TimeChart::styleAxis(QValueAxis* axis) {
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() - 1);
    axis->setLabelsFont(small);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTruncateLabels(false);
}

void TimeChart::takeColours() {
    setBackgroundBrush(theme::card());
    for (QValueAxis* axis : {x_axis_, y_axis_}) {
        axis->setLinePen(QPen(theme::border(), 1));
        axis->setGridLinePen(QPen(theme::grid(), 1));
        axis->setLabelsColor(theme::quiet());
    }
    reference_->setPen(QPen(theme::faint(), 1));
}

void TimeChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void TimeChart::setLanes(const std::vector<LaneStyle>& styles) {
    for (const LaneLine& lane : lanes_) {
        chart()->removeSeries(lane.series);
        delete lane.series;
    }
    lanes_.clear();
    for (const LaneStyle& style : styles) {
        auto* series = new QLineSeries(this);
        series->setPen(QPen(style.color, line_width_, style.dash, Qt::FlatCap, Qt::BevelJoin));
        adopt(chart(), series, x_axis_, y_axis_);
        lanes_.push_back({style, series, {}, {}});
    }
    fitBuckets();
    marks_.clear();
    hover_step_ = -1;
    clearPoints();
    refresh();
}

void TimeChart::setStepRange(double first, double last) {
    if (first == x_axis_->min() && last == x_axis_->max())
        return;
    x_axis_->setTickInterval(whole_step(std::max(static_cast<int>(std::lround(last - first)), 1), 8));
    x_axis_->setRange(first, last);
    fitBuckets();
}

double TimeChart::shownSteps() const {
    return x_axis_->max() - x_axis_->min();
}

void TimeChart::fitBuckets() {
    const double columns = std::max(chart()->plotArea().width(), 8.0);
    const double width = 2 * shownSteps() / columns;
    for (LaneLine& lane : lanes_)
        lane.line.setBucketWidth(width);
    reference_line_.setBucketWidth(width);
}

void TimeChart::setFixedRange(double min, double max) {
    fixed_range_ = true;
    const Axis axis = axis_for(min, max, false, 4);
    y_axis_->setTickInterval(max - min > 2 ? 25 : 0.25);
    y_axis_->setLabelFormat(max - min > 2 ? QStringLiteral("%.0f") : QStringLiteral("%.2f"));
    y_axis_->setRange(axis.low, axis.high);
}

void TimeChart::setEmptyText(const QString& text) {
    empty_text_ = text;
    viewport()->update();
}

void TimeChart::appendPoint(int lane, int step, double value) {
    if (lane < 0 || lane >= static_cast<int>(lanes_.size()) || !std::isfinite(value))
        return;
    lanes_[static_cast<std::size_t>(lane)].line.append({static_cast<double>(step), value});
    largest_ = std::max(largest_, value);
    smallest_ = std::min(smallest_, value);
}

void TimeChart::appendReference(int step, double value) {
    if (std::isfinite(value))
        reference_line_.append({static_cast<double>(step), value});
}

void TimeChart::setReferenceVisible(bool visible) {
    reference_->setVisible(visible);
}

void TimeChart::clearPoints() {
    for (LaneLine& lane : lanes_)
        lane.line.clear();
    reference_line_.clear();
    largest_ = 0;
    smallest_ = 0;
}

void TimeChart::addMark(const ChartMark& mark) {
    marks_.append(mark);
    viewport()->update();
}

void TimeChart::setMarksVisible(bool visible) {
    marks_visible_ = visible;
    viewport()->update();
}

void TimeChart::growRange() {
    if (fixed_range_)
        return;
    const Axis axis = axis_for(smallest_ * 1.02, largest_ * 1.02, false, 5);
    if (axis.high == y_axis_->max() && axis.low == y_axis_->min() && axis.step == y_axis_->tickInterval())
        return;
    y_axis_->setLabelFormat(QStringLiteral("%.%1f").arg(axis.decimals));
    y_axis_->setTickInterval(axis.step);
    y_axis_->setRange(axis.low, axis.high);
}

/// A line that goes up and down within every few pixels is a band of colour, in which dashes cannot be seen
/// and cost most of the frame: it is drawn thin and solid. Its markers still tell it from others.
void TimeChart::stylePen(LaneLine& lane) const {
    double way = 0;
    for (qsizetype i = 1; i < lane.shown.size(); ++i)
        way += std::abs(lane.shown[i].y() - lane.shown[i - 1].y());
    const QRectF plot = chart()->plotArea();
    const double range = std::max(y_axis_->max() - y_axis_->min(), 1e-12);
    const bool dense = way / range * plot.height() > densest * plot.width();
    QPen pen(lane.style.color, dense ? 1 : line_width_, dense ? Qt::SolidLine : lane.style.dash, Qt::FlatCap,
             Qt::BevelJoin);
    pen.setCosmetic(dense);
    if (lane.series->pen() != pen)
        lane.series->setPen(pen);
}

void TimeChart::refresh() {
    growRange();
    for (LaneLine& lane : lanes_) {
        lane.shown = inRange(lane.line.shown());
        replacePoints(lane.series, lane.shown);
        stylePen(lane);
    }
    replacePoints(reference_, inRange(reference_line_.shown()));
    viewport()->update();
}

void TimeChart::replacePoints(QLineSeries* series, const QList<QPointF>& points) const {
    const QRectF plot = chart()->plotArea();
    const double x_move = least_move * shownSteps() / std::max(plot.width(), 1.0);
    const double y_move = least_move * (y_axis_->max() - y_axis_->min()) / std::max(plot.height(), 1.0);
    const QList<QPointF> present = series->points();
    const bool same =
        std::equal(present.begin(), present.end(), points.begin(), points.end(),
                   [&](const QPointF& a, const QPointF& b) {
                       return std::abs(a.x() - b.x()) < x_move && std::abs(a.y() - b.y()) < y_move;
                   });
    if (!same)
        series->replace(points);
}

void TimeChart::setPresentation(bool on) {
    line_width_ = on ? 3 : 2;
    QFont labels = font();
    labels.setPointSizeF(font().pointSizeF() + (on ? 1 : -1));
    x_axis_->setLabelsFont(labels);
    y_axis_->setLabelsFont(labels);
    for (LaneLine& lane : lanes_)
        stylePen(lane);
}

QList<QPointF> TimeChart::shownPoints(int lane) const {
    if (lane < 0 || lane >= static_cast<int>(lanes_.size()))
        return {};
    return lanes_[static_cast<std::size_t>(lane)].shown;
}

void TimeChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    const QRectF area(left_margin, top_margin, width() - left_margin - right_margin,
                      height() - top_margin - bottom_margin);
    // A fixed plot area keeps the four charts aligned whatever their labels are.
    chart()->setPlotArea(area);
    chart()->layout()->invalidate();
    fitBuckets();
    refresh();
}

double TimeChart::xOf(double step) const {
    const QRectF plot = chart()->plotArea();
    return plot.left() + (step - x_axis_->min()) / (x_axis_->max() - x_axis_->min()) * plot.width();
}

double TimeChart::stepAt(double x) const {
    const QRectF plot = chart()->plotArea();
    return x_axis_->min() + (x - plot.left()) / std::max(plot.width(), 1.0) * shownSteps();
}

QList<QPointF> TimeChart::inRange(const QList<QPointF>& points) const {
    const auto before = [](const QPointF& point, double step) { return point.x() < step; };
    auto from = std::lower_bound(points.begin(), points.end(), x_axis_->min(), before);
    auto to = std::lower_bound(from, points.end(), std::nextafter(x_axis_->max(), 1e300), before);
    from -= from != points.begin() ? 1 : 0;
    to += to != points.end() ? 1 : 0;
    return from == points.begin() && to == points.end() ? points : QList<QPointF>(from, to);
}

double TimeChart::yOf(double value) const {
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - (value - y_axis_->min()) / (y_axis_->max() - y_axis_->min()) * plot.height();
}

QString TimeChart::hoverText(QPoint position) const {
    const QRectF plot = chart()->plotArea();
    if (!plot.adjusted(-4, -top_margin, 4, 4).contains(position))
        return {};
    QStringList lines;
    for (const ChartMark& mark : marks_)
        if (marks_visible_ && std::abs(xOf(mark.step) - position.x()) <= 4)
            lines.append(tr("From step %1 on: %2").arg(mark.step).arg(mark.text));
    if (!lines.isEmpty())
        return lines.join(QLatin1Char('\n'));
    const double step = std::round(stepAt(position.x()));
    for (const LaneLine& lane : lanes_) {
        if (const QPointF* at = pointAt(lane, step))
            lines.append(tr("%1: %2%3").arg(lane.style.name, QString::number(at->y(), 'g', 3), unit_));
    }
    if (!lines.isEmpty())
        lines.prepend(tr("Step %1").arg(static_cast<int>(step)));
    return lines.join(QLatin1Char('\n'));
}

const QPointF* TimeChart::pointAt(const LaneLine& lane, double step) {
    const QList<QPointF>& points = lane.line.points();
    const auto at = std::lower_bound(points.begin(), points.end(), step,
                                     [](const QPointF& point, double wanted) { return point.x() < wanted; });
    return at != points.end() && at->x() == step ? &*at : nullptr;
}

void TimeChart::setCursorStep(int step) {
    if (step == cursor_step_)
        return;
    cursor_step_ = step;
    viewport()->update();
}

} // namespace lab
