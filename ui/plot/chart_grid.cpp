#include "ui/plot/chart_grid.h"

#include "ui/plot/time_chart.h"
#include "ui/text/event_text.h"

#include <QGridLayout>

namespace lab {

namespace {

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

} // namespace

ChartGrid::ChartGrid(const QList<QList<Measure>>& measures, QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    for (const QList<Measure>& choice : measures) {
        const auto index = static_cast<int>(tiles_.size());
        auto* tile = new ChartTile(choice, this);
        tiles_.append(tile);
        grid->addWidget(tile, index / 2, index % 2);
        grid->setRowStretch(index / 2, 1);
        grid->setColumnStretch(index % 2, 1);
        connect(tile, &ChartTile::measureChanged, this, [this, index](int measure) {
            Q_EMIT measureChanged(index, measure);
            Q_EMIT refillNeeded();
        });
        connect(tile->chart(), &TimeChart::stepPicked, this, &ChartGrid::stepPicked);
        connect(tile->chart(), &TimeChart::zoomWanted, this, &ChartGrid::zoomWanted);
        connect(tile->chart(), &TimeChart::panWanted, this, &ChartGrid::panWanted);
        connect(tile->chart(), &TimeChart::rangeWanted, this, &ChartGrid::rangeWanted);
        connect(tile->chart(), &TimeChart::allWanted, this, &ChartGrid::allWanted);
    }
}

TimeChart* ChartGrid::chart(int which) const {
    return tiles_[which]->chart();
}

void ChartGrid::setLanes(const std::vector<LaneStyle>& styles) {
    styles_ = styles;
    for (ChartTile* tile : tiles_)
        tile->setLanes(styles);
}

void ChartGrid::setStepRange(double first, double last) {
    for (ChartTile* tile : tiles_)
        tile->chart()->setStepRange(first, last);
}

void ChartGrid::setEmptyText(const QString& text) {
    for (ChartTile* tile : tiles_)
        tile->chart()->setEmptyText(text);
}

void ChartGrid::append(const Recording& recording, int first) {
    if (first == 0)
        for (ChartTile* tile : tiles_)
            tile->chart()->clearPoints();
    for (auto i = static_cast<std::size_t>(first); i < recording.records.size(); ++i) {
        const StepRecord& record = recording.records[i];
        for (ChartTile* tile : tiles_)
            tile->chart()->appendPoint(record.lane, record.step, tile->measure().value(record));
        appended(record);
    }
}

void ChartGrid::appended(const StepRecord&) {}

void ChartGrid::addEvent(const Event& event) {
    const QString text = eventText(event, styles_);
    if (text.isEmpty())
        return;
    for (ChartTile* tile : tiles_)
        tile->chart()->addMark({event.step, event.lane, kindOf(event.kind()), text});
}

void ChartGrid::refresh() {
    for (ChartTile* tile : tiles_)
        tile->chart()->refresh();
}

void ChartGrid::setMarksVisible(bool visible) {
    for (ChartTile* tile : tiles_)
        tile->chart()->setMarksVisible(visible);
}

void ChartGrid::setPresentation(bool on) {
    for (ChartTile* tile : tiles_)
        tile->setPresentation(on);
}

void ChartGrid::setCursorStep(int step) {
    for (ChartTile* tile : tiles_)
        tile->chart()->setCursorStep(step);
}

} // namespace lab
