#include "ui/view/toy_numbers.h"

#include "ui/style/theme.h"
#include "ui/view/toy_looks.h"

#include <QGridLayout>
#include <QLabel>

namespace lab {

namespace {

QString numberOf(ToyNumbers::Row row, const ToyExperiment& experiment, ToyLane lane) {
    const ToyMeasures& measures = experiment.measures(lane);
    switch (row) {
    case ToyNumbers::stream:
        return experiment.steps() == 0 ? QStringLiteral("–")
                                       : toyPercent(experiment.world(lane).stream_accuracy());
    case ToyNumbers::balanced:
        return toyPercent(measures.accuracy);
    case ToyNumbers::top_share:
        return toyPercent(measures.top_share);
    case ToyNumbers::length:
        return toyNumber(measures.length);
    case ToyNumbers::logit_norm:
        return toyNumber(measures.logit_norm);
    case ToyNumbers::predictor:
        return lane == ToyLane::zerosiam ? toyNumber(experiment.world(lane).predictor_distance())
                                         : QStringLiteral("–");
    }
    return {};
}

} // namespace

ToyNumbers::ToyNumbers(QWidget* parent)
    : QWidget(parent), titles_{tr("Right in the stream (%)"),
                               tr("Right of balanced data (%)"),
                               tr("Top class of balanced data (%)"),
                               tr("Length of features ‖z‖"),
                               tr("Logit norm ‖u‖"),
                               tr("Predictor ‖P − I‖")} {
    const QStringList tips{tr("Predictions so far, each made before the update of its batch."),
                           tr("3,000 points, as many of each class; the stream does not hold them."),
                           tr("Share of the class that is predicted most; a third would be right."),
                           tr("Mean over the balanced data of the Euclidean length of z, in no unit."),
                           tr("Mean over the balanced data of the Euclidean length of the logits W z."),
                           tr("Frobenius norm: how far the predictor is from the identity.")};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    const std::vector<LaneStyle> styles = toyLaneStyles();
    const auto add = [&](const QString& text, int row, int column) {
        auto* label = new QLabel(text, this);
        adjustFont(label, -0.5, row == 0);
        label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        grid->addWidget(label, row, column);
        return label;
    };
    for (std::size_t lane = 0; lane < styles.size(); ++lane)
        add(lane == static_cast<std::size_t>(ToyLane::none) ? tr("none") : styles[lane].name, 0,
            static_cast<int>(lane) + 1)
            ->setToolTip(styles[lane].name);
    for (int row = 0; row < rows; ++row) {
        QLabel* title = add(titles_[row], row + 1, 0);
        title->setToolTip(wrappedTip(tips[row]));
        for (std::size_t lane = 0; lane < styles.size(); ++lane) {
            QLabel* cell = add({}, row + 1, static_cast<int>(lane) + 1);
            cell->setToolTip(wrappedTip(tips[row]));
            cells_[static_cast<std::size_t>(row)][lane] = cell;
        }
    }
    grid->setRowStretch(rows + 1, 1);
}

void ToyNumbers::showExperiment(const ToyExperiment& experiment) {
    const std::vector<LaneStyle> styles = toyLaneStyles();
    for (int row = 0; row < rows; ++row)
        for (const ToyLane lane : toy_lanes) {
            QLabel* cell = cells_[static_cast<std::size_t>(row)][static_cast<std::size_t>(lane)];
            const QString number = numberOf(static_cast<Row>(row), experiment, lane);
            if (cell->text() == number)
                continue;
            cell->setText(number);
            cell->setAccessibleName(
                tr("%1, %2: %3").arg(styles[static_cast<std::size_t>(lane)].name, titles_[row], number));
        }
}

QString ToyNumbers::text(Row row, ToyLane lane) const {
    return cells_[static_cast<std::size_t>(row)][static_cast<std::size_t>(lane)]->text();
}

} // namespace lab
