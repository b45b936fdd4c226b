#pragma once

#include "core/spec/spec.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;

namespace lab {

class LogSlider;

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
    QComboBox* predictor() const { return predictor_; }
    QCheckBox* stopGradient() const { return stop_gradient_; }
    LogSlider* alpha() const { return alpha_; }
    LogSlider* rate() const { return rate_; }

  Q_SIGNALS:
    void recipeChanged();

  private:
    void read();
    void enable();

    struct Row {
        QString name;
        QList<QWidget*> widgets;
    };
    QList<Row> rows_;
    Recipe recipe_;
    QComboBox* predictor_;
    QCheckBox* stop_gradient_;
    QComboBox* divergence_;
    LogSlider* alpha_;
    LogSlider* rate_;
    LogSlider* predictor_rate_;
    bool showing_ = false;
};

} // namespace lab
