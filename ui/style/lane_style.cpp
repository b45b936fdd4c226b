#include "ui/style/lane_style.h"

#include "core/catalogue/catalog.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>

namespace lab {

namespace {

struct Look {
    const char* method;
    QRgb color;
    Qt::PenStyle dash;
    MarkerShape marker;
};

constexpr Look zerosiam_look{"zerosiam", 0xff0072b2, Qt::SolidLine, MarkerShape::circle};
constexpr Look tent_look{"tent", 0xffd55e00, Qt::SolidLine, MarkerShape::square};
constexpr Look none_look{"", 0xff767676, Qt::DashLine, MarkerShape::cross};
constexpr std::array<Look, 4> other_looks{{
    {"", 0xff009e73, Qt::DashDotLine, MarkerShape::triangle},
    {"", 0xffcc79a7, Qt::DashLine, MarkerShape::diamond},
    {"", 0xffe69f00, Qt::DashDotDotLine, MarkerShape::ring},
    {"", 0xff56b4e9, Qt::DotLine, MarkerShape::circle},
}};

} // namespace

QString laneTitle(const LaneSpec& lane) {
    if (!lane.name.empty())
        return QString::fromStdString(lane.name);
    for (const Choice& choice : method_choices())
        if (choice.id == lane.method)
            return QString::fromStdString(choice.title);
    return QString::fromStdString(lane.method);
}

std::vector<LaneStyle> laneStyles(const std::vector<LaneSpec>& lanes) {
    std::vector<Look> free{other_looks.begin(), other_looks.end()};
    std::vector<Look> reserved{tent_look, zerosiam_look, none_look};
    std::vector<LaneStyle> styles(lanes.size());
    std::vector<bool> done(lanes.size(), false);
    const auto give = [&](std::size_t i, const Look& look) {
        styles[i].color = theme::lane(look.color);
        styles[i].dash = look.dash;
        styles[i].marker = look.marker;
        done[i] = true;
    };
    // The methods with a colour of their own come first, so that no other lane takes it.
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const auto own = std::find_if(reserved.begin(), reserved.end(), [&](const Look& look) {
            return lanes[i].recipe.adapts ? lanes[i].method == look.method : look.marker == none_look.marker;
        });
        if (own == reserved.end())
            continue;
        give(i, *own);
        reserved.erase(own);
    }
    free.insert(free.end(), reserved.begin(), reserved.end());
    std::size_t next = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (!done[i])
            give(i, free[next++ % free.size()]);

    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const QString title = laneTitle(lanes[i]);
        int earlier = 0;
        for (std::size_t j = 0; j < i; ++j)
            earlier += laneTitle(lanes[j]) == title ? 1 : 0;
        styles[i].name = earlier == 0 ? title : QStringLiteral("%1 %2").arg(title).arg(earlier + 1);
    }
    return styles;
}

void drawMarker(QPainter& painter, const LaneStyle& style, QPointF center, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::card(), 1));
    painter.setBrush(style.color);
    const double r = radius;
    switch (style.marker) {
    case MarkerShape::circle:
        painter.drawEllipse(center, r, r);
        break;
    case MarkerShape::square:
        painter.drawRect(QRectF(center.x() - r, center.y() - r, 2 * r, 2 * r));
        break;
    case MarkerShape::triangle:
        painter.drawPolygon(QPolygonF{
            {center + QPointF(0, -1.2 * r), center + QPointF(1.2 * r, r), center + QPointF(-1.2 * r, r)}});
        break;
    case MarkerShape::diamond:
        painter.drawPolygon(QPolygonF{{center + QPointF(0, -1.3 * r), center + QPointF(1.3 * r, 0),
                                       center + QPointF(0, 1.3 * r), center + QPointF(-1.3 * r, 0)}});
        break;
    case MarkerShape::cross:
        painter.setPen(QPen(style.color, 1.6));
        painter.drawLine(center + QPointF(-r, -r), center + QPointF(r, r));
        painter.drawLine(center + QPointF(-r, r), center + QPointF(r, -r));
        break;
    case MarkerShape::ring:
        painter.setPen(QPen(style.color, 1.6));
        painter.setBrush(theme::card());
        painter.drawEllipse(center, r, r);
        break;
    }
    painter.restore();
}

void drawSwatch(QPainter& painter, const LaneStyle& style, const QRectF& box) {
    painter.save();
    painter.setPen(QPen(style.color, 2, style.dash, Qt::FlatCap));
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    painter.restore();
    drawMarker(painter, style, box.center(), 3.5);
}

} // namespace lab
