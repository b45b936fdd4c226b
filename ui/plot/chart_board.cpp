#include "ui/plot/chart_board.h"

#include "core/experiment/catalog.h"
#include "ui/plot/chart_legend.h"
#include "ui/plot/chart_tile.h"
#include "ui/plot/time_chart.h"

#include <QGridLayout>

namespace lab {

namespace {

QList<QList<Measure>> measures() {
    const auto tr = [](const char* text) { return ChartBoard::tr(text); };
    return {
        {{tr("Accuracy, last 10 batches (%)"), tr("last 10 batches"),
          tr("Falls towards chance when a lane collapses."),
          tr("Share of right answers before each update, over the images of the last 10 batches."),
          [](const StepRecord& record) { return 100 * record.accuracy_window; }},
         {tr("Accuracy, so far (%)"), tr("whole stream"),
          tr("The number that papers report: the mean over all images so far."),
          tr("Share of right answers before each update, over all images of the stream so far."),
          [](const StepRecord& record) { return 100 * record.accuracy_running; }}},
        {{tr("Logit norm ‖u‖₂"),
          {},
          tr("Rises when the model grows over-confident."),
          tr("Mean Euclidean length of the logits u of a batch; ZeroSiam, arXiv 2509.23183."),
          [](const StepRecord& record) { return record.logit_norm; }}},
        {{tr("Predictor distance ‖θₕ − I‖ (Frobenius)"),
          {},
          tr("How much of the pressure the predictor has taken up."),
          tr("‖θ_h − I‖_F after the update, 0 without a linear predictor; ZeroSiam, arXiv 2509.23183."),
          [](const StepRecord& record) { return record.predictor_distance; }}},
        {{tr("Class dominance, last 200 (share)"), tr("class"),
          tr("Reaches 1 when one class is the answer to everything."),
          tr("Share of the most predicted class among the last 200 images. "
             "Thin grey line: the same share among the true labels."),
          [](const StepRecord& record) { return record.class_dominance; }},
         {tr("Centre dominance (ratio)"), tr("centre"), tr("Reaches 1 when all logits point the same way."),
          tr("‖mean u‖₂ / mean ‖u‖₂ of a batch; ZeroSiam, arXiv 2509.23183."),
          [](const StepRecord& record) { return record.center_dominance; }}},
    };
}

MarkKind kindOf(EventKind kind) {
    switch (kind) {
    case EventKind::segment:
        return MarkKind::segment;
    case EventKind::reset:
        return MarkKind::reset;
    case EventKind::collapsed:
        return MarkKind::collapsed;
    case EventKind::lane_stopped:
        return MarkKind::stopped;
    default:
        return MarkKind::thrown;
    }
}

/// "Fog" for "fog"; a name that is no corruption's stays.
QString corruptionTitle(const std::string& name) {
    for (const Choice& choice : corruption_choices())
        if (choice.id == name)
            return QString::fromStdString(choice.title);
    return QString::fromStdString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

ChartBoard::ChartBoard(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    for (const QList<Measure>& choice : measures()) {
        const auto index = static_cast<int>(tiles_.size());
        auto* tile = new ChartTile(choice, this);
        tiles_.append(tile);
        grid->addWidget(tile, index / 2, index % 2);
        connect(tile, &ChartTile::measureChanged, this, [this, index](int measure) {
            if (index == dominance)
                setLabelLineVisible(label_line_);
            Q_EMIT measureChanged(index, measure);
            Q_EMIT refillNeeded();
        });
    }
    for (int i = 0; i < 2; ++i) {
        grid->setRowStretch(i, 1);
        grid->setColumnStretch(i, 1);
    }
    chart(accuracy)->setFixedRange(0, 100);
    chart(accuracy)->setUnit(tr(" %"));
    chart(dominance)->setFixedRange(0, 1);
    setLabelLineVisible(true);
}

TimeChart* ChartBoard::chart(Tile which) const {
    return tiles_[which]->chart();
}

void ChartBoard::setLanes(const std::vector<LaneStyle>& styles) {
    styles_ = styles;
    for (ChartTile* tile : tiles_)
        tile->setLanes(styles);
}

void ChartBoard::setTotalSteps(int steps) {
    for (ChartTile* tile : tiles_)
        tile->chart()->setTotalSteps(steps);
}

void ChartBoard::setEmptyText(const QString& text) {
    for (ChartTile* tile : tiles_)
        tile->chart()->setEmptyText(text);
}

void ChartBoard::append(const Recording& recording, int first) {
    if (first == 0)
        for (ChartTile* tile : tiles_)
            tile->chart()->clearPoints();
    for (auto i = static_cast<std::size_t>(first); i < recording.records.size(); ++i) {
        const StepRecord& record = recording.records[i];
        for (ChartTile* tile : tiles_)
            tile->chart()->appendPoint(record.lane, record.step, tile->measure().value(record));
        if (record.lane == 0)
            chart(dominance)->appendReference(record.step, record.label_dominance);
    }
}

void ChartBoard::addEvent(const Event& event) {
    if (event.kind == EventKind::run_started || event.kind == EventKind::run_finished ||
        event.kind == EventKind::run_stopped)
        return;
    QString text =
        event.kind == EventKind::segment ? corruptionTitle(event.text) : QString::fromStdString(event.text);
    if (event.lane >= 0 && event.lane < static_cast<int>(styles_.size())) {
        const QString& name = styles_[static_cast<std::size_t>(event.lane)].name;
        if (event.kind == EventKind::collapsed)
            text = tr("%1 has collapsed").arg(name);
        else if (!text.startsWith(name))
            text = tr("%1, %2").arg(name, text);
    }
    for (ChartTile* tile : tiles_)
        tile->chart()->addMark({event.step, event.lane, kindOf(event.kind), text});
}

void ChartBoard::refresh() {
    for (ChartTile* tile : tiles_)
        tile->chart()->refresh();
}

void ChartBoard::setMarksVisible(bool visible) {
    for (ChartTile* tile : tiles_)
        tile->chart()->setMarksVisible(visible);
}

void ChartBoard::setPresentation(bool on) {
    for (ChartTile* tile : tiles_)
        tile->setPresentation(on);
}

void ChartBoard::setLabelLineVisible(bool visible) {
    ChartTile* tile = tiles_[dominance];
    label_line_ = visible;
    const bool shown = visible && tile->currentMeasure() == 0;
    tile->chart()->setReferenceVisible(shown);
    tile->legend()->setReference(shown ? tr("true labels") : QString());
}

} // namespace lab
