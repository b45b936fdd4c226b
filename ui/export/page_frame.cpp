#include "ui/export/page_frame.h"

#include "ui/export/conditions.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

constexpr double top = 16, title_size = 15, sentence_size = 10.5, foot_size = 10;
constexpr double least_head = 74;

double wordsHeight(const QString& text, double width, double pixels, bool bold = false) {
    const QFontMetricsF metrics(pageFont(pixels, bold));
    return std::ceil(metrics.boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, text).height());
}

} // namespace

QFont pageFont(double pixels, bool bold) {
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    font.setBold(bold);
    return font;
}

double writeWords(QPainter& painter, const QPointF& corner, double width, const QString& text, double pixels,
                  const QColor& ink, bool bold) {
    painter.setFont(pageFont(pixels, bold));
    painter.setPen(ink);
    QRectF used;
    painter.drawText(QRectF(corner, QSizeF(width, 10000)), Qt::AlignLeft | Qt::TextWordWrap, text, &used);
    return used.height();
}

double innerWidth(int page_width) {
    return page_width - 2 * page_margin;
}

QString footOf(const Recording& recording, const QStringList& above) {
    return (above + conditionsOf(recording)).join(QLatin1Char('\n'));
}

FigurePage framedPage(const PageFrame& frame, double height,
                      const std::function<void(QPainter&, const QRectF&)>& draw) {
    const double inner = innerWidth(frame.width);
    const double title = wordsHeight(frame.title, inner, title_size, true) + 2;
    const double sentence =
        frame.sentence.isEmpty() ? 0 : wordsHeight(frame.sentence, inner, sentence_size) + 4;
    const double head =
        std::max(least_head, top + title + sentence + figureLegendHeight(inner, frame.legend) + 4);
    FigurePage page;
    page.size = QSize(frame.width,
                      static_cast<int>(std::ceil(head + height + wordsHeight(frame.foot, inner, foot_size) +
                                                 16 + page_margin)));
    page.title = frame.title;
    page.draw = [=](QPainter& painter) {
        writeWords(painter, {page_margin, top}, inner, frame.title, title_size, theme::text(), true);
        if (!frame.sentence.isEmpty())
            writeWords(painter, {page_margin, top + title}, inner, frame.sentence, sentence_size,
                       theme::quiet());
        drawFigureLegend(painter, QRectF(page_margin, top + title + sentence, inner, 40), frame.legend);
        draw(painter, QRectF(page_margin, head, inner, height));
        writeWords(painter, {page_margin, head + height + 8}, inner, frame.foot, foot_size, theme::quiet());
    };
    return page;
}

} // namespace lab
