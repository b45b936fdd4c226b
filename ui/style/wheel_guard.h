#pragma once

#include <QObject>

namespace lab {

/// Keeps the wheel from changing values that nobody has chosen: a field, a menu, a slider or a row of tabs
/// takes it only with the keyboard's focus, and does not take the focus by it. Elsewhere the wheel goes to
/// what lies behind, so that a panel scrolls under the mouse whatever is there. To be installed on the
/// application.
class WheelGuard : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace lab
