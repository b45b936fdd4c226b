#pragma once

#include "core/spec/spec.h"
#include "ui/style/slider_mapping.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace lab {

class LogSlider;

/// All fields of a recipe, block by block. Fields that mean nothing for the present choice are disabled.
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

    QComboBox* selection() const { return selection_; }
    QComboBox* objective() const { return objective_; }
    QComboBox* optimiser() const { return optimiser_; }
    QCheckBox* recovery() const { return recovery_; }
    QLineEdit* frozen() const { return frozen_; }
    LogSlider* fisher() const { return fisher_; }

  Q_SIGNALS:
    void recipeChanged();

  private:
    LogSlider* addSlider(QGridLayout* column, const QString& label, const SliderMapping& mapping,
                         const QString& tip);
    QComboBox* addCombo(QGridLayout* column, const QString& label, const QString& tip);
    QCheckBox* addCheck(QGridLayout* column, const QString& label, const QString& text, const QString& tip);
    void buildLeft();
    void buildRight();
    void read();
    void enable();

    Recipe recipe_;
    bool showing_ = false;
    QGridLayout* left_;
    QGridLayout* right_;
    QCheckBox* adapts_;
    QComboBox* selection_;
    LogSlider* margin_;
    LogSlider* weight_margin_;
    LogSlider* redundancy_margin_;
    LogSlider* plpd_threshold_;
    QComboBox* objective_;
    QComboBox* predictor_;
    QCheckBox* stop_gradient_;
    LogSlider* alpha_;
    QComboBox* divergence_;
    LogSlider* fisher_;
    QComboBox* optimiser_;
    LogSlider* rate_;
    LogSlider* predictor_rate_;
    LogSlider* momentum_;
    LogSlider* rho_;
    QCheckBox* recovery_;
    LogSlider* threshold_;
    QLineEdit* frozen_;
    QCheckBox* quirks_;
};

} // namespace lab
