#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace lab {

/// A word of the lab and what it means. All are made from the tables that the lab itself works from.
struct GlossaryEntry {
    QString id;    ///< "measure.logit_norm", "field.alignment.alpha", "scenario.label_shift", "method.tent"
    QString group; ///< "Measures"
    QString title;
    QStringList paragraphs; ///< what it is; formula, source and range after that
};

/// In the window's language, group by group.
QList<GlossaryEntry> glossary();

} // namespace lab
