#pragma once

#include <QList>
#include <QPair>
#include <QString>

namespace lab {

/// Languages of the window by their ids, with titles in themselves: "system" first.
QList<QPair<QString, QString>> languageChoices();
/// "en", "de" or "zh": what a choice comes to. An empty or unknown choice, or "system", is the desktop's
/// language where there is a translation, else English.
QString languageOf(const QString& choice);
/// Installs the translations of a language for the whole program, in place of those before.
void installLanguage(const QString& choice);
/// The language that was installed last.
QString presentLanguage();

} // namespace lab
