#pragma once

#include "core/toy/toy_experiment.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace lab {

class LogSlider;

/// What can be set in the toy world.
class ToyControls : public QWidget {
    Q_OBJECT
  public:
    explicit ToyControls(const ToySettings& settings, QWidget* parent = nullptr);
    /// What is set, over what the toy world fixes.
    ToySettings settings() const;

    LogSlider* alpha() const { return alpha_; }
    LogSlider* rate() const { return rate_; }
    LogSlider* predictorRate() const { return predictor_rate_; }
    LogSlider* imbalance() const { return imbalance_; }
    QCheckBox* predictor() const { return predictor_; }
    QCheckBox* stopGradient() const { return stop_gradient_; }
    QSpinBox* seed() const { return seed_; }

  Q_SIGNALS:
    /// By the user; holds from the next step on.
    void changed();
    /// By the user: another world begins.
    void seedChanged();

  private:
    void addSlider(LogSlider* slider, const QString& title, const QString& tip);
    void enable();

    ToySettings fixed_;
    LogSlider* alpha_;
    LogSlider* rate_;
    LogSlider* predictor_rate_;
    LogSlider* imbalance_;
    QCheckBox* predictor_;
    QCheckBox* stop_gradient_;
    QSpinBox* seed_;
};

} // namespace lab
