#pragma once

#include "ui/view/heat_canvas.h"
#include "ui/view/view_page.h"

class QLabel;

namespace lab {

/// "Predictor": θ_h − I of one lane as a heat map, its norm and its largest entries.
class PredictorMap : public ViewPage {
    Q_OBJECT
  public:
    explicit PredictorMap(QWidget* parent = nullptr);
    void showScene(const Scene& scene) override;
    void addTo(ViewChoice& choice, bool in_front) const override;
    HeatCanvas* canvas() const { return canvas_; }
    QString numbers() const;
    // The words beside the map, as rich text.
    static QString normWords(const StepDetail& detail);
    static QString entryWords(const StepDetail& detail);
    /// Entries of the whole matrix that one value of the map stands for, per side.
    static int blockOf(const StepDetail& detail);

  private:
    HeatCanvas* canvas_;
    QLabel* norm_;
    QLabel* entries_;
};

} // namespace lab
