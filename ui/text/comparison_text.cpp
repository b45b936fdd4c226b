#include "ui/text/comparison_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Comparison", text);
}

QString partTitle(RunPart part) {
    switch (part) {
    case RunPart::program:
        return say(QT_TRANSLATE_NOOP("Comparison", "program"));
    case RunPart::device:
        return say(QT_TRANSLATE_NOOP("Comparison", "device"));
    case RunPart::weights:
        return say(QT_TRANSLATE_NOOP("Comparison", "weights"));
    case RunPart::model:
        return say(QT_TRANSLATE_NOOP("Comparison", "model"));
    case RunPart::data:
        return say(QT_TRANSLATE_NOOP("Comparison", "data"));
    case RunPart::images:
        return say(QT_TRANSLATE_NOOP("Comparison", "number of images"));
    }
    return {};
}

QString differenceText(const RecordDifference& d) {
    if (d.field.empty())
        return say(QT_TRANSLATE_NOOP("Comparison", "Run again: %1 records were recorded, now there are %2."))
            .arg(QString::fromStdString(d.recorded), QString::fromStdString(d.found));
    return say(QT_TRANSLATE_NOOP("Comparison",
                                 "Run again, the records differ from step %1 on: lane %2, %3 was "
                                 "%4, is %5."))
        .arg(d.step)
        .arg(d.lane + 1)
        .arg(QString::fromStdString(d.field), QString::fromStdString(d.recorded),
             QString::fromStdString(d.found));
}

} // namespace

QString comparisonText(const RunComparison& comparison) {
    if (!comparison.difference)
        return comparison.compared == comparison.recorded
                   ? say(QT_TRANSLATE_NOOP(
                             "Comparison",
                             "Run again as recorded: all %1 records are the same, bit for bit."))
                         .arg(comparison.compared)
                   : say(QT_TRANSLATE_NOOP("Comparison",
                                           "Run again as recorded and stopped before: the first "
                                           "%1 of %2 records are the same, bit for bit."))
                         .arg(comparison.compared)
                         .arg(comparison.recorded);
    QString words = differenceText(*comparison.difference);
    QStringList others;
    for (const PartDifference& part : comparison.parts)
        others.append(say(QT_TRANSLATE_NOOP("Comparison", "%1: %2, now %3"))
                          .arg(partTitle(part.part), QString::fromStdString(part.recorded),
                               QString::fromStdString(part.found)));
    if (!others.isEmpty())
        words += QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Comparison", "Other than recorded: %1."))
                                        .arg(others.join(QStringLiteral("; ")));
    return words;
}

} // namespace lab
