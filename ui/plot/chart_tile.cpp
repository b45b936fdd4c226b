#include "ui/plot/chart_tile.h"

#include "ui/plot/chart_legend.h"
#include "ui/plot/time_chart.h"
#include "ui/style/elided.h"
#include "ui/style/help_topic.h"
#include "ui/style/theme.h"
#include "ui/text/measure_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lab {

QList<QList<Measure>> boardMeasures(const QList<ChartPlace>& places) {
    QList<QList<Measure>> board;
    for (const ChartPlace place : places) {
        QList<Measure> choice;
        for (const MeasureRow* row : measures_at(place))
            choice.append({measureText(row->title), measureText(row->choice), measureText(row->sentence),
                           measureText(row->hint),
                           [row](const StepRecord& record) { return row->shown(record); },
                           QString::fromLatin1(row->id)});
        board.append(choice);
    }
    return board;
}

ChartTile::ChartTile(const QList<Measure>& measures, QWidget* parent)
    : QFrame(parent), measures_(measures), title_(new ElidedLabel(this)), sentence_(new ElidedLabel(this)),
      legend_(new ChartLegend(this)), chart_(new TimeChart(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    adjustFont(title_, 0.5, true);
    adjustFont(sentence_, -0.5);
    makeQuiet(sentence_);

    auto* heading = new QHBoxLayout;
    heading->addWidget(title_, 1);
    // With and without a menu, so that the charts of a row begin at one height.
    title_->setMinimumHeight(title_->fontMetrics().height() + 8);
    if (measures_.size() > 1) {
        menu_ = new QComboBox(this);
        for (const Measure& measure : measures_)
            menu_->addItem(measure.choice);
        adjustFont(menu_, -0.5);
        menu_->setFixedHeight(title_->minimumHeight());
        menu_->setToolTip(tr("Which measure this chart shows"));
        menu_->setAccessibleName(tr("Measure of the chart"));
        connect(menu_, &QComboBox::currentIndexChanged, this, &ChartTile::setCurrentMeasure);
        heading->addWidget(menu_);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 4, 0);
    layout->setSpacing(2);
    heading->setContentsMargins(0, 0, 8, 0);
    layout->addLayout(heading);
    layout->addWidget(sentence_);
    layout->addWidget(legend_);
    layout->addWidget(chart_, 1);
    showMeasure();
}

void ChartTile::setCurrentMeasure(int index) {
    if (index < 0 || index >= measures_.size() || index == current_)
        return;
    current_ = index;
    if (menu_)
        menu_->setCurrentIndex(index);
    showMeasure();
    Q_EMIT measureChanged(index);
}

void ChartTile::showMeasure() {
    setHelpTopic(this, QStringLiteral("measure.") + measure().id);
    title_->setFullText(measure().title);
    sentence_->setFullText(measure().sentence);
    title_->setToolTip(wrappedTip(measure().tip));
    sentence_->setToolTip(wrappedTip(measure().sentence + QLatin1Char(' ') + measure().tip));
    chart_->setAccessibleName(measure().title);
    chart_->setAccessibleDescription(measure().sentence);
}

void ChartTile::setLanes(const std::vector<LaneStyle>& styles) {
    legend_->setLanes(styles);
    chart_->setLanes(styles);
}

void ChartTile::setPresentation(bool on) {
    adjustFont(title_, on ? 4 : 0.5, true);
    adjustFont(sentence_, on ? 2 : -0.5);
    adjustFont(legend_, on ? 2 : -0.5);
    chart_->setPresentation(on);
}

} // namespace lab
