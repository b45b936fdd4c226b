#pragma once

#include "core/recipe/recipe_fields.h"
#include "core/spec/spec.h"
#include "ui/style/slider_mapping.h"

#include <QList>
#include <QString>

namespace lab {

QString titleOf(ResetPolicy policy);
QString titleOf(CollapseAction action);
const QList<ResetPolicy>& resetPolicies();
const QList<CollapseAction>& collapseActions();

/// A text of the table of recipe fields in the window's language.
QString fieldWords(const std::string& english);
/// The hint, and for a logarithmic slider which numbers it offers.
QString fieldTip(const RecipeField& field);
using NumberWords = QString (*)(double);
/// "on", "0.01", "symmetric KL", "layer3, layer4".
QString valueWords(const RecipeField& field, const FieldValue& value, NumberWords number = shortNumber);
/// The same of a recipe's field, by its path.
QString valueWords(const Recipe& recipe, const char* path);
/// "stop-gradient off", "α 0.5".
QString settingWords(const RecipeField& field, const FieldValue& value, NumberWords number = shortNumber);

/// What was switched, for people: "stop-gradient off, α 0.5". Empty if the switches agree.
QString describeChange(const Recipe& before, const Recipe& after);

} // namespace lab
