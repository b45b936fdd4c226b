#include "ui/view/sample_card.h"

#include "ui/style/theme.h"
#include "ui/view/picture.h"

#include <QPainter>

#include <algorithm>

namespace lab {

namespace {
constexpr double picture_size = 84;
constexpr double row = 15;
constexpr double name_width = 84;
constexpr std::size_t most_history = 8;
} // namespace

SampleCard::SampleCard(QWidget* parent) : Canvas(parent) {
    setAccessibleName(tr("Selected image"));
    setFixedWidth(256);
    setFocusPolicy(Qt::NoFocus);
}

void SampleCard::setSample(const Scene& scene, int image) {
    scene_ = scene;
    image_ = image;
    batch_ = scene.detail();
    seen_at_.clear();
    picture_ = {};
    const auto at = static_cast<std::size_t>(image);
    if (!batch_ || image < 0 || at >= batch_->pictures.size()) {
        setEmptyText(batch_ ? tr("Click an image to see its probabilities and its history.")
                            : QStringLiteral(" "));
        return;
    }
    setEmptyText({});
    picture_ = toQImage(batch_->pictures[at]);
    seen_at_ = scene.details->steps_with(batch_->samples[at]);
    QStringList words{
        tr("Image %1, true label %2").arg(batch_->samples[at]).arg(scene.className(batch_->labels[at]))};
    for (const StepDetail& lane : batch_->lanes)
        if (lane.lane < scene.lanes())
            words.append(
                tr("%1: %2 with probability %3")
                    .arg(scene.styles[static_cast<std::size_t>(lane.lane)].name,
                         scene.className(lane.predictions[at]))
                    .arg(static_cast<double>(lane.top_probabilities[at * StepDetail::top]), 0, 'f', 2));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setMinimumHeight(sizeHint().height());
    update();
}

QSize SampleCard::sizeHint() const {
    const int lanes = scene_.lanes();
    const double history = (2.0 + static_cast<double>(std::min(seen_at_.size(), most_history))) * row;
    return {256, static_cast<int>(picture_size + 16 + lanes * (6 * row + 6) + history)};
}

void SampleCard::draw(QPainter& painter) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const auto at = static_cast<std::size_t>(image_);
    const QSizeF size = QSizeF(picture_.size()).scaled(picture_size, picture_size, Qt::KeepAspectRatio);
    painter.drawImage(QRectF(QPointF(8, 0), size), picture_);
    const double x = picture_size + 20;
    painter.setPen(theme::text());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const int label = batch_->labels[at];
    write(painter, QRectF(x, 4, width() - x, row), Qt::AlignLeft,
          label < 0 ? tr("no label") : scene_.className(label));
    painter.setFont(font());
    painter.setPen(theme::quiet());
    if (label >= 0)
        write(painter, QRectF(x, 4 + row, width() - x, row), Qt::AlignLeft, tr("true label"));
    write(painter, QRectF(x, 4 + 2.6 * row, width() - x, row), Qt::AlignLeft,
          tr("image %1 of the data").arg(batch_->samples[at]));
    write(painter, QRectF(x, 4 + 3.6 * row, width() - x, row), Qt::AlignLeft,
          tr("at step %1").arg(scene_.step));
    double y = picture_size + 12;
    for (int lane = 0; lane < scene_.lanes(); ++lane)
        drawLane(painter, lane, y);
    drawHistory(painter, y);
}

void SampleCard::drawLane(QPainter& painter, int lane, double& y) const {
    const StepDetail* detail = batch_->of_lane(lane);
    if (!detail)
        return;
    const auto at = static_cast<std::size_t>(image_);
    const LaneStyle& style = scene_.styles[static_cast<std::size_t>(lane)];
    const int label = batch_->labels[at];
    drawSwatch(painter, style, QRectF(8, y, 18, row));
    painter.setPen(theme::text());
    const bool right = detail->predictions[at] == label;
    write(painter, QRectF(32, y, width() - 32, row), Qt::AlignLeft | Qt::AlignVCenter,
          label < 0 ? style.name : tr("%1 %2").arg(right ? tr("✓") : tr("✗"), style.name));
    y += row;
    for (std::size_t k = 0; k < StepDetail::top; ++k) {
        const int c = detail->top_classes[at * StepDetail::top + k];
        if (c < 0)
            continue;
        const auto p = static_cast<double>(detail->top_probabilities[at * StepDetail::top + k]);
        painter.setPen(c == label ? theme::text() : theme::quiet());
        write(painter, QRectF(8, y, name_width, row), Qt::AlignLeft | Qt::AlignVCenter, scene_.className(c));
        const double room = width() - name_width - 56;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::grid());
        painter.drawRect(QRectF(name_width + 12, y + 4, room, row - 8));
        painter.setBrush(style.color);
        painter.drawRect(QRectF(name_width + 12, y + 4, room * p, row - 8));
        painter.setPen(theme::text());
        painter.drawText(QRectF(width() - 40, y, 36, row), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(p, 'f', 2));
        y += row;
    }
    y += 6;
}

void SampleCard::drawHistory(QPainter& painter, double y) const {
    painter.setPen(theme::text());
    const auto count = seen_at_.size();
    write(painter, QRectF(8, y, width() - 8, row), Qt::AlignLeft | Qt::AlignVCenter,
          count == 1 ? tr("Seen once so far") : tr("Seen at %1 steps").arg(count));
    y += row;
    const std::size_t first = count > most_history ? count - most_history : 0;
    for (std::size_t i = first; i < count; ++i) {
        const BatchDetailPtr batch = scene_.details->at(seen_at_[i]);
        const std::int64_t sample = batch_->samples[static_cast<std::size_t>(image_)];
        const auto at = static_cast<std::size_t>(
            std::find(batch->samples.begin(), batch->samples.end(), sample) - batch->samples.begin());
        painter.setPen(theme::quiet());
        painter.drawText(QRectF(8, y, name_width, row), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("step %1").arg(seen_at_[i]));
        double x = name_width + 18;
        for (int lane = 0; lane < scene_.lanes(); ++lane, x += 16) {
            const StepDetail* detail = batch->of_lane(lane);
            if (!detail)
                continue;
            LaneStyle mark;
            mark.color = scene_.styles[static_cast<std::size_t>(lane)].color;
            mark.marker = batch->labels[at] < 0                          ? MarkerShape::ring
                          : detail->predictions[at] == batch->labels[at] ? MarkerShape::circle
                                                                         : MarkerShape::cross;
            drawMarker(painter, mark, {x, y + row / 2}, 4);
        }
        y += row;
    }
}

} // namespace lab
