#pragma once

#include "core/spec/spec.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace lab {

class LogSlider;

/// The one further choice that a scenario asks for: imbalance, batches of noise, the blind spot's depth or
/// the schedule. Scenarios without one show the imbalance, disabled.
class ScenarioField : public QWidget {
    Q_OBJECT
  public:
    /// @param label of the row; its words follow the scenario
    explicit ScenarioField(QLabel* label, QWidget* parent = nullptr);

    /// Shows the choice, without a signal.
    void setStream(const StreamSpec& stream);
    /// Writes the choice into the stream.
    void read(StreamSpec& stream) const;
    QSpinBox* noiseBatches() const { return noise_; }
    QComboBox* blindSpotTop() const { return top_; }
    QPushButton* schedule() const { return schedule_; }

  Q_SIGNALS:
    void edited();
    void scheduleRequested();

  private:
    QLabel* label_;
    QStackedWidget* pages_;
    LogSlider* imbalance_;
    QSpinBox* noise_;
    QComboBox* top_;
    QPushButton* schedule_;
    bool showing_ = false;
};

} // namespace lab
