#include "ui/export/figure_page.h"

#include "ui/export/page_frame.h"
#include "ui/export/summary_rows.h"
#include "ui/style/lane_style.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <memory>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

/// The marks on the charts by their numbers, above the conditions.
QString chartFoot(const Recording& recording, int last_step) {
    const QStringList marks = figureMarks(recording, last_step);
    if (marks.isEmpty())
        return footOf(recording, {});
    return footOf(recording,
                  {say(QT_TRANSLATE_NOOP("Figure", "Marks: %1.")).arg(marks.join(QStringLiteral("; ")))});
}

QString pageTitle(const Recording& recording) {
    QStringList names;
    for (const LaneSpec& lane : recording.spec.lanes)
        names.append(laneTitle(lane));
    return names.join(QStringLiteral(", "));
}

struct Panel {
    FigureMeasure measure;
    QRectF area;
};

void drawPanel(QPainter& painter, const Panel& panel, const Recording& recording, int last_step) {
    const double head = writeWords(painter, panel.area.topLeft(), panel.area.width(), panel.measure.title,
                                   12.5, theme::text(), true);
    drawFigureChart(painter, panel.area.adjusted(-8, head + 4, 0, 0), recording, panel.measure, last_step);
}

FigurePage page(const std::shared_ptr<const Recording>& recording, int width, const QString& title,
                const QString& sentence, double middle, int last_step,
                const std::function<void(QPainter&, const QRectF&)>& draw_middle) {
    // Legend colours are those of light paper, whatever the window has.
    const theme::LightColours light;
    return framedPage(
        {width, title, sentence, chartFoot(*recording, last_step), laneStyles(recording->spec.lanes)}, middle,
        draw_middle);
}

/// Four charts, two in a row.
void drawBoard(QPainter& painter, const QRectF& area, const Recording& recording,
               const QList<FigureMeasure>& measures, int last_step) {
    const double width = (area.width() - 24) / 2, height = (area.height() - 16) / 2;
    for (int i = 0; i < 4; ++i)
        drawPanel(painter,
                  {measures[i], QRectF(area.left() + (i % 2) * (width + 24),
                                       area.top() + (i / 2) * (height + 16), width, height)},
                  recording, last_step);
}

constexpr double board_height = 520, table_row = 20;

void drawTable(QPainter& painter, const QRectF& area, const Recording& recording) {
    const SummaryTable table = summaryTable(recording);
    const double first = 170;
    const double column =
        (area.width() - first) / std::max<double>(1, static_cast<double>(table.columns.size()));
    double y = area.top();
    const auto line = [&](const QString& name, const QStringList& cells, bool head) {
        painter.setFont(pageFont(head ? 9.5 : 10.5));
        painter.setPen(head ? theme::quiet() : theme::text());
        painter.drawText(QRectF(area.left(), y, first, table_row), Qt::AlignLeft | Qt::AlignVCenter, name);
        for (int i = 0; i < cells.size(); ++i)
            painter.drawText(QRectF(area.left() + first + i * column, y, column - 8, table_row),
                             Qt::AlignRight | Qt::AlignVCenter, cells[i]);
        y += table_row;
        painter.setPen(QPen(head ? theme::border() : theme::grid(), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    };
    line(say(QT_TRANSLATE_NOOP("Figure", "lane")), table.columns, true);
    for (const SummaryRow& row : table.rows)
        line(row.lane, row.cells, false);
}

} // namespace

FigurePage chartPage(const Recording& recording, const FigureMeasure& measure) {
    const auto kept = std::make_shared<const Recording>(recording);
    return page(kept, 760, measure.title, measure.sentence, 340, all_steps,
                [kept, measure](QPainter& painter, const QRectF& area) {
                    drawFigureChart(painter, area.adjusted(-8, 0, 0, 0), *kept, measure, all_steps);
                });
}

FigurePage boardPage(const Recording& recording, int last_step) {
    const auto kept = std::make_shared<const Recording>(recording);
    const int total = recording.info.total_steps;
    const QString sentence =
        last_step < total ? say(QT_TRANSLATE_NOOP("Figure", "Step %1 of %2")).arg(last_step).arg(total)
                          : say(QT_TRANSLATE_NOOP("Figure", "Every chart over the steps of the stream"));
    return page(kept, 1120, pageTitle(recording), sentence, board_height, last_step,
                [kept, last_step](QPainter& painter, const QRectF& area) {
                    drawBoard(painter, area, *kept, figureMeasures(), last_step);
                });
}

FigurePage lossPage(const Recording& recording, int last_step) {
    const auto kept = std::make_shared<const Recording>(recording);
    return page(
        kept, 1120, say(QT_TRANSLATE_NOOP("Figure", "The loss and its parts")),
        say(QT_TRANSLATE_NOOP("Figure", "L = H + α·D over the steps of the stream, and how many images "
                                        "it averages over")),
        board_height, last_step, [kept, last_step](QPainter& painter, const QRectF& area) {
            drawBoard(painter, area, *kept, lossMeasures(), last_step);
        });
}

FigurePage comparisonPage(const Recording& recording) {
    const auto kept = std::make_shared<const Recording>(recording);
    const double table = table_row * static_cast<double>(recording.spec.lanes.size() + 1);
    return page(
        kept, 1120, pageTitle(recording),
        say(QT_TRANSLATE_NOOP("Figure", "Charts over the steps of the stream, and what is left at the end")),
        board_height + 16 + table, all_steps, [kept, table](QPainter& painter, const QRectF& area) {
            drawBoard(painter, QRectF(area.topLeft(), QSizeF(area.width(), board_height)), *kept,
                      figureMeasures(), all_steps);
            drawTable(painter, QRectF(area.left(), area.top() + board_height + 16, area.width(), table),
                      *kept);
        });
}

FigurePage viewPage(const Recording& recording, const QString& title, QWidget* view) {
    const auto kept = std::make_shared<const Recording>(recording);
    const QPixmap picture = view->grab();
    const QSizeF size = QSizeF(picture.size()) / picture.devicePixelRatio();
    const int width = std::max(600, static_cast<int>(size.width() + 2 * page_margin));
    return page(kept, width, title, {}, size.height(), all_steps,
                [picture, size](QPainter& painter, const QRectF& area) {
                    painter.setRenderHint(QPainter::SmoothPixmapTransform);
                    painter.drawPixmap(QRectF(area.topLeft(), size), picture, picture.rect());
                });
}

} // namespace lab
