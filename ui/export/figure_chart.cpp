#include "ui/export/figure_chart.h"

#include "core/base/axis.h"
#include "core/record/measure_table.h"
#include "ui/plot/decimate.h"
#include "ui/style/lane_style.h"
#include "ui/style/theme.h"
#include "ui/text/event_text.h"
#include "ui/text/measure_text.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lab {

namespace {

constexpr double small_text = 10;
constexpr double legend_text = 11, legend_row = 18, legend_swatch = 26;
constexpr int most_marks = 12;
constexpr int markers_per_lane = 5;

QString say(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

QFont fontOf(const QPainter& painter, double pixels, bool bold = false) {
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    font.setBold(bold);
    return font;
}

/// Events that stand on the charts.
std::vector<Event> markedEvents(const Recording& recording, int last_step) {
    std::vector<Event> marked;
    for (const Event& event : recording.events)
        if (!is_edge_of_run(event) && event.step <= last_step && static_cast<int>(marked.size()) < most_marks)
            marked.push_back(event);
    return marked;
}

struct Frame {
    QRectF plot;
    double last = 1; ///< step at the right edge
    Axis y;
    QPointF place(double step, double value) const {
        return {plot.left() + step / last * plot.width(), plot.bottom() - y.position(value) * plot.height()};
    }
};

QList<QPointF> pointsOf(const Recording& recording, int lane, const FigureMeasure& measure, int last_step) {
    QList<QPointF> points;
    for (const StepRecord& record : recording.records)
        if (record.lane == lane && record.step <= last_step)
            points.append({static_cast<double>(record.step), measure.value(record)});
    return decimate(points, 1200);
}

Axis axisOf(const FigureMeasure& measure, const Recording& recording) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    if (measure.high > measure.low) {
        low = measure.low;
        high = measure.high;
    } else {
        low = high = 0;
        for (const StepRecord& record : recording.records)
            if (const double value = measure.value(record); std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    }
    return axis_for(low, high, false, 5);
}

void drawAxes(QPainter& painter, const Frame& frame) {
    painter.setFont(fontOf(painter, small_text));
    const QRectF& plot = frame.plot;
    for (const double tick : frame.y.ticks) {
        const double y = frame.place(0, tick).y();
        painter.setPen(QPen(theme::grid(), 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme::quiet());
        painter.drawText(QRectF(plot.left() - 52, y - 8, 46, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::fromStdString(tick_text(tick)));
    }
    const Axis steps = axis_for(0, frame.last, false, 7);
    for (const double tick : steps.ticks) {
        if (tick > frame.last)
            continue;
        const double x = frame.place(tick, 0).x();
        painter.setPen(QPen(theme::border(), 1));
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4));
        painter.setPen(theme::quiet());
        painter.drawText(QRectF(x - 30, plot.bottom() + 5, 60, 14), Qt::AlignHCenter | Qt::AlignTop,
                         QString::number(tick));
    }
    painter.setPen(QPen(theme::border(), 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(theme::quiet());
    painter.drawText(QRectF(plot.left() - 52, plot.bottom() + 5, 46, 14), Qt::AlignRight | Qt::AlignTop,
                     say(QT_TRANSLATE_NOOP("Figure", "step")));
}

void drawMarks(QPainter& painter, const Frame& frame, const Recording& recording,
               const std::vector<LaneStyle>& styles, int last_step) {
    const std::vector<Event> events = markedEvents(recording, last_step);
    painter.setFont(fontOf(painter, small_text - 1));
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        const bool of_lane = event.lane >= 0 && event.lane < static_cast<int>(styles.size());
        const QColor ink = of_lane ? styles[static_cast<std::size_t>(event.lane)].color : theme::quiet();
        const double x = frame.place(event.step, 0).x();
        painter.setPen(QPen(ink, 1, event.as<Collapsed>() ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
        // Marks of the same step stand side by side.
        int beside = 0;
        for (std::size_t j = 0; j < i; ++j)
            beside += events[j].step == event.step ? 1 : 0;
        painter.drawText(QRectF(x - 10 + 12 * beside, frame.plot.top() - 13, 20, 12), Qt::AlignCenter,
                         QString::number(i + 1));
    }
}

void drawLane(QPainter& painter, const Frame& frame, const LaneStyle& style, const QList<QPointF>& points,
              int lane) {
    if (points.isEmpty())
        return;
    QPolygonF line;
    for (const QPointF& point : points)
        line.append(frame.place(point.x(), point.y()));
    painter.setPen(QPen(style.color, 1.8, style.dash, Qt::FlatCap, Qt::BevelJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    for (int i = 0; i < markers_per_lane; ++i) {
        // Each lane's markers stand a little beside the others', so that lines on top of each other show
        // both.
        const double share = (i + 0.15 + 0.13 * (lane % 6)) / markers_per_lane;
        const auto at = static_cast<qsizetype>(share * static_cast<double>(line.size()));
        if (at < line.size())
            drawMarker(painter, style, line[at], 3.4);
    }
}

/// Where the entries of a legend stand, from its corner on.
std::vector<QPointF> legendPlaces(double width, const std::vector<LaneStyle>& styles,
                                  const QFontMetricsF& metrics) {
    std::vector<QPointF> places;
    double x = 0, y = 0;
    for (const LaneStyle& style : styles) {
        const double wide = legend_swatch + 6 + metrics.horizontalAdvance(style.name) + 18;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += legend_row;
        }
        places.emplace_back(x, y);
        x += wide;
    }
    return places;
}

FigureMeasure figureOf(const MeasureRow& row) {
    return {QString::fromLatin1(*row.figure != '\0' ? row.figure : row.id),
            measureText(row.title),
            measureText(row.sentence),
            [&row](const StepRecord& record) { return row.shown(record); },
            row.low,
            row.high};
}

} // namespace

QList<FigureMeasure> lossMeasures() {
    QList<FigureMeasure> all;
    for (const ChartPlace place :
         {ChartPlace::loss, ChartPlace::objective, ChartPlace::alignment, ChartPlace::kept})
        all.append(figureOf(*measures_at(place).front()));
    return all;
}

QList<FigureMeasure> figureMeasures() {
    QList<FigureMeasure> all;
    QSet<QString> on_board;
    for (const ChartPlace place :
         {ChartPlace::accuracy, ChartPlace::norm, ChartPlace::predictor, ChartPlace::dominance}) {
        all.append(figureOf(*measures_at(place).front()));
        on_board.insert(all.last().id);
    }
    for (const MeasureRow& row : measure_table())
        if (*row.figure != '\0' && !on_board.contains(QString::fromLatin1(row.figure)))
            all.append(figureOf(row));
    return all;
}

void drawFigureChart(QPainter& painter, const QRectF& area, const Recording& recording,
                     const FigureMeasure& measure, int last_step) {
    const std::vector<LaneStyle> styles = laneStyles(recording.spec.lanes);
    Frame frame;
    frame.plot = area.adjusted(56, 16, -12, -24);
    frame.last = std::max(1, std::max(recording.info.total_steps,
                                      recording.records.empty() ? 1 : recording.records.back().step));
    frame.y = axisOf(measure, recording);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawAxes(painter, frame);
    drawMarks(painter, frame, recording, styles, last_step);
    painter.setClipRect(frame.plot.adjusted(-4, -4, 4, 4));
    for (std::size_t lane = 0; lane < styles.size(); ++lane)
        drawLane(painter, frame, styles[lane],
                 pointsOf(recording, static_cast<int>(lane), measure, last_step), static_cast<int>(lane));
    painter.restore();
}

QStringList figureMarks(const Recording& recording, int last_step) {
    const std::vector<LaneStyle> styles = laneStyles(recording.spec.lanes);
    QStringList lines;
    for (const Event& event : markedEvents(recording, last_step)) {
        lines.append(say(QT_TRANSLATE_NOOP("Figure", "%1: %2 (step %3)"))
                         .arg(lines.size() + 1)
                         .arg(eventText(event, styles))
                         .arg(event.step));
    }
    return lines;
}

double drawFigureLegend(QPainter& painter, const QRectF& area, const std::vector<LaneStyle>& styles) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(painter, legend_text));
    const std::vector<QPointF> places = legendPlaces(area.width(), styles, QFontMetricsF(painter.font()));
    for (std::size_t i = 0; i < styles.size(); ++i) {
        const QPointF at = area.topLeft() + places[i];
        drawSwatch(painter, styles[i], QRectF(at.x(), at.y(), legend_swatch, legend_row));
        painter.setPen(theme::text());
        painter.drawText(QRectF(at.x() + legend_swatch + 6, at.y(), area.width(), legend_row),
                         Qt::AlignLeft | Qt::AlignVCenter, styles[i].name);
    }
    painter.restore();
    return places.empty() ? 0 : places.back().y() + legend_row;
}

double figureLegendHeight(double width, const std::vector<LaneStyle>& styles) {
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(legend_text));
    const std::vector<QPointF> places = legendPlaces(width, styles, QFontMetricsF(font));
    return places.empty() ? 0 : places.back().y() + legend_row;
}

} // namespace lab
