#pragma once

#include "ui/style/slider_mapping.h"

#include <QWidget>

class QLineEdit;
class QSlider;

namespace lab {

/// A slider and a field that show the same number; most often on a logarithmic scale. The field takes exact
/// values, the slider's keys and wheel move in steps of a few percent.
class LogSlider : public QWidget {
    Q_OBJECT
  public:
    explicit LogSlider(const SliderMapping& mapping, QWidget* parent = nullptr);

    double value() const { return value_; }
    /// Shows the value without a signal; it may lie outside the slider's range.
    void setValue(double value);
    void setName(const QString& name, const QString& tip);
    QSlider* slider() const { return slider_; }
    QLineEdit* field() const { return field_; }

  Q_SIGNALS:
    /// By the user, also while the slider is being dragged.
    void valueChanged(double value);

  private:
    void show(double value);
    void takeField();

    SliderMapping mapping_;
    QSlider* slider_;
    QLineEdit* field_;
    double value_ = 0;
};

} // namespace lab
