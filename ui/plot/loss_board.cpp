#include "ui/plot/loss_board.h"

#include "ui/plot/chart_tile.h"
#include "ui/plot/time_chart.h"

namespace lab {

LossBoard::LossBoard(QWidget* parent)
    : ChartGrid(
          boardMeasures({ChartPlace::loss, ChartPlace::objective, ChartPlace::alignment, ChartPlace::kept}),
          parent) {
    chart(kept)->setFixedRange(0, 1);
}

} // namespace lab
