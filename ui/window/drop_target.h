#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace lab {

/// Lets files, and links as text, be dropped onto a window.
class DropTarget : public QObject {
    Q_OBJECT
  public:
    explicit DropTarget(QWidget* window);
    bool eventFilter(QObject* watched, QEvent* event) override;

  Q_SIGNALS:
    void fileDropped(const QString& file);
    void linkDropped(const QString& text);
};

} // namespace lab
