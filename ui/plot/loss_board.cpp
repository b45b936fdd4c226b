#include "ui/plot/loss_board.h"

#include "ui/plot/time_chart.h"

namespace lab {

namespace {

QList<QList<Measure>> lossMeasures() {
    return {
        {{LossBoard::tr("Loss L"),
          {},
          LossBoard::tr("What each lane makes small. It falls in a collapse, too."),
          LossBoard::tr("L = H + α·D, the mean over the images that count; ZeroSiam, arXiv 2509.23183."),
          [](const StepRecord& record) { return record.loss; }}},
        {{LossBoard::tr("Objective H (nats)"),
          {},
          LossBoard::tr("Entropy of the online prediction; near 0: sure of all."),
          LossBoard::tr("Mean entropy, or the lane's other objective, over the images that count."),
          [](const StepRecord& record) { return record.loss_objective; }}},
        {{LossBoard::tr("Alignment α·D (nats)"),
          {},
          LossBoard::tr("How far the two branches are apart. 0 without a predictor."),
          LossBoard::tr(
              "L − H: the divergence between the branches, times α; with EATA's Fisher penalty where it is "
              "on."),
          [](const StepRecord& record) { return record.loss - record.loss_objective; }}},
        {{LossBoard::tr("Images that count (share)"),
          {},
          LossBoard::tr("Which part of a batch a lane trusts enough to learn from."),
          LossBoard::tr("Images that the loss averaged over, divided by the batch."),
          [](const StepRecord& record) {
              return record.batch_size > 0 ? static_cast<double>(record.kept) / record.batch_size : 0.0;
          }}},
    };
}

} // namespace

LossBoard::LossBoard(QWidget* parent) : ChartGrid(lossMeasures(), parent) {
    chart(kept)->setFixedRange(0, 1);
}

} // namespace lab
