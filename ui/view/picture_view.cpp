#include "ui/view/picture_view.h"

#include <QPainter>

namespace lab {

PictureView::PictureView(const QString& file, QWidget* parent) : QWidget(parent), picture_(file) {
    setMinimumSize(240, 160);
}

void PictureView::paintEvent(QPaintEvent*) {
    if (picture_.isNull())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize size = picture_.size().scaled(this->size(), Qt::KeepAspectRatio).boundedTo(picture_.size());
    const QPoint corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    painter.drawPixmap(QRect(corner, size), picture_);
}

} // namespace lab
