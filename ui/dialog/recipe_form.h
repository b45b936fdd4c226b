#pragma once

#include "core/recipe/recipe.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace lab {

class FieldControl;

/// All fields of a recipe, block by block. Fields that mean nothing for the present choice are disabled;
/// those with one choice are not shown.
class RecipeForm : public QWidget {
    Q_OBJECT
  public:
    explicit RecipeForm(QWidget* parent = nullptr);

    const Recipe& recipe() const { return recipe_; }
    /// Shows the recipe without a signal.
    void setRecipe(const Recipe& recipe);
    /// Room below the shorter column, for what else belongs to a lane.
    QGridLayout* leftColumn() const { return left_; }
    /// A heading over the fields that follow in the column.
    static void addHeading(QGridLayout* column, const QString& text);
    static void addField(QGridLayout* column, const QString& label, QWidget* field, const QString& tip);

    /// By the field's path; null where it is not shown.
    FieldControl* control(const char* path) const;

  Q_SIGNALS:
    void recipeChanged();

  private:
    void addControl(QGridLayout* column, FieldControl* control);
    void read(const FieldControl* control);

    Recipe recipe_;
    QGridLayout* left_;
    QGridLayout* right_;
    QList<FieldControl*> controls_;
};

} // namespace lab
