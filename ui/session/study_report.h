#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace lab {

/// A study's report as it lies in a folder, in words.
struct StudyReport {
    QString id;
    QString fault; ///< why it cannot be read; all else is empty then
    QString title;
    QString published;
    QString conditions;      ///< and how many seeds, how long, and what cut it short
    QStringList columns;     ///< of the table, the lanes' names apart
    bool averaged = false;   ///< the last column is the average over the others
    QStringList lanes;       ///< one per row
    QList<QStringList> rows; ///< "78.1 ± 0.4", one list per lane, as long as `columns`
    QStringList charts;      ///< files, full paths
    QStringList chart_names; ///< one per file: "Logit norm"
};

/// Studies whose reports lie in the folder, by their ids, in the order of the list of studies.
QStringList reportsIn(const QString& folder);
/// Reads ID.json and finds ID*.png. Without an id where the file is not there.
StudyReport readStudyReport(const QString& folder, const QString& id);

} // namespace lab
