#include "ui/view/class_river.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lab {

namespace {
constexpr double left = 112; ///< the column with the rows' names
constexpr double right = 8;
constexpr double axis_height = 20;
constexpr double legend_height = 20;
constexpr double row_gap = 6;
} // namespace

RiverCanvas::RiverCanvas(QWidget* parent) : Canvas(parent) {
    setAccessibleName(tr("Class river"));
    setMinimumSize(320, 160);
}

void RiverCanvas::setScene(const Scene& scene) {
    scene_ = scene;
    follow(scene);
    setEmptyText(taken_ == 0 ? scene.empty_text : QString());
    QStringList words;
    for (int lane = 0; lane < data_.lanes() && scene.step > 0; ++lane) {
        const std::vector<double> shares = data_.shares(lane, data_.bucketOf(scene.step), groups_);
        const auto most = std::max_element(shares.begin(), shares.end());
        if (most != shares.end() && *most > 0)
            words.append(tr("%1: %2 % %3")
                             .arg(scene.styles[static_cast<std::size_t>(lane)].name)
                             .arg(std::lround(100 * *most))
                             .arg(scene.className(groups_.classOf(static_cast<int>(most - shares.begin())))));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

/// Takes the records that came since; begins anew with another recording.
void RiverCanvas::follow(const Scene& scene) {
    const auto classes = static_cast<int>(scene.class_names.size());
    const bool shorter = !scene.records || scene.records->size() < taken_;
    if (shorter || run_ != scene.run || data_.classes() != classes || scene.lanes() < data_.lanes()) {
        data_.reset(scene.lanes(), classes);
        taken_ = 0;
        run_ = scene.run;
        stale_ = true;
    }
    while (data_.lanes() < scene.lanes())
        data_.addLane();
    if (!scene.records || taken_ == scene.records->size())
        return;
    for (; taken_ < scene.records->size(); ++taken_)
        data_.add((*scene.records)[taken_]);
    if (groups_.size() == 0 || classes > ClassGroups::most || stale_)
        groups_ = ClassGroups(data_.totals());
    stale_ = true;
}

QRectF RiverCanvas::rowBox(int row) const {
    const double room = height() - axis_height - legend_height - row_gap;
    const double step = room / rows();
    return {left, legend_height + row_gap + row * step, width() - left - right, step - row_gap};
}

double RiverCanvas::xOf(int step) const {
    const int steps = std::max(scene_.total_steps, 1);
    return left + (width() - left - right) * (step - 0.5) / steps;
}

int RiverCanvas::stepAt(double x) const {
    const int steps = std::max(scene_.total_steps, 1);
    return 1 + static_cast<int>(std::floor((x - left) / std::max(width() - left - right, 1.0) * steps));
}

std::vector<double> RiverCanvas::columnShares(int row, double x) const {
    std::vector<double> sums(static_cast<std::size_t>(groups_.size()), 0);
    const int steps = std::max(scene_.total_steps, 1);
    const double step = (x - left) / std::max(width() - left - right, 1.0) * steps; // 0 … steps
    if (data_.buckets() == 0 || step < 0 || step > data_.buckets() * data_.stride() ||
        (end_ > 0 && step > end_))
        return sums;
    // A short moving mean over neighbouring stretches, so that it flows; weights fall with the distance.
    const double at = step / data_.stride() - 0.5;
    double all = 0;
    for (int bucket = static_cast<int>(std::floor(at)) - 1; bucket <= static_cast<int>(std::floor(at)) + 2;
         ++bucket) {
        const double weight = std::max(0.0, 1.5 - std::abs(bucket - at));
        if (bucket < 0 || bucket >= data_.buckets() || weight == 0)
            continue;
        const std::vector<double> shares = data_.shares(row - 1, bucket, groups_);
        double known = 0;
        for (std::size_t g = 0; g < sums.size(); ++g) {
            sums[g] += weight * shares[g];
            known += shares[g];
        }
        all += known > 0 ? weight : 0;
    }
    for (double& sum : sums)
        sum = all > 0 ? sum / all : 0;
    return sums;
}

void RiverCanvas::paintRiver(int row) {
    const QRectF box = rowBox(row);
    const double scale = pictureScale();
    const int wide = std::max(1, static_cast<int>(box.width() * scale));
    const int high = std::max(1, static_cast<int>(box.height() * scale));
    QImage picture(wide, high, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    std::vector<QRgb> colors;
    for (int g = 0; g < groups_.size(); ++g)
        colors.push_back(groups_.color(g).rgb());
    for (int x = 0; x < wide; ++x) {
        const std::vector<double> shares = columnShares(row, left + (x + 0.5) / scale);
        double top = 0;
        int y = 0;
        for (std::size_t g = 0; g < shares.size(); ++g) {
            top += shares[g] * high;
            for (const int end = std::min(high, static_cast<int>(std::lround(top))); y < end; ++y)
                reinterpret_cast<QRgb*>(picture.scanLine(y))[x] = colors[g];
        }
    }
    pictures_[static_cast<std::size_t>(row)] = picture;
}

void RiverCanvas::draw(QPainter& painter) {
    if (stale_) {
        pictures_.assign(static_cast<std::size_t>(rows()), {});
        for (int row = 0; row < rows(); ++row)
            paintRiver(row);
        stale_ = false;
    }
    drawLegend(painter);
    for (int row = 0; row < rows(); ++row) {
        const QRectF box = rowBox(row);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::window());
        painter.drawRect(box);
        painter.drawImage(box, pictures_[static_cast<std::size_t>(row)]);
        drawNames(painter, row);
        painter.setPen(theme::text());
        if (row == 0) {
            write(painter, QRectF(0, box.top(), left - 8, box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                  data_.buckets() == 0 || data_.labelled() ? tr("true labels") : tr("no labels"));
        } else {
            const LaneStyle& style = scene_.styles[static_cast<std::size_t>(row - 1)];
            drawSwatch(painter, style, QRectF(0, box.center().y() - 8, 18, 16));
            painter.setPen(theme::text());
            write(painter, QRectF(24, box.top(), left - 32, box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                  style.name);
        }
    }
    const double bottom = rowBox(rows() - 1).bottom();
    painter.setPen(theme::quiet());
    for (int part = 0; part <= 4; ++part) {
        const int step = std::max(1, static_cast<int>(std::lround(scene_.total_steps * part / 4.0)));
        const double shift = part == 4 ? 80 - right : 40;
        painter.drawText(QRectF(xOf(step) - shift, bottom + 3, 80, axis_height - 3),
                         part == 4 ? Qt::AlignRight : Qt::AlignHCenter,
                         part == 0 ? tr("step 1") : QString::number(step));
    }
    if (scene_.step > 0) {
        painter.setPen(QPen(theme::text(), 1));
        painter.drawLine(QPointF(xOf(scene_.step), legend_height), QPointF(xOf(scene_.step), bottom));
    }
}

void RiverCanvas::drawLegend(QPainter& painter) const {
    constexpr double swatch = 14, gap = 8;
    QStringList names;
    for (int g = 0; g < groups_.size(); ++g) {
        const int label = groups_.classOf(g);
        names.append(label < 0 ? tr("other") : scene_.className(label));
    }
    const std::vector<double> cells = legendWidths(painter.fontMetrics(), names, swatch + gap, width());
    double left = 0;
    for (int g = 0; g < groups_.size(); ++g) {
        const double cell = cells[static_cast<std::size_t>(g)];
        const QRectF box(left, 0, cell - gap, legend_height - 4);
        left += cell;
        painter.setPen(Qt::NoPen);
        painter.setBrush(groups_.color(g));
        painter.drawRect(QRectF(box.left(), box.center().y() - 5, 10, 10));
        painter.setPen(theme::text());
        write(painter, box.adjusted(swatch, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, names[g]);
    }
}

/// A class's name within its area, where the area is thick and long enough for it.
void RiverCanvas::drawNames(QPainter& painter, int row) const {
    const QRectF box = rowBox(row);
    const double thick = fontMetrics().height() + 2;
    constexpr double stride = 4;
    for (int g = 0; g < groups_.size(); ++g) {
        const int label = groups_.classOf(g);
        const double wide = fontMetrics().horizontalAdvance(scene_.className(label)) + 8;
        double run = 0, top_sum = 0, bottom_sum = 0;
        for (double x = box.left(); x <= box.right() && label >= 0; x += stride) {
            const std::vector<double> shares = columnShares(row, x);
            double above = 0;
            for (int other = 0; other < g; ++other)
                above += shares[static_cast<std::size_t>(other)];
            const double share = shares[static_cast<std::size_t>(g)];
            const bool fits = share * box.height() >= thick;
            if (fits) {
                run += stride;
                top_sum += above * stride;
                bottom_sum += (above + share) * stride;
            }
            if ((!fits || x + stride > box.right()) && run > 0) {
                if (run >= wide) {
                    const double middle = box.top() + box.height() * (top_sum + bottom_sum) / (2 * run);
                    const QColor paper = groups_.color(g);
                    painter.setPen(paper.lightnessF() > 0.56F ? QColor(0x22, 0x27, 0x2e) : QColor(Qt::white));
                    painter.drawText(QRectF(x - run, middle - thick / 2, run, thick), Qt::AlignCenter,
                                     scene_.className(label));
                }
                run = top_sum = bottom_sum = 0;
            }
        }
    }
}

QString RiverCanvas::hoverText(QPoint position) const {
    for (int row = 0; row < rows(); ++row) {
        const QRectF box = rowBox(row);
        if (!box.contains(position))
            continue;
        const std::vector<double> shares = columnShares(row, position.x());
        const QString who =
            row == 0 ? tr("true labels") : scene_.styles[static_cast<std::size_t>(row - 1)].name;
        QStringList lines{tr("Step %1, %2").arg(stepAt(position.x())).arg(who)};
        for (std::size_t g = 0; g < shares.size(); ++g)
            if (shares[g] >= 0.005)
                lines.append(tr("%1: %2 %")
                                 .arg(groups_.classOf(static_cast<int>(g)) < 0
                                          ? tr("other")
                                          : scene_.className(groups_.classOf(static_cast<int>(g))))
                                 .arg(std::lround(100 * shares[g])));
        return lines.size() > 1 ? lines.join(QLatin1Char('\n')) : QString();
    }
    return {};
}

void RiverCanvas::picked(QPoint position) {
    if (position.x() >= left - 4)
        Q_EMIT stepPicked(stepAt(position.x()));
}

void RiverCanvas::resizeEvent(QResizeEvent* event) {
    Canvas::resizeEvent(event);
    stale_ = true;
}

ClassRiver::ClassRiver(QWidget* parent)
    : ViewPage(
          tr("Predicted classes over time"),
          tr("Each class is as thick as its share of the answers. In a collapse one class floods its lane "
             "while the true labels flow on."),
          parent),
      canvas_(new RiverCanvas(this)) {
    body()->addWidget(canvas_, 1);
    connect(canvas_, &RiverCanvas::stepPicked, this, &ViewPage::stepPicked);
}

void ClassRiver::showScene(const Scene& scene) {
    canvas_->setScene(scene);
}

} // namespace lab
