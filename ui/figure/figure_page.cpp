#include "ui/figure/figure_page.h"

#include "ui/figure/conditions.h"
#include "ui/figure/summary_rows.h"
#include "ui/theme.h"
#include "ui/view/lane_style.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace lab {

namespace {

constexpr double margin = 20;
constexpr int all_steps = std::numeric_limits<int>::max();

QString say(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

QFont pageFont(double pixels, bool bold) {
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    font.setBold(bold);
    return font;
}

/// Words in a column; returns the height used.
double write(QPainter& painter, const QPointF& corner, double width, const QString& text, double pixels,
             const QColor& ink, bool bold = false) {
    painter.setFont(pageFont(pixels, bold));
    painter.setPen(ink);
    QRectF used;
    painter.drawText(QRectF(corner, QSizeF(width, 10000)), Qt::AlignLeft | Qt::TextWordWrap, text, &used);
    return used.height();
}

/// Marks and conditions, as they stand at the foot of every page.
QString footOf(const Recording& recording, int last_step) {
    QStringList lines = conditionsOf(recording);
    const QStringList marks = figureMarks(recording, last_step);
    if (!marks.isEmpty())
        lines.prepend(say(QT_TRANSLATE_NOOP("Figure", "Marks: %1.")).arg(marks.join(QStringLiteral("; "))));
    return lines.join(QLatin1Char('\n'));
}

double footHeight(const QString& foot, double width) {
    const QFontMetricsF metrics(pageFont(10, false));
    return metrics.boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, foot).height() + 16;
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
    const double head = write(painter, panel.area.topLeft(), panel.area.width(), panel.measure.title, 12.5,
                              theme::text(), true);
    drawFigureChart(painter, panel.area.adjusted(-8, head + 4, 0, 0), recording, panel.measure, last_step);
}

/// A page of some panels with head and foot; `rest` is drawn between panels and foot.
FigurePage page(const std::shared_ptr<const Recording>& recording, int width, const QString& title,
                const QString& sentence, double middle, int last_step,
                const std::function<void(QPainter&, const QRectF&)>& draw_middle) {
    const QString foot = footOf(*recording, last_step);
    const double inner = width - 2 * margin;
    constexpr double head = 74;
    const double height = head + middle + footHeight(foot, inner) + margin;
    FigurePage result;
    result.size = QSize(width, static_cast<int>(std::ceil(height)));
    result.title = title;
    result.draw = [=](QPainter& painter) {
        double y = 16;
        y += write(painter, {margin, y}, inner, title, 15, theme::text(), true) + 2;
        if (!sentence.isEmpty())
            y += write(painter, {margin, y}, inner, sentence, 10.5, theme::quiet()) + 4;
        drawFigureLegend(painter, QRectF(margin, y, inner, 40), *recording);
        draw_middle(painter, QRectF(margin, head, inner, middle));
        write(painter, {margin, head + middle + 8}, inner, foot, 10, theme::quiet());
    };
    return result;
}

void drawBoard(QPainter& painter, const QRectF& area, const Recording& recording, int last_step) {
    const QList<FigureMeasure> measures = figureMeasures();
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
        painter.setFont(pageFont(head ? 9.5 : 10.5, false));
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
                    drawBoard(painter, area, *kept, last_step);
                });
}

FigurePage comparisonPage(const Recording& recording) {
    const auto kept = std::make_shared<const Recording>(recording);
    const double table = table_row * static_cast<double>(recording.spec.lanes.size() + 1);
    return page(
        kept, 1120, pageTitle(recording),
        say(QT_TRANSLATE_NOOP("Figure", "Charts over the steps of the stream, and what is left at the end")),
        board_height + 16 + table, all_steps, [kept, table](QPainter& painter, const QRectF& area) {
            drawBoard(painter, QRectF(area.topLeft(), QSizeF(area.width(), board_height)), *kept, all_steps);
            drawTable(painter, QRectF(area.left(), area.top() + board_height + 16, area.width(), table),
                      *kept);
        });
}

FigurePage viewPage(const Recording& recording, const QString& title, QWidget* view) {
    const auto kept = std::make_shared<const Recording>(recording);
    const QPixmap picture = view->grab();
    const QSizeF size = QSizeF(picture.size()) / picture.devicePixelRatio();
    const int width = std::max(600, static_cast<int>(size.width() + 2 * margin));
    return page(kept, width, title, {}, size.height(), all_steps,
                [picture, size](QPainter& painter, const QRectF& area) {
                    painter.setRenderHint(QPainter::SmoothPixmapTransform);
                    painter.drawPixmap(QRectF(area.topLeft(), size), picture, picture.rect());
                });
}

} // namespace lab
