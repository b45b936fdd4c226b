#include "ui/window/drop_target.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace lab {

namespace {

/// The first file of a drop; empty where it holds none.
QString fileOf(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

bool isLink(const QMimeData* data) {
    return data->hasText() && data->text().trimmed().startsWith(QStringLiteral("collapselab:"));
}

} // namespace

DropTarget::DropTarget(QWidget* window) : QObject(window) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    const QString file = fileOf(drop->mimeData());
    const bool link = file.isEmpty() && isLink(drop->mimeData());
    if (file.isEmpty() && !link)
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop && link)
        Q_EMIT linkDropped(drop->mimeData()->text());
    else if (event->type() == QEvent::Drop)
        Q_EMIT fileDropped(file);
    return true;
}

} // namespace lab
