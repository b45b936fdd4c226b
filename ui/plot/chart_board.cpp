#include "ui/plot/chart_board.h"

#include "ui/plot/chart_legend.h"
#include "ui/plot/chart_tile.h"
#include "ui/plot/time_chart.h"

namespace lab {

namespace {

QList<QList<Measure>> measures() {
    return {
        {{ChartBoard::tr("Accuracy, 10 batches (%)"), ChartBoard::tr("last 10 batches"),
          ChartBoard::tr("Falls towards chance when a lane collapses."),
          ChartBoard::tr(
              "Share of right answers before each update, over the images of the last 10 batches."),
          [](const StepRecord& record) { return 100 * record.accuracy_window; }},
         {ChartBoard::tr("Accuracy, so far (%)"), ChartBoard::tr("whole stream"),
          ChartBoard::tr("The number that papers report: the mean over all images so far."),
          ChartBoard::tr("Share of right answers before each update, over all images of the stream so far."),
          [](const StepRecord& record) { return 100 * record.accuracy_running; }}},
        {{ChartBoard::tr("Logit norm ‖u‖₂"),
          {},
          ChartBoard::tr("Rises when the model grows over-confident."),
          ChartBoard::tr("Mean Euclidean length of the logits u of a batch; ZeroSiam, arXiv 2509.23183."),
          [](const StepRecord& record) { return record.logit_norm; }}},
        {{ChartBoard::tr("Predictor distance ‖θₕ − I‖ (Frobenius)"),
          {},
          ChartBoard::tr("How much of the pressure the predictor has taken up."),
          ChartBoard::tr(
              "‖θ_h − I‖_F after the update, 0 without a linear predictor; ZeroSiam, arXiv 2509.23183."),
          [](const StepRecord& record) { return record.predictor_distance; }}},
        {{ChartBoard::tr("Dominance, last 200 (share)"), ChartBoard::tr("class"),
          ChartBoard::tr("Reaches 1 when one class is the answer to everything."),
          ChartBoard::tr("Share of the most predicted class among the last 200 images. "
                         "Thin grey line: the same share among the true labels."),
          [](const StepRecord& record) { return record.class_dominance; }},
         {ChartBoard::tr("Centre dominance (ratio)"), ChartBoard::tr("centre"),
          ChartBoard::tr("Reaches 1 when all logits point the same way."),
          ChartBoard::tr("‖mean u‖₂ / mean ‖u‖₂ of a batch; ZeroSiam, arXiv 2509.23183."),
          [](const StepRecord& record) { return record.center_dominance; }}},
    };
}
} // namespace

ChartBoard::ChartBoard(QWidget* parent) : ChartGrid(measures(), parent) {
    chart(accuracy)->setFixedRange(0, 100);
    chart(accuracy)->setUnit(tr(" %"));
    chart(dominance)->setFixedRange(0, 1);
    setLabelLineVisible(true);
    connect(tile(dominance), &ChartTile::measureChanged, this, [this] { setLabelLineVisible(label_line_); });
}

void ChartBoard::appended(const StepRecord& record) {
    if (record.lane == 0)
        chart(dominance)->appendReference(record.step, record.label_dominance);
}

void ChartBoard::setLabelled(bool labelled) {
    labelled_ = labelled;
    setLabelLineVisible(label_line_);
    setEmptyText(empty_text_);
}

void ChartBoard::setEmptyText(const QString& text) {
    empty_text_ = text;
    ChartGrid::setEmptyText(text);
    if (!labelled_)
        chart(accuracy)->setEmptyText(tr("These images have no labels, so there is no accuracy. Class "
                                         "dominance and logit norm need none."));
}

void ChartBoard::setLabelLineVisible(bool visible) {
    label_line_ = visible;
    const bool shown = visible && labelled_ && tile(dominance)->currentMeasure() == 0;
    chart(dominance)->setReferenceVisible(shown);
    tile(dominance)->legend()->setReference(shown ? tr("true labels") : QString());
}

} // namespace lab
