#include "ui/view/toy_plane.h"

#include "ui/style/theme.h"
#include "ui/view/toy_looks.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace lab {

namespace {

constexpr double half = 3.8; ///< of what is shown at least, in the points' unit
constexpr ToyVector middle{1.0, 0.3};
constexpr double cell = 4;          ///< pixels of a cell of the coloured regions
constexpr double arrow_units = 2.5; ///< of an arrow whose gradient is 1
constexpr double longest_arrow = 2; ///< units
constexpr double reach = 12;        ///< pixels from a point that count as on it
constexpr int faint_points = 150;   ///< of the balanced data

/// The paper where a prediction is no better than a guess, towards the class's colour where it is sure.
QRgb tinted(const QColor& color, double probability) {
    const double sure = (probability - 1.0 / toy_classes) / (1 - 1.0 / toy_classes);
    const double share = 0.08 + 0.38 * std::clamp(sure, 0.0, 1.0);
    const QColor paper = theme::card();
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return qRgb(mix(paper.red(), color.red()), mix(paper.green(), color.green()),
                mix(paper.blue(), color.blue()));
}

/// The class of the largest probability.
std::size_t best_of(const ToyProbabilities& p) {
    return static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
}

} // namespace

void drawToyArrow(QPainter& painter, const QLineF& line, const QColor& color) {
    constexpr double point = 5;
    if (line.length() < 2)
        return;
    QLineF shaft = line;
    shaft.setLength(std::max(line.length() - point, 0.5));
    const QLineF along = line.unitVector();
    const QPointF forward(along.dx(), along.dy()), aside(-forward.y(), forward.x());
    const QPointF base = line.p2() - forward * std::min(point, line.length());
    const QPolygonF tip{{line.p2(), base + aside * 2.6, base - aside * 2.6}};
    // A rim of paper keeps it apart from what lies below.
    painter.setPen(QPen(theme::card(), 3.4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(shaft);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(shaft);
    painter.setPen(QPen(theme::card(), 0.6));
    painter.setBrush(color);
    painter.drawPolygon(tip);
}

double ToyPlane::unit() const {
    return std::min(box_.width(), box_.height()) / (2 * half);
}

QPointF ToyPlane::placeOf(const ToyVector& x) const {
    return box_.center() + QPointF(x[0] - middle[0], middle[1] - x[1]) * unit();
}

ToyVector ToyPlane::pointAt(QPointF place) const {
    const QPointF away = (place - box_.center()) / unit();
    return {middle[0] + away.x(), middle[1] - away.y()};
}

int ToyPlane::nearest(QPointF place) const {
    int found = -1;
    double least = reach;
    const auto& batch = experiment_.next_batch();
    for (int i = 0; box_.contains(place) && i < static_cast<int>(batch.size()); ++i)
        if (const double away = QLineF(placeOf(batch[static_cast<std::size_t>(i)].x), place).length();
            away < least) {
            least = away;
            found = i;
        }
    return found;
}

QLineF ToyPlane::arrow(int point, bool of_tent) const {
    const ToyVector& x = experiment_.next_batch()[static_cast<std::size_t>(point)].x;
    const ToyVector pull = of_tent ? experiment_.tent_arrow(lane_, x) : experiment_.zerosiam_arrow(lane_, x);
    QPointF way(pull[0] * arrow_units, -pull[1] * arrow_units);
    if (const double length = std::hypot(way.x(), way.y()); length > longest_arrow)
        way *= longest_arrow / length;
    const QPointF from = placeOf(x);
    return {from, from + way * unit()};
}

QImage ToyPlane::regions() const {
    constexpr int shades = 32;
    std::array<std::array<QRgb, shades>, toy_classes> tints{};
    for (int label = 0; label < toy_classes; ++label)
        for (int shade = 0; shade < shades; ++shade)
            tints[static_cast<std::size_t>(label)][static_cast<std::size_t>(shade)] =
                tinted(toyClassMark(label).color, (1 + 2.0 * shade / (shades - 1)) / 3);
    const QSize cells(std::max(static_cast<int>(box_.width() / cell), 2),
                      std::max(static_cast<int>(box_.height() / cell), 2));
    QImage picture(cells, QImage::Format_RGB32);
    const ToyParameters& parameters = experiment_.world(lane_).parameters();
    for (int row = 0; row < cells.height(); ++row) {
        auto* const line = reinterpret_cast<QRgb*>(picture.scanLine(row));
        for (int column = 0; column < cells.width(); ++column) {
            const QPointF place(box_.left() + (column + 0.5) * box_.width() / cells.width(),
                                box_.top() + (row + 0.5) * box_.height() / cells.height());
            const ToyProbabilities p = toy_softmax(toy_logits(toy_feature(parameters, pointAt(place))));
            const std::size_t best = best_of(p);
            const int shade = std::clamp(static_cast<int>((3 * p[best] - 1) / 2 * shades), 0, shades - 1);
            line[column] = tints[best][static_cast<std::size_t>(shade)];
        }
    }
    return picture;
}

void ToyPlane::draw(QPainter& painter, int selected) const {
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(box_, regions());
    painter.setClipRect(box_);
    drawBalanced(painter);
    drawNames(painter);
    drawBatch(painter, selected);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::border(), 1));
    painter.drawRect(box_);
}

/// The letter of each region in its middle; the regions of a linear head are convex.
void ToyPlane::drawNames(QPainter& painter) const {
    const ToyParameters& parameters = experiment_.world(lane_).parameters();
    constexpr double raster = 10; // pixels
    std::array<QPointF, toy_classes> sums;
    std::array<int, toy_classes> counts{};
    for (double y = box_.top() + raster / 2; y < box_.bottom(); y += raster)
        for (double x = box_.left() + raster / 2; x < box_.right(); x += raster) {
            const auto label = static_cast<std::size_t>(toy_prediction(parameters, pointAt({x, y})));
            sums[label] += QPointF(x, y);
            ++counts[label];
        }
    QFont large = painter.font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    painter.save();
    painter.setFont(large);
    painter.setPen(theme::text());
    constexpr int least = 6; // too narrow for a letter below that
    for (int label = 0; label < toy_classes; ++label)
        if (const int count = counts[static_cast<std::size_t>(label)]; count >= least) {
            const QPointF center = sums[static_cast<std::size_t>(label)] / count;
            painter.drawText(QRectF(center - QPointF(20, 12), QSizeF(40, 24)), Qt::AlignCenter,
                             toyClassName(label));
        }
    painter.restore();
}

void ToyPlane::drawBalanced(QPainter& painter) const {
    painter.setOpacity(0.75);
    const auto& balanced = experiment_.balanced();
    for (std::size_t i = 0; i < std::min<std::size_t>(balanced.size(), faint_points); ++i)
        drawMarker(painter, toyClassMark(balanced[i].label), placeOf(balanced[i].x), 2.5);
    painter.setOpacity(1);
}

void ToyPlane::drawBatch(QPainter& painter, int selected) const {
    const auto& batch = experiment_.next_batch();
    const std::vector<LaneStyle> lanes = toyLaneStyles();
    for (int i = 0; i < static_cast<int>(batch.size()); ++i) {
        const ToyPoint& point = batch[static_cast<std::size_t>(i)];
        const QPointF place = placeOf(point.x);
        drawMarker(painter, toyClassMark(point.label), place, 4);
        if (i == selected) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme::text(), 1.4));
            painter.drawEllipse(place, 8, 8);
        }
    }
    for (int i = 0; i < static_cast<int>(batch.size()); ++i) {
        drawToyArrow(painter, arrow(i, true), lanes[static_cast<std::size_t>(ToyLane::tent)].color);
        if (lane_ == ToyLane::zerosiam)
            drawToyArrow(painter, arrow(i, false), lanes[static_cast<std::size_t>(ToyLane::zerosiam)].color);
    }
}

} // namespace lab
