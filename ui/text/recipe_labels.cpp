#include "ui/text/recipe_labels.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Recipe", text);
}

} // namespace

QString titleOf(ResetPolicy policy) {
    switch (policy) {
    case ResetPolicy::none:
        return say(QT_TRANSLATE_NOOP("Recipe", "never"));
    case ResetPolicy::segment:
        return say(QT_TRANSLATE_NOOP("Recipe", "at each change of corruption"));
    case ResetPolicy::batch:
        return say(QT_TRANSLATE_NOOP("Recipe", "before every batch"));
    }
    return {};
}

QString titleOf(CollapseAction action) {
    switch (action) {
    case CollapseAction::flag:
        return say(QT_TRANSLATE_NOOP("Recipe", "flag it and go on"));
    case CollapseAction::stop:
        return say(QT_TRANSLATE_NOOP("Recipe", "stop the lane"));
    case CollapseAction::reset:
        return say(QT_TRANSLATE_NOOP("Recipe", "reset the lane"));
    }
    return {};
}

const QList<ResetPolicy>& resetPolicies() {
    static const QList<ResetPolicy> policies{ResetPolicy::none, ResetPolicy::segment, ResetPolicy::batch};
    return policies;
}

const QList<CollapseAction>& collapseActions() {
    static const QList<CollapseAction> actions{CollapseAction::flag, CollapseAction::stop,
                                               CollapseAction::reset};
    return actions;
}

QString fieldWords(const std::string& english) {
    return english.empty() ? QString() : QCoreApplication::translate("RecipeFields", english.c_str());
}

QString fieldTip(const RecipeField& field) {
    QString hint = fieldWords(field.hint);
    if (!field.slider.logarithmic)
        return hint;
    return say(QT_TRANSLATE_NOOP("Recipe", "%1 The slider is logarithmic, %2 to %3."))
        .arg(hint, shortNumber(field.slider.zero_at_left ? 0 : field.slider.lowest),
             shortNumber(field.slider.highest));
}

QString valueWords(const RecipeField& field, const FieldValue& value, NumberWords number) {
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? say(QT_TRANSLATE_NOOP("Recipe", "on")) : say(QT_TRANSLATE_NOOP("Recipe", "off"));
    if (const auto* told = std::get_if<double>(&value))
        return number(*told);
    const std::string text = value_text(value);
    for (const FieldChoice& choice : field.access.choices)
        if (choice.id == text)
            return fieldWords(choice.title);
    return QString::fromStdString(text);
}

QString valueWords(const Recipe& recipe, const char* path) {
    const RecipeField& field = recipe_field(path);
    return valueWords(field, field.get(recipe));
}

QString settingWords(const RecipeField& field, const FieldValue& value, NumberWords number) {
    const QString words = valueWords(field, value, number);
    return words.isEmpty() ? fieldWords(field.change_to_none) : fieldWords(field.change).arg(words);
}

QString describeChange(const Recipe& before, const Recipe& after) {
    QStringList parts;
    for (const RecipeField& field : recipe_fields())
        if (const FieldValue value = field.get(after); value != field.get(before))
            parts.append(settingWords(field, value));
    return parts.join(QStringLiteral(", "));
}

} // namespace lab
