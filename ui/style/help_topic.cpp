#include "ui/style/help_topic.h"

#include <QComboBox>
#include <QVariant>

namespace lab {

namespace {
constexpr const char* property_name = "help_topic";
}

void setHelpTopic(QWidget* widget, const QString& id) {
    widget->setProperty(property_name, id);
}

QString helpTopicOf(const QWidget* widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const QString id = widget->property(property_name).toString();
        if (id.isEmpty())
            continue;
        const auto* menu = qobject_cast<const QComboBox*>(widget);
        return id.endsWith(QLatin1Char('.')) && menu != nullptr ? id + menu->currentData().toString() : id;
    }
    return {};
}

} // namespace lab
