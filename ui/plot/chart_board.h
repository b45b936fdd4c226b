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
    /// Without labels there is no accuracy, and the chart says why it is empty.
    void setLabelled(bool labelled);
    void setEmptyText(const QString& text) override;

  protected:
    void appended(const StepRecord& record) override;

  private:
    bool label_line_ = true;
    bool labelled_ = true;
    QString empty_text_;
};

} // namespace lab
