#pragma once

#include "ui/plot/chart_grid.h"

namespace lab {

/// The loss of every lane and what it is made of: L, H, α·D, and how many images it averages over.
class LossBoard : public ChartGrid {
    Q_OBJECT
  public:
    enum Tile { loss, objective, alignment, kept };

    explicit LossBoard(QWidget* parent = nullptr);
};

} // namespace lab
