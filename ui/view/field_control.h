#pragma once

#include "core/recipe/recipe_fields.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace lab {

class LogSlider;

/// What a row of the table of recipe fields is set with: a tick, a box of choices, a slider with a number, a
/// line for texts. It shows and changes its own field alone.
class FieldControl : public QObject {
    Q_OBJECT
  public:
    /// @param field stays where it is for as long as this lives
    /// @param characters that a box of choices asks room for; 0: for its longest
    FieldControl(const RecipeField& field, QWidget* parent, int characters = 0);

    const RecipeField& field() const { return field_; }
    QWidget* widget() const;
    /// Shows the recipe's value without a signal, and whether it has an effect there.
    void show(const Recipe& recipe);
    /// Whether it has one alone: what a hand is moving stays where it is.
    void enable(const Recipe& recipe);
    void read(Recipe& recipe) const;

    /// The one that there is; the others are null.
    QCheckBox* tick() const { return tick_; }
    QComboBox* choice() const { return choice_; }
    LogSlider* slider() const { return slider_; }
    QLineEdit* texts() const { return texts_; }
    /// As the user does.
    void choose(const std::string& id);

  Q_SIGNALS:
    /// By the user.
    void changed();

  private:
    FieldValue value() const;

    const RecipeField& field_;
    QCheckBox* tick_ = nullptr;
    QComboBox* choice_ = nullptr;
    LogSlider* slider_ = nullptr;
    QSpinBox* whole_ = nullptr;
    QLineEdit* texts_ = nullptr;
};

} // namespace lab
