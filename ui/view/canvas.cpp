#include "ui/view/canvas.h"

#include "ui/style/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace lab {

namespace {
constexpr int print_type = 11;    ///< pixels
constexpr double print_scale = 2; ///< as pages are written as PNG
} // namespace

Canvas::Canvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    adjustFont(this, -0.5);
}

void Canvas::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

QString Canvas::hoverText(QPoint) const {
    return {};
}

void Canvas::picked(QPoint) {}

void Canvas::write(QPainter& painter, const QRectF& box, int flags, const QString& text) {
    const QFontMetricsF metrics(painter.font(), painter.device());
    painter.drawText(box, flags, metrics.elidedText(text, Qt::ElideRight, box.width()));
}

void Canvas::setPrintSize(int width, int height) {
    printed_ = true;
    QFont face = font();
    face.setPixelSize(print_type);
    setFont(face);
    setMinimumSize(0, 0);
    resize(width, height);
}

double Canvas::pictureScale() const {
    return printed_ ? print_scale : devicePixelRatioF();
}

void Canvas::drawOn(QPainter& painter, const QPointF& corner) {
    painter.save();
    painter.translate(corner);
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    if (empty_text_.isEmpty()) {
        draw(painter);
    } else {
        painter.setPen(theme::quiet());
        painter.drawText(rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, empty_text_);
    }
    painter.restore();
}

void Canvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::card());
    painter.setRenderHint(QPainter::Antialiasing);
    if (!empty_text_.isEmpty()) {
        painter.setPen(theme::quiet());
        painter.drawText(rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, empty_text_);
    } else {
        draw(painter);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme::accent(), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton && empty_text_.isEmpty())
        picked(event->pos());
    const QString text = empty_text_.isEmpty() ? hoverText(event->pos()) : QString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(12, 8), text, this);
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && empty_text_.isEmpty())
        picked(event->pos());
}

std::vector<double> legendWidths(const QFontMetrics& font, const QStringList& names, double extra,
                                 double room) {
    std::vector<double> widths;
    double sum = 0;
    for (const QString& name : names) {
        widths.push_back(font.horizontalAdvance(name) + 1 + extra);
        sum += widths.back();
    }
    if (sum > room)
        std::fill(widths.begin(), widths.end(), room / static_cast<double>(names.size()));
    return widths;
}

} // namespace lab
