#include "ui/text/glossary.h"

#include "core/recipe/recipe_fields.h"
#include "core/record/measure_table.h"
#include "ui/text/core_text.h"
#include "ui/text/measure_text.h"
#include "ui/text/recipe_labels.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Glossary", text);
}

QStringList withoutEmpty(QStringList paragraphs) {
    paragraphs.removeAll(QString());
    paragraphs.removeDuplicates();
    return paragraphs;
}

void addMeasures(QList<GlossaryEntry>& all) {
    const QString group = say(QT_TRANSLATE_NOOP("Glossary", "Measures"));
    for (const MeasureRow& row : measure_table()) {
        QString better;
        if (row.better != Better::neither)
            better = row.better == Better::higher ? say(QT_TRANSLATE_NOOP("Glossary", "Higher is better."))
                                                  : say(QT_TRANSLATE_NOOP("Glossary", "Lower is better."));
        all.append({QStringLiteral("measure.") + row.id, group, measureText(row.title),
                    withoutEmpty({measureText(row.sentence), measureText(row.hint), better})});
    }
}

void addFields(QList<GlossaryEntry>& all) {
    const QString group = say(QT_TRANSLATE_NOOP("Glossary", "Parts of a method"));
    for (const RecipeField& field : recipe_fields()) {
        QStringList choices;
        for (const FieldChoice& choice : field.access.choices)
            choices.append(fieldWords(choice.title));
        const QString values =
            choices.isEmpty()
                ? QString()
                : say(QT_TRANSLATE_NOOP("Glossary", "One of: %1.")).arg(choices.join(QStringLiteral(", ")));
        const QString path = say(QT_TRANSLATE_NOOP("Glossary", "In files: lanes[N].recipe.%1"))
                                 .arg(QString::fromStdString(field.path));
        all.append({QStringLiteral("field.") + QString::fromStdString(field.path), group,
                    fieldWords(field.title), withoutEmpty({fieldWords(field.hint), values, path})});
    }
}

void addChoices(QList<GlossaryEntry>& all, const char* kind, const QString& group,
                const std::vector<Choice>& choices) {
    for (const Choice& choice : choices)
        all.append({QLatin1String(kind) + QLatin1Char('.') + QString::fromStdString(choice.id), group,
                    coreText(choice.title), withoutEmpty({coreText(choice.tip)})});
}

} // namespace

QList<GlossaryEntry> glossary() {
    QList<GlossaryEntry> all;
    addMeasures(all);
    addChoices(all, "method", say(QT_TRANSLATE_NOOP("Glossary", "Methods")), method_choices());
    addFields(all);
    addChoices(all, "scenario", say(QT_TRANSLATE_NOOP("Glossary", "Scenarios")), scenario_choices());
    addChoices(all, "corruption", say(QT_TRANSLATE_NOOP("Glossary", "Corruptions")), corruption_choices());
    addChoices(all, "model", say(QT_TRANSLATE_NOOP("Glossary", "Models")), model_choices());
    return all;
}

} // namespace lab
