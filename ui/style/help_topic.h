#pragma once

#include <QString>

class QWidget;

namespace lab {

/// Names the entry of the glossary that a widget is about: "measure.accuracy". One that ends in a dot goes on
/// with what is chosen in the menu: "scenario.".
void setHelpTopic(QWidget* widget, const QString& id);

/// The entry for a widget, or for the nearest widget that it lies in; empty where none is named.
QString helpTopicOf(const QWidget* widget);

} // namespace lab
