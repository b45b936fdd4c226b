#include "ui/plot/chart_legend.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace lab {

namespace {
constexpr int swatch_width = 18;
constexpr int gap = 9;
} // namespace

ChartLegend::ChartLegend(QWidget* parent) : QWidget(parent) {
    adjustFont(this, -0.5);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChartLegend::setLanes(const std::vector<LaneStyle>& styles) {
    styles_ = styles;
    describe();
}

void ChartLegend::setReference(const QString& name) {
    reference_ = name;
    describe();
}

void ChartLegend::describe() {
    QStringList names;
    for (const LaneStyle& style : styles_)
        names.append(style.name);
    if (!reference_.isEmpty())
        names.append(reference_);
    setAccessibleName(tr("Legend: %1").arg(names.join(QStringLiteral(", "))));
    setToolTip(names.join(QLatin1Char('\n')));
    fitHeight();
    update();
}

int ChartLegend::rowHeight() const {
    return fontMetrics().height() + 2;
}

QSize ChartLegend::sizeHint() const {
    return {120, rowHeight()};
}

QList<ChartLegend::Entry> ChartLegend::entries() const {
    QList<Entry> placed;
    int x = 0;
    int y = 0;
    const auto place = [&](const QString& name) {
        const QString text = fontMetrics().elidedText(name, Qt::ElideRight, width() - swatch_width - 4);
        const int wide = swatch_width + 4 + fontMetrics().horizontalAdvance(text);
        if (x > 0 && x + wide > width()) {
            x = 0;
            y += rowHeight();
        }
        placed.append({text, QRect(x, y, wide, rowHeight())});
        x += wide + gap;
    };
    for (const LaneStyle& style : styles_)
        place(style.name);
    if (!reference_.isEmpty())
        place(reference_);
    return placed;
}

void ChartLegend::fitHeight() {
    const QList<Entry> placed = entries();
    setFixedHeight(placed.isEmpty() ? rowHeight() : placed.last().box.bottom() + 1);
}

void ChartLegend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void ChartLegend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void ChartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QList<Entry> placed = entries();
    for (qsizetype i = 0; i < placed.size(); ++i) {
        const QRect& box = placed[i].box;
        const QRectF swatch(box.left(), box.top(), swatch_width, box.height());
        if (i < static_cast<qsizetype>(styles_.size())) {
            drawSwatch(painter, styles_[static_cast<std::size_t>(i)], swatch);
        } else {
            painter.setPen(QPen(theme::faint(), 1));
            painter.drawLine(QPointF(swatch.left(), swatch.center().y()),
                             QPointF(swatch.right(), swatch.center().y()));
        }
        painter.setPen(theme::text());
        painter.drawText(box.adjusted(swatch_width + 4, 0, gap, 0), Qt::AlignVCenter, placed[i].text);
    }
}

} // namespace lab
