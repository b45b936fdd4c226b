#include "ui/style/icons.h"

#include "ui/style/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <utility>

namespace lab {

namespace {

void drawTriangle(QPainter& painter, double left, double right) {
    painter.drawPolygon(QPolygonF{{QPointF(left, 3), QPointF(right, 8), QPointF(left, 13)}});
}

/// Draws in a square of 16 units.
void draw(QPainter& painter, Glyph glyph, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPen line(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    switch (glyph) {
    case Glyph::run:
        drawTriangle(painter, 4, 13);
        return;
    case Glyph::pause:
        painter.drawRect(QRectF(4, 3, 3, 10));
        painter.drawRect(QRectF(9, 3, 3, 10));
        return;
    case Glyph::step:
        drawTriangle(painter, 3, 10);
        painter.drawRect(QRectF(11, 3, 2.4, 10));
        return;
    case Glyph::stop:
        painter.drawRect(QRectF(3.5, 3.5, 9, 9));
        return;
    case Glyph::restart:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(line);
        painter.drawArc(QRectF(3, 3, 10, 10), 40 * 16, 290 * 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF{{QPointF(14.5, 2), QPointF(14.5, 8), QPointF(9, 6)}});
        return;
    case Glyph::present:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(line);
        painter.drawPolyline(QPolygonF{{QPointF(2, 6), QPointF(2, 2), QPointF(6, 2)}});
        painter.drawPolyline(QPolygonF{{QPointF(10, 2), QPointF(14, 2), QPointF(14, 6)}});
        painter.drawPolyline(QPolygonF{{QPointF(14, 10), QPointF(14, 14), QPointF(10, 14)}});
        painter.drawPolyline(QPolygonF{{QPointF(6, 14), QPointF(2, 14), QPointF(2, 10)}});
        return;
    case Glyph::close:
        painter.setPen(line);
        painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5));
        painter.drawLine(QPointF(4.5, 11.5), QPointF(11.5, 4.5));
        return;
    case Glyph::add:
        painter.setPen(line);
        painter.drawLine(QPointF(8, 3.5), QPointF(8, 12.5));
        painter.drawLine(QPointF(3.5, 8), QPointF(12.5, 8));
        return;
    case Glyph::blocks:
        // Three sliders: what can be set.
        for (const auto& [y, knob] : {std::pair{4.0, 10.5}, {8.0, 5.0}, {12.0, 9.0}}) {
            painter.setPen(QPen(color, 1.4));
            painter.drawLine(QPointF(2, y), QPointF(14, y));
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(QPointF(knob, y), 2, 2);
        }
        return;
    case Glyph::fold:
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{{QPointF(4, 10), QPointF(8, 6), QPointF(12, 10)}});
        return;
    case Glyph::unfold:
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{{QPointF(4, 6), QPointF(8, 10), QPointF(12, 6)}});
        return;
    }
}

/// Draws when it is asked to, so that an icon follows theme and scale.
class GlyphEngine : public QIconEngine {
  public:
    explicit GlyphEngine(Glyph glyph) : glyph_(glyph) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        draw(*painter, glyph_, mode == QIcon::Disabled ? theme::faint() : theme::text());
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }
    QIconEngine* clone() const override { return new GlyphEngine(*this); }

  private:
    Glyph glyph_;
};

} // namespace

QIcon glyphIcon(Glyph glyph) {
    return QIcon(new GlyphEngine(glyph));
}

} // namespace lab
