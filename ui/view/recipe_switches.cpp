#include "ui/view/recipe_switches.h"

#include "ui/style/log_slider.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"
#include "ui/view/field_control.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <map>

namespace lab {

RecipeSwitches::RecipeSwitches(const Recipe& recipe, const QString& lane_name, QWidget* parent)
    : QWidget(parent), recipe_(recipe) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    std::map<int, int> in_row;
    for (const RecipeField* field : card_fields())
        ++in_row[field->card_row];
    std::map<int, int> placed;
    for (const RecipeField* field : card_fields()) {
        const bool shares = in_row[field->card_row] > 1;
        auto* control = new FieldControl(*field, this, shares ? 6 : 8);
        QWidget* widget = control->widget();
        const QString title = fieldWords(field->title), tip = fieldTip(*field);
        QLabel* words = nullptr;
        const int column = placed[field->card_row]++;
        if (column == 0) {
            words = new QLabel(title, this);
            words->setBuddy(widget);
            words->setToolTip(tip);
            adjustFont(words, -0.5);
            grid->addWidget(words, field->card_row - 1, 0);
        } else {
            adjustFont(widget, -0.5);
        }
        grid->addWidget(widget, field->card_row - 1, 1 + column, 1, shares ? 1 : 2);
        widget->setToolTip(tip);
        const QString name = tr("%1, %2").arg(lane_name, title);
        widget->setAccessibleName(name);
        if (control->slider() != nullptr)
            control->slider()->setName(name, tip);
        connect(control, &FieldControl::changed, this, [this, control] { read(control); });
        rows_.append({control, words});
    }
    setRecipe(recipe);
}

bool RecipeSwitches::setShown(const std::optional<QStringList>& names) {
    bool any = false;
    for (const Row& row : rows_) {
        const bool shown = !names || names->contains(QString::fromStdString(row.control->field().name()));
        any = any || shown;
        row.control->widget()->setVisible(shown);
        if (row.label != nullptr)
            row.label->setVisible(shown);
    }
    return any;
}

int RecipeSwitches::labelWidth() const {
    int width = 0;
    for (const Row& row : rows_)
        if (row.label != nullptr)
            width = std::max(width, row.label->sizeHint().width());
    return width;
}

FieldControl* RecipeSwitches::control(const char* path) const {
    for (const Row& row : rows_)
        if (row.control->field().path == path)
            return row.control;
    return nullptr;
}

void RecipeSwitches::setRecipe(const Recipe& recipe) {
    recipe_ = recipe;
    for (const Row& row : rows_)
        row.control->show(recipe);
}

void RecipeSwitches::read(const FieldControl* control) {
    control->read(recipe_);
    for (const Row& row : rows_)
        row.control->enable(recipe_);
    Q_EMIT recipeChanged();
}

} // namespace lab
