#include "ui/view/image_strip.h"

#include "ui/style/theme.h"
#include "ui/view/picture.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace lab {

namespace {

constexpr int margin = 12;
constexpr int head_width = 112; ///< the column with the lanes' names
constexpr int least_cell_width = 84;
constexpr int picture_size = 48;

} // namespace

ImageStrip::ImageStrip(QWidget* parent) : QFrame(parent) {
    adjustFont(this, -0.5);
    setAccessibleName(tr("Images of the current batch"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ImageStrip::setLanes(const std::vector<LaneStyle>& styles) {
    styles_ = styles;
    clear();
    updateGeometry();
}

void ImageStrip::setClassNames(const QStringList& names) {
    class_names_ = names;
}

void ImageStrip::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

void ImageStrip::showPreview(const BatchPreview& preview) {
    preview_ = preview;
    images_.clear();
    for (const Image& image : preview.images)
        images_.append(toQImage(image));
    if (!images_.isEmpty())
        setAccessibleDescription(describe(0));
    update();
}

void ImageStrip::clear() {
    preview_ = {};
    images_.clear();
    setAccessibleDescription({});
    update();
}

int ImageStrip::rowHeight() const {
    return fontMetrics().height() + 2;
}

QSize ImageStrip::sizeHint() const {
    const int rows = 1 + static_cast<int>(styles_.size());
    return {head_width + 4 * least_cell_width,
            8 + rowHeight() + 4 + picture_size + 2 + rows * rowHeight() + 8};
}

int ImageStrip::shownImages() const {
    const int room = (width() - 2 * margin - head_width) / least_cell_width;
    return std::clamp(room, 0, static_cast<int>(images_.size()));
}

int ImageStrip::cellWidth() const {
    const int room = width() - 2 * margin - head_width;
    return std::min(room / std::max(room / least_cell_width, 1), least_cell_width * 5 / 4);
}

QString ImageStrip::className(int label) const {
    if (label < 0)
        return QStringLiteral("–");
    return label < class_names_.size() ? class_names_[label] : QString::number(label);
}

QString ImageStrip::describe(int image) const {
    const auto index = static_cast<std::size_t>(image);
    if (image < 0 || index >= preview_.labels.size())
        return {};
    const int label = preview_.labels[index];
    QStringList lines{label < 0 ? tr("No label") : tr("True label: %1").arg(className(label))};
    for (std::size_t lane = 0; lane < styles_.size() && lane < preview_.predictions.size(); ++lane) {
        if (index >= preview_.predictions[lane].size())
            continue;
        QString line = tr("%1: %2").arg(styles_[lane].name, className(preview_.predictions[lane][index]));
        if (lane < preview_.confidences.size() && index < preview_.confidences[lane].size())
            line +=
                tr(", confidence %1").arg(static_cast<double>(preview_.confidences[lane][index]), 0, 'f', 2);
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

bool ImageStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QFrame::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int image = (help->pos().x() - margin - head_width) / cellWidth();
    const bool inside = help->pos().x() >= margin + head_width && image < shownImages();
    QToolTip::showText(help->globalPos(), inside ? describe(image) : QString(), this);
    return true;
}

void ImageStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), theme::card());
    const int row = rowHeight();
    const auto write = [&](const QRect& box, const QString& text, const QColor& color) {
        painter.setPen(color);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    };
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(font().pointSizeF() + 1);
    painter.setFont(bold);
    painter.setPen(theme::text());
    const QString title = preview_.step > 0 ? tr("Images of step %1").arg(preview_.step) : tr("Images");
    painter.drawText(QRect(margin, 8, width(), row), Qt::AlignVCenter, title);
    painter.setFont(font());
    if (images_.isEmpty()) {
        painter.setPen(theme::quiet());
        painter.drawText(rect(), Qt::AlignCenter, empty_text_);
        return;
    }
    const int top = 8 + row + 4;
    const int labels_top = top + picture_size + 2;
    const bool labelled =
        std::any_of(preview_.labels.begin(), preview_.labels.end(), [](int label) { return label >= 0; });
    write(QRect(margin, labels_top, head_width - 8, row), labelled ? tr("true label") : tr("no labels"),
          theme::quiet());
    for (std::size_t lane = 0; lane < styles_.size(); ++lane) {
        const int y = labels_top + (static_cast<int>(lane) + 1) * row;
        drawSwatch(painter, styles_[lane], QRectF(margin, y, 20, row));
        write(QRect(margin + 26, y, head_width - 34, row), styles_[lane].name, theme::text());
    }
    const int cell_width = cellWidth();
    for (int i = 0; i < shownImages(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        const int x = margin + head_width + i * cell_width;
        const QSize size = images_[i].size().scaled(picture_size, picture_size, Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint(x, top), size), images_[i]);
        const int label = index < preview_.labels.size() ? preview_.labels[index] : -1;
        write(QRect(x, labels_top, cell_width - 6, row), className(label), theme::text());
        for (std::size_t lane = 0; lane < styles_.size() && lane < preview_.predictions.size(); ++lane) {
            if (index >= preview_.predictions[lane].size())
                continue;
            const int predicted = preview_.predictions[lane][index];
            const QRect box(x, labels_top + (static_cast<int>(lane) + 1) * row, cell_width - 6, row);
            const QString sign = label < 0 ? QString() : predicted == label ? tr("✓ ") : tr("✗ ");
            write(box, sign + className(predicted), predicted == label ? theme::quiet() : theme::text());
        }
    }
}

} // namespace lab
