#include "ui/view/image_grid.h"

#include "ui/style/theme.h"
#include "ui/view/picture.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lab {

namespace {
constexpr int cell_width = 84;
constexpr int picture_size = 52;
constexpr int mark_size = 11; // six in a row
constexpr int gap = 6;
} // namespace

ImageGrid::ImageGrid(QWidget* parent) : Canvas(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Image board"));
}

void ImageGrid::setScene(const Scene& scene, const ImageFilter& filter) {
    scene_ = scene;
    const BatchDetailPtr batch = scene.detail();
    if (batch != batch_) {
        batch_ = batch;
        pictures_.clear();
        if (batch)
            for (const Image& picture : batch->pictures)
                pictures_.push_back(toQImage(picture));
    }
    shown_.clear();
    for (int i = 0; i < static_cast<int>(pictures_.size()); ++i)
        if (!filter.on ||
            (of(filter.right_lane) && of(filter.wrong_lane) && isRight(filter.right_lane, i) &&
             !isRight(filter.wrong_lane, i) && batch_->labels[static_cast<std::size_t>(i)] >= 0))
            shown_.push_back(i);
    if (std::find(shown_.begin(), shown_.end(), selected_) == shown_.end())
        select(shown_.empty() ? -1 : shown_.front());
    setAccessibleDescription(tr("%1 images of step %2").arg(shown_.size()).arg(scene.step));
    fitHeight();
    update();
}

bool ImageGrid::labelled() const {
    return batch_ &&
           std::any_of(batch_->labels.begin(), batch_->labels.end(), [](int label) { return label >= 0; });
}

bool ImageGrid::isRight(int lane, int image) const {
    const StepDetail* detail = of(lane);
    const auto at = static_cast<std::size_t>(image);
    return detail && detail->predictions[at] == batch_->labels[at];
}

void ImageGrid::select(int image) {
    selected_ = image;
    update();
    Q_EMIT selectionChanged(image);
}

int ImageGrid::columns() const {
    return std::max(1, width() / cell_width);
}

QRect ImageGrid::cellBox(int position) const {
    const int rows_of_marks =
        std::max(1, (scene_.lanes() * (mark_size + 1) + cell_width - 7) / (cell_width - 6));
    const int high = picture_size + fontMetrics().height() + rows_of_marks * (mark_size + 3) + gap + 6;
    return {position % columns() * cell_width, position / columns() * high, cell_width, high};
}

QSize ImageGrid::sizeHint() const {
    const int count = static_cast<int>(shown_.size());
    return {4 * cell_width, count == 0 ? 200 : cellBox(count - 1).bottom() + 1};
}

void ImageGrid::fitHeight() {
    setMinimumHeight(sizeHint().height());
}

void ImageGrid::resizeEvent(QResizeEvent* event) {
    Canvas::resizeEvent(event);
    fitHeight();
}

void ImageGrid::draw(QPainter& painter) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (shown_.empty()) {
        painter.setPen(theme::quiet());
        painter.drawText(rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         labelled() ? tr("No image of this step passes the filter.")
                                    : tr("These images have no labels: nothing is right or wrong."));
    }
    for (int position = 0; position < static_cast<int>(shown_.size()); ++position) {
        const int image = shown_[static_cast<std::size_t>(position)];
        const auto at = static_cast<std::size_t>(image);
        const QRect box = cellBox(position).adjusted(1, 1, -5, -gap);
        if (image == selected_) {
            painter.setPen(QPen(theme::accent(), 1.5));
            painter.setBrush(theme::hintTint());
            painter.drawRoundedRect(QRectF(box), 4, 4);
        }
        const QSize size = pictures_[at].size().scaled(picture_size, picture_size, Qt::KeepAspectRatio);
        const QRect picture(box.center().x() - size.width() / 2, box.top() + 4, size.width(), size.height());
        painter.drawImage(picture, pictures_[at]);
        painter.setPen(theme::text());
        const QRectF name(box.left() + 2, box.top() + picture_size + 4, box.width() - 4,
                          fontMetrics().height());
        write(painter, name, Qt::AlignCenter,
              batch_->labels[at] < 0 ? tr("no label") : scene_.className(batch_->labels[at]));
        const int per_row = std::max(1, (cell_width - 6) / (mark_size + 1));
        const int in_row = std::min(per_row, scene_.lanes());
        for (int lane = 0; lane < scene_.lanes() && batch_->labels[at] >= 0; ++lane) {
            if (!of(lane))
                continue;
            LaneStyle mark;
            mark.color = scene_.styles[static_cast<std::size_t>(lane)].color;
            mark.marker = isRight(lane, image) ? MarkerShape::circle : MarkerShape::cross;
            const QPointF center(box.center().x() + (lane % per_row - (in_row - 1) / 2.0) * (mark_size + 1),
                                 name.bottom() + 8 + lane / per_row * (mark_size + 3));
            drawMarker(painter, mark, center, 4);
        }
    }
}

QString ImageGrid::hoverText(QPoint position) const {
    for (int i = 0; i < static_cast<int>(shown_.size()); ++i) {
        if (!cellBox(i).contains(position))
            continue;
        const auto at = static_cast<std::size_t>(shown_[static_cast<std::size_t>(i)]);
        const int label = batch_->labels[at];
        QStringList lines{label < 0 ? tr("Image %1 of the data set, no label").arg(batch_->samples[at])
                                    : tr("Image %1 of the data set, true label: %2")
                                          .arg(batch_->samples[at])
                                          .arg(scene_.className(label))};
        for (int lane = 0; lane < scene_.lanes(); ++lane)
            if (const StepDetail* detail = of(lane))
                lines.append(label < 0 ? tr("%1: %2").arg(scene_.styles[static_cast<std::size_t>(lane)].name,
                                                          scene_.className(detail->predictions[at]))
                                       : tr("%1 %2: %3")
                                             .arg(detail->predictions[at] == label ? tr("✓") : tr("✗"),
                                                  scene_.styles[static_cast<std::size_t>(lane)].name,
                                                  scene_.className(detail->predictions[at])));
        return lines.join(QLatin1Char('\n'));
    }
    return {};
}

void ImageGrid::picked(QPoint position) {
    for (int i = 0; i < static_cast<int>(shown_.size()); ++i)
        if (cellBox(i).contains(position))
            select(shown_[static_cast<std::size_t>(i)]);
}

void ImageGrid::keyPressEvent(QKeyEvent* event) {
    const auto at = std::find(shown_.begin(), shown_.end(), selected_);
    const int way = event->key() == Qt::Key_Left    ? -1
                    : event->key() == Qt::Key_Right ? 1
                    : event->key() == Qt::Key_Up    ? -columns()
                    : event->key() == Qt::Key_Down  ? columns()
                                                    : 0;
    if (way == 0 || at == shown_.end())
        return Canvas::keyPressEvent(event);
    const auto position = static_cast<int>(at - shown_.begin()) + way;
    if (position >= 0 && position < static_cast<int>(shown_.size()))
        select(shown_[static_cast<std::size_t>(position)]);
}

} // namespace lab
