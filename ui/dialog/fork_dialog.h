#pragma once

#include "core/run/runner.h"
#include "ui/session/scene.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace lab {

class RecipeSwitches;

/// "What if …": a lane, a step, and the switches that the copy has from there on.
class ForkDialog : public QDialog {
    Q_OBJECT
  public:
    /// The recipe that a lane followed at a step.
    using RecipeAt = std::function<Recipe(int lane, int step)>;

    /// @param scene at the step to begin from; @param lane the one to offer first
    ForkDialog(const Scene& scene, const std::vector<LaneSpec>& lanes, int lane, RecipeAt recipe_at,
               QWidget* parent = nullptr);
    QComboBox* lane() const { return lane_; }
    QSpinBox* step() const { return step_; }
    QLineEdit* name() const { return name_; }
    RecipeSwitches* switches() const { return switches_; }
    /// "From step 48 on, stop-gradient off."
    QString words() const;

  Q_SIGNALS:
    void chosen(const lab::ForkLane& wish);

  public Q_SLOTS:
    void accept() override;

  private:
    void showParent();
    void describe();
    ForkLane wish() const;

    std::vector<LaneSpec> lanes_;
    QStringList titles_;
    RecipeAt recipe_at_;
    Recipe parent_;
    QComboBox* lane_;
    QSpinBox* step_;
    RecipeSwitches* switches_ = nullptr;
    QLineEdit* name_;
    QLabel* words_;
    QWidget* switches_place_;
    bool name_typed_ = false;
};

} // namespace lab
