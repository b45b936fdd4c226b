#include "ui/dialog/recipe_form.h"

#include "ui/style/log_slider.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"
#include "ui/view/field_control.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace lab {

namespace {

QGridLayout* newColumn() {
    auto* column = new QGridLayout;
    column->setHorizontalSpacing(8);
    column->setVerticalSpacing(4);
    column->setColumnMinimumWidth(0, 116);
    column->setColumnStretch(1, 1);
    return column;
}

/// Nothing can be chosen among one, and the window's lanes see pictures.
bool canBeSet(const RecipeField& field) {
    return !field.language && (field.access.kind != FieldKind::choice || field.access.choices.size() > 1);
}

} // namespace

RecipeForm::RecipeForm(QWidget* parent) : QWidget(parent), left_(newColumn()), right_(newColumn()) {
    for (const FieldBlock& block : field_blocks()) {
        QGridLayout* column = block.column == 0 ? left_ : right_;
        bool headed = false;
        for (const RecipeField& field : recipe_fields()) {
            if (field.block != block.id || !canBeSet(field))
                continue;
            if (!std::exchange(headed, true))
                addHeading(column, fieldWords(block.title));
            addControl(column, new FieldControl(field, this));
        }
    }
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(32);
    for (QGridLayout* column : {left_, right_}) {
        auto* side = new QVBoxLayout;
        side->addLayout(column);
        side->addStretch(1);
        columns->addLayout(side, 1);
    }
    setRecipe({});
}

void RecipeForm::addControl(QGridLayout* column, FieldControl* control) {
    const RecipeField& field = control->field();
    const QString label = fieldWords(field.caption.empty() ? field.title : field.caption);
    const QString tip = fieldTip(field);
    addField(column, label, control->widget(), tip);
    if (control->slider() != nullptr)
        control->slider()->setName(label, wrappedTip(tip));
    connect(control, &FieldControl::changed, this, [this, control] { read(control); });
    controls_.append(control);
}

void RecipeForm::addHeading(QGridLayout* column, const QString& text) {
    auto* label = new QLabel(text);
    adjustFont(label, 0, true);
    if (column->count() > 0)
        label->setContentsMargins(0, 8, 0, 0);
    column->addWidget(label, column->rowCount(), 0, 1, 2);
}

void RecipeForm::addField(QGridLayout* column, const QString& label, QWidget* field, const QString& tip) {
    auto* words = new QLabel(label);
    words->setBuddy(field);
    words->setToolTip(wrappedTip(tip));
    field->setToolTip(wrappedTip(tip));
    field->setAccessibleName(label);
    const int row = column->rowCount();
    column->addWidget(words, row, 0);
    column->addWidget(field, row, 1);
}

FieldControl* RecipeForm::control(const char* path) const {
    for (FieldControl* control : controls_)
        if (control->field().path == path)
            return control;
    return nullptr;
}

void RecipeForm::setRecipe(const Recipe& recipe) {
    recipe_ = recipe;
    for (FieldControl* control : controls_)
        control->show(recipe);
}

void RecipeForm::read(const FieldControl* control) {
    const Recipe before = recipe_;
    control->read(recipe_);
    for (FieldControl* shown : controls_)
        shown->enable(recipe_);
    if (!(recipe_ == before))
        Q_EMIT recipeChanged();
}

} // namespace lab
