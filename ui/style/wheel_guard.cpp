#include "ui/style/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace lab {

namespace {

/// The field that a widget is, or is a part of (the line of a spin box); null where it is none.
QWidget* fieldOf(QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    for (int depth = 0; widget != nullptr && depth < 2; ++depth, widget = widget->parentWidget()) {
        const bool field = qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QComboBox*>(widget) ||
                           qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QTabBar*>(widget);
        if (field)
            return qobject_cast<QScrollBar*>(widget) ? nullptr : widget;
    }
    return nullptr;
}

} // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Polish && event->type() != QEvent::Wheel)
        return false;
    QWidget* field = fieldOf(watched);
    if (field == nullptr)
        return false;
    if (event->type() == QEvent::Polish) {
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (field->hasFocus())
        return false;
    event->ignore(); // and on to what lies behind
    return true;
}

} // namespace lab
