#include "ui/view/feature_map.h"

#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace lab {

namespace {

constexpr double legend_height = 22;
constexpr double foot = 18; ///< the name of the horizontal axis
constexpr double side = 18; ///< and of the vertical one
constexpr double head = 20; ///< a panel's name
constexpr double stamp_size = 10;
constexpr std::array shapes = {MarkerShape::circle, MarkerShape::square, MarkerShape::triangle,
                               MarkerShape::diamond, MarkerShape::cross};

LaneStyle markOf(const ClassGroups& groups, int group) {
    LaneStyle style;
    style.color = groups.color(group);
    style.marker = shapes[static_cast<std::size_t>(group) % shapes.size()];
    return style;
}

} // namespace

FeatureCanvas::FeatureCanvas(QWidget* parent) : Canvas(parent) {
    setAccessibleName(tr("Feature map"));
    setMinimumSize(320, 200);
}

void FeatureCanvas::setScene(const Scene& scene, int batches, bool by_prediction) {
    scene_ = scene;
    by_prediction_ = by_prediction;
    points_.assign(static_cast<std::size_t>(scene.lanes()), {});
    std::vector<std::int64_t> counts(static_cast<std::size_t>(scene.class_names.size()), 0);
    if (scene.details)
        for (const BatchDetailPtr& batch : scene.details->window(scene.step, batches)) {
            share_x_ = batch->axis_shares[0];
            share_y_ = batch->axis_shares[1];
            for (const StepDetail& lane : batch->lanes) {
                if (lane.lane >= scene.lanes())
                    continue;
                auto& points = points_[static_cast<std::size_t>(lane.lane)];
                for (std::size_t i = 0; i < lane.predictions.size(); ++i) {
                    points.push_back({lane.projection[2 * i], lane.projection[2 * i + 1], batch->labels[i],
                                      lane.predictions[i], batch->step, batch->step == scene.step});
                    const int label = by_prediction ? points.back().prediction : points.back().label;
                    if (label >= 0 && label < static_cast<int>(counts.size()))
                        ++counts[static_cast<std::size_t>(label)];
                }
            }
        }
    const ClassGroups groups(counts);
    if (!(groups == groups_)) {
        groups_ = groups;
        stamps_.clear();
    }
    growRange();
    setAccessibleDescription(scene.step > 0 ? tr("Step %1, %2 lanes").arg(scene.step).arg(scene.lanes())
                                            : QString());
    update();
}

void FeatureCanvas::setRange(const QRectF& range) {
    range_ = range;
    range_stays_ = true;
}

void FeatureCanvas::growRange() {
    if (range_stays_)
        return;
    if (run_ != scene_.run) {
        range_ = {};
        run_ = scene_.run;
    }
    double low_x = range_.isNull() ? 1e30 : range_.left(), high_x = range_.isNull() ? -1e30 : range_.right();
    double low_y = range_.isNull() ? 1e30 : range_.top(), high_y = range_.isNull() ? -1e30 : range_.bottom();
    bool grows = false;
    for (const auto& points : points_)
        for (const Point& p : points) {
            if (!std::isfinite(p.x) || !std::isfinite(p.y))
                continue;
            grows = grows || p.x < low_x || p.x > high_x || p.y < low_y || p.y > high_y;
            low_x = std::min<double>(low_x, p.x);
            high_x = std::max<double>(high_x, p.x);
            low_y = std::min<double>(low_y, p.y);
            high_y = std::max<double>(high_y, p.y);
        }
    if (!grows)
        return;
    const double pad_x = std::max((high_x - low_x) * 0.06, 1e-6),
                 pad_y = std::max((high_y - low_y) * 0.06, 1e-6);
    range_ = QRectF(QPointF(low_x - pad_x, low_y - pad_y), QPointF(high_x + pad_x, high_y + pad_y));
}

QRectF FeatureCanvas::panelBox(int lane) const {
    const int lanes = std::max(scene_.lanes(), 1);
    const int columns = lanes <= 1 ? 1 : lanes <= 4 ? 2 : 3;
    const int rows = (lanes + columns - 1) / columns;
    const double wide = (width() - side) / columns, high = (height() - legend_height - foot) / rows;
    return {side + lane % columns * wide + 3, legend_height + lane / columns * high + head, wide - 6,
            high - head - 6};
}

QPointF FeatureCanvas::placeOf(int lane, const Point& p) const {
    const QRectF box = panelBox(lane).adjusted(6, 6, -6, -6);
    return {box.left() + (p.x - range_.left()) / range_.width() * box.width(),
            box.bottom() - (p.y - range_.top()) / range_.height() * box.height()};
}

const QPixmap& FeatureCanvas::stamp(int group, bool newest) {
    if (stamps_.empty() || stamp_scale_ != devicePixelRatioF() || paper_ != theme::card().rgb()) {
        stamp_scale_ = devicePixelRatioF();
        paper_ = theme::card().rgb();
        stamps_.clear();
        for (int g = 0; g < groups_.size(); ++g)
            for (const bool strong : {false, true}) {
                QPixmap picture(QSize(static_cast<int>(stamp_size), static_cast<int>(stamp_size)) *
                                stamp_scale_);
                picture.setDevicePixelRatio(stamp_scale_);
                picture.fill(Qt::transparent);
                QPainter painter(&picture);
                painter.setOpacity(strong ? 1.0 : 0.45);
                drawMarker(painter, markOf(groups_, g), {stamp_size / 2, stamp_size / 2}, strong ? 3.4 : 2.6);
                stamps_.push_back(picture);
            }
    }
    return stamps_[static_cast<std::size_t>(2 * group + (newest ? 1 : 0))];
}

void FeatureCanvas::drawPoint(QPainter& painter, QPointF center, int group, bool newest) {
    if (!isPrinted()) {
        painter.drawPixmap(center - QPointF(stamp_size / 2, stamp_size / 2), stamp(group, newest));
        return;
    }
    LaneStyle mark = markOf(groups_, group);
    const auto paler = [](int part) { return 255 - (255 - part) * 45 / 100; };
    if (!newest)
        mark.color = QColor(paler(mark.color.red()), paler(mark.color.green()), paler(mark.color.blue()));
    drawMarker(painter, mark, center, newest ? 3.4 : 2.6);
}

void FeatureCanvas::draw(QPainter& painter) {
    drawLegend(painter, QRectF(0, 0, width(), legend_height));
    for (int lane = 0; lane < scene_.lanes(); ++lane) {
        const QRectF box = panelBox(lane);
        const LaneStyle& style = scene_.styles[static_cast<std::size_t>(lane)];
        drawSwatch(painter, style, QRectF(box.left(), box.top() - head + 2, 18, 16));
        painter.setPen(theme::text());
        write(painter, QRectF(box.left() + 24, box.top() - head + 2, box.width() - 24, 16),
              Qt::AlignLeft | Qt::AlignVCenter, style.name);
        painter.setPen(QPen(theme::border(), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        const auto& points = points_[static_cast<std::size_t>(lane)];
        if (points.empty()) {
            painter.setPen(theme::quiet());
            painter.drawText(box, Qt::AlignCenter, tr("no step here"));
        }
        for (const bool newest : {false, true})
            for (const Point& point : points)
                if (point.newest == newest && groups_.size() > 0 && std::isfinite(point.x) &&
                    std::isfinite(point.y)) {
                    const int label = by_prediction_ ? point.prediction : point.label;
                    const int group = std::min(groups_.of(label), groups_.size() - 1);
                    drawPoint(painter, placeOf(lane, point), group, newest);
                }
    }
    painter.setPen(theme::quiet());
    write(painter, QRectF(side, height() - foot, width() - side, foot), Qt::AlignHCenter | Qt::AlignBottom,
          tr("first principal component of the unadapted features (%1 % of their variance)")
              .arg(std::lround(100 * share_x_)));
    painter.save();
    painter.translate(0, legend_height + (height() - legend_height - foot) / 2);
    painter.rotate(-90);
    const double room = height() - legend_height - foot;
    write(painter, QRectF(-room / 2, 0, room, side), Qt::AlignHCenter | Qt::AlignTop,
          tr("second principal component (%1 %)").arg(std::lround(100 * share_y_)));
    painter.restore();
}

void FeatureCanvas::drawLegend(QPainter& painter, const QRectF& box) const {
    constexpr double mark = 15, gap = 8;
    QStringList names;
    for (int g = 0; g < groups_.size(); ++g) {
        const int label = groups_.classOf(g);
        names.append(label < 0 ? tr("other") : scene_.className(label));
    }
    const std::vector<double> cells = legendWidths(painter.fontMetrics(), names, mark + gap, box.width());
    double left = 0;
    for (int g = 0; g < groups_.size(); ++g) {
        const double cell = cells[static_cast<std::size_t>(g)];
        drawMarker(painter, markOf(groups_, g), {left + 6, box.top() + 8}, 4);
        painter.setPen(theme::text());
        write(painter, QRectF(left + mark, box.top(), cell - mark - gap, 16),
              Qt::AlignLeft | Qt::AlignVCenter, names[g]);
        left += cell;
    }
}

QString FeatureCanvas::hoverText(QPoint position) const {
    for (int lane = 0; lane < scene_.lanes(); ++lane) {
        if (!panelBox(lane).contains(position))
            continue;
        const Point* nearest = nullptr;
        double least = 36;
        for (const Point& point : points_[static_cast<std::size_t>(lane)]) {
            const QPointF away = placeOf(lane, point) - position;
            const double distance = QPointF::dotProduct(away, away);
            if (distance < least) {
                least = distance;
                nearest = &point;
            }
        }
        if (nearest)
            return tr("Step %1\ntrue label: %2\n%3 says: %4\n(%5, %6)")
                .arg(nearest->step)
                .arg(scene_.className(nearest->label), scene_.styles[static_cast<std::size_t>(lane)].name,
                     scene_.className(nearest->prediction))
                .arg(static_cast<double>(nearest->x), 0, 'g', 3)
                .arg(static_cast<double>(nearest->y), 0, 'g', 3);
    }
    return {};
}

FeatureMap::FeatureMap(QWidget* parent)
    : ViewPage(
          tr("Feature map"),
          tr("Pictures of one class lie together while a lane still tells classes apart; in a collapse all "
             "pile up."),
          parent),
      canvas_(new FeatureCanvas(this)), colouring_(new QComboBox(this)), window_(new QComboBox(this)) {
    colouring_->addItems({tr("by true class"), tr("by predicted class")});
    colouring_->setAccessibleName(tr("Colour of the marks"));
    for (const int batches : {1, 10, 30})
        window_->addItem(batches == 1 ? tr("this batch") : tr("last %1 batches").arg(batches), batches);
    window_->setCurrentIndex(1);
    window_->setAccessibleName(tr("Batches that are shown"));
    for (QComboBox* menu : {colouring_, window_}) {
        adjustFont(menu, -0.5);
        controls()->addWidget(menu);
        connect(menu, &QComboBox::currentIndexChanged, this, &ViewPage::sceneNeeded);
    }
    body()->addWidget(canvas_, 1);
}

void FeatureMap::addTo(ViewChoice& choice, bool /*in_front*/) const {
    choice.feature_batches = window_->currentData().toInt();
    choice.by_prediction = colouring_->currentIndex() == 1;
}

void FeatureMap::showScene(const Scene& scene) {
    canvas_->setEmptyText(detailFault(scene));
    canvas_->setScene(scene, window_->currentData().toInt(), colouring_->currentIndex() == 1);
}

} // namespace lab
