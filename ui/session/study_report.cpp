#include "ui/session/study_report.h"

#include "core/study/study.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace lab {

namespace {

/// "| Tent | 30.9 ± 0.2 |" → "Tent", "30.9 ± 0.2"
QStringList cellsOf(const QString& line) {
    QStringList cells = line.split(QLatin1Char('|'));
    cells.removeFirst();
    if (!cells.isEmpty())
        cells.removeLast();
    for (QString& cell : cells)
        cell = cell.remove(QStringLiteral("**")).trimmed();
    return cells;
}

QString after(const QString& line, const QString& beginning) {
    return line.startsWith(beginning) ? line.mid(beginning.size()).trimmed() : QString();
}

void readTableLine(const QString& line, StudyReport& report) {
    QStringList cells = cellsOf(line);
    if (cells.isEmpty() || line.startsWith(QStringLiteral("|---")))
        return;
    const QString name = cells.takeFirst();
    if (name.isEmpty()) {
        report.columns = cells;
    } else {
        report.lanes.append(name);
        report.rows.append(cells);
    }
}

void findCharts(const QString& folder, const Study& study, StudyReport& report) {
    const auto add = [&](const QString& stem, const QString& name) {
        const QString file = QDir(folder).filePath(stem + QStringLiteral(".png"));
        if (!QFile::exists(file))
            return;
        report.charts.append(file);
        report.chart_names.append(name);
    };
    add(report.id, QCoreApplication::translate("StudyReport", "Chart"));
    for (const StudyCurve& curve : study.curves)
        add(report.id + QLatin1Char('-') + QString::fromStdString(curve.field),
            QString::fromStdString(curve.title).section(QStringLiteral(" ("), 0, 0));
}

} // namespace

QStringList reportsIn(const QString& folder) {
    QStringList ids;
    for (const Study& row : studies()) {
        const QString id = QString::fromStdString(row.id);
        if (QFile::exists(QDir(folder).filePath(id + QStringLiteral(".md"))))
            ids.append(id);
    }
    return ids;
}

StudyReport readStudyReport(const QString& folder, const QString& id) {
    StudyReport report;
    QFile file(QDir(folder).filePath(id + QStringLiteral(".md")));
    if (!file.open(QIODevice::ReadOnly))
        return report;
    report.id = id;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (const QString title = after(line, QStringLiteral("### ")); !title.isEmpty())
            report.title = title.section(QStringLiteral(" (`"), 0, 0);
        else if (const QString published = after(line, QStringLiteral("Published: ")); !published.isEmpty())
            report.published = published;
        else if (const QString ours = after(line, QStringLiteral("Ours, ")); !ours.isEmpty())
            report.conditions = ours.left(1).toUpper() + ours.mid(1);
        else if (line.startsWith(QLatin1Char('|')))
            readTableLine(line, report);
    }
    for (const Study& row : studies())
        if (QString::fromStdString(row.id) == id)
            findCharts(folder, row, report);
    return report;
}

} // namespace lab
