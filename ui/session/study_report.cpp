#include "ui/session/study_report.h"

#include "core/study/study_result.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cmath>
#include <exception>

namespace lab {

namespace {

QString fileOf(const QString& folder, const QString& id) {
    return QDir(folder).filePath(id + QStringLiteral(".json"));
}

QString say(const char* text) {
    return QCoreApplication::translate("StudyReport", text);
}

QString conditionsOf(const StudyResult& result) {
    const QString conditions = QString::fromStdString(result.conditions),
                  seconds = QString::number(std::llround(result.seconds));
    QString words =
        result.seeds > 1
            ? say(QT_TRANSLATE_NOOP("StudyReport", "Mean ± sd over %1 seeds: %2; %3 s of computing."))
                  .arg(QString::number(result.seeds), conditions, seconds)
            : say(QT_TRANSLATE_NOOP("StudyReport", "One seed: %1; %2 s of computing."))
                  .arg(conditions, seconds);
    if (!result.ended.empty())
        words +=
            QLatin1Char(' ') +
            say(QT_TRANSLATE_NOOP("StudyReport", "Cut short: %1.")).arg(QString::fromStdString(result.ended));
    return words;
}

QStringList listOf(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

void takeTable(const StudyResult& result, StudyReport& report) {
    const ResultTable table = table_of(result);
    report.columns = listOf(table.columns);
    report.averaged = table.averaged;
    if (table.averaged)
        report.columns.last() = say(QT_TRANSLATE_NOOP("StudyReport", "average"));
    report.lanes = listOf(table.lanes);
    for (const std::vector<std::string>& cells : table.cells)
        report.rows.append(listOf(cells));
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
        if (QFile::exists(fileOf(folder, id)))
            ids.append(id);
    }
    return ids;
}

StudyReport readStudyReport(const QString& folder, const QString& id) {
    StudyReport report;
    const QString file = fileOf(folder, id);
    if (!QFile::exists(file))
        return report;
    report.id = id;
    try {
        const StudyResult result = read_study_result(QFile::encodeName(file).toStdString());
        report.title = QString::fromStdString(result.title);
        report.published = QString::fromStdString(result.published);
        report.conditions = conditionsOf(result);
        takeTable(result, report);
        findCharts(folder, study(result.id), report);
    } catch (const std::exception& error) {
        report = {};
        report.id = id;
        report.fault = QString::fromStdString(error.what());
    }
    return report;
}

} // namespace lab
