#pragma once

#include "core/recipe/recipe.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;

namespace lab {

class FieldControl;

/// The switches and rates that matter most, on a lane's card; the lane editor has all. Controls that mean
/// nothing for the recipe are disabled.
class RecipeSwitches : public QWidget {
    Q_OBJECT
  public:
    /// @param lane_name for accessible names
    RecipeSwitches(const Recipe& recipe, const QString& lane_name, QWidget* parent = nullptr);

    const Recipe& recipe() const { return recipe_; }
    /// Shows the recipe without a signal.
    void setRecipe(const Recipe& recipe);
    /// Only the controls of these names ("predictor", "alpha"; README of the lessons); nothing: all of them.
    /// @returns whether any is left
    bool setShown(const std::optional<QStringList>& names);
    /// Of the column of names, for what stands above or below to line up with.
    int labelWidth() const;
    /// Of a field on the card, by its path; null for others.
    FieldControl* control(const char* path) const;

  Q_SIGNALS:
    void recipeChanged();

  private:
    struct Row {
        FieldControl* control;
        QLabel* label; ///< null beside another row's control
    };
    void read(const FieldControl* control);

    QList<Row> rows_;
    Recipe recipe_;
};

} // namespace lab
