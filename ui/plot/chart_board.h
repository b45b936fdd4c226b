#pragma once

#include "ui/plot/chart_grid.h"

namespace lab {

/// The four charts of a run: accuracy, logit norm, predictor distance, class dominance.
class ChartBoard : public ChartGrid {
    Q_OBJECT
  public:
    enum Tile { accuracy, logit_norm, predictor, dominance };

    explicit ChartBoard(QWidget* parent = nullptr);
    void setLabelLineVisible(bool visible);

  protected:
    void appended(const StepRecord& record) override;

  private:
    bool label_line_ = true;
};

} // namespace lab
