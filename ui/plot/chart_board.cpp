#include "ui/plot/chart_board.h"

#include "ui/plot/chart_legend.h"
#include "ui/plot/chart_tile.h"
#include "ui/plot/time_chart.h"

namespace lab {

ChartBoard::ChartBoard(QWidget* parent)
    : ChartGrid(boardMeasures(
                    {ChartPlace::accuracy, ChartPlace::norm, ChartPlace::predictor, ChartPlace::dominance}),
                parent) {
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
