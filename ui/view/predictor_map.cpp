#include "ui/view/predictor_map.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

namespace {

QString numberText(double value) {
    return QString::number(value, 'g', 3).replace(QLatin1Char('-'), QStringLiteral("−"));
}

} // namespace

PredictorMap::PredictorMap(QWidget* parent)
    : ViewPage(
          tr("Predictor θₕ − I"),
          tr("What the predictor has taken up: white is the identity. Watch single entries grow where the "
             "stream pushes in one direction."),
          parent),
      canvas_(new HeatCanvas(this)), norm_(new QLabel(this)), entries_(new QLabel(this)) {
    addLaneMenu();
    norm_->setTextFormat(Qt::RichText);
    entries_->setTextFormat(Qt::RichText);
    norm_->setAccessibleName(tr("Norm"));
    entries_->setAccessibleName(tr("Largest entries"));
    auto* hint =
        new QLabel(tr("Wheel or + and − zoom, dragging moves, a double click or 0 shows the whole."), this);
    hint->setWordWrap(true);
    adjustFont(hint, -0.5);
    makeQuiet(hint);
    auto* side = new QVBoxLayout;
    side->setSpacing(10);
    side->addSpacing(22);
    side->addWidget(norm_);
    side->addWidget(entries_);
    side->addStretch(1);
    side->addWidget(hint);
    auto* column = new QWidget(this);
    column->setFixedWidth(188);
    column->setLayout(side);
    side->setContentsMargins(0, 0, 0, 4);
    auto* row = new QHBoxLayout;
    row->addWidget(canvas_, 1);
    row->addWidget(column);
    body()->addLayout(row, 1);
}

void PredictorMap::addTo(ViewChoice& choice, bool in_front) const {
    choice.predictor_lane = laneIsChosen() || in_front ? lane() : -1;
}

void PredictorMap::showScene(const Scene& scene) {
    const BatchDetailPtr batch = scene.detail();
    for (int i = scene.lanes() - 1; batch && !laneIsChosen() && i >= 0; --i)
        if (const StepDetail* of_lane = batch->of_lane(i); of_lane && of_lane->matrix_side > 0)
            suggestLane(i); // the first lane with a predictor has the last word
    fillLanes(scene);
    QString fault = detailFault(scene);
    const StepDetail* detail = batch ? batch->of_lane(lane()) : nullptr;
    const QString name =
        lane() < scene.lanes() ? scene.styles[static_cast<std::size_t>(lane())].name : QString();
    if (fault.isEmpty() && !detail)
        fault = tr("%1 took no step %2.").arg(name).arg(scene.step);
    else if (fault.isEmpty() && detail->matrix_side == 0)
        fault =
            tr("%1 has no predictor matrix at this step. Choose a lane whose predictor is linear, or switch "
               "one on.")
                .arg(name);
    canvas_->setEmptyText(fault);
    norm_->setVisible(fault.isEmpty());
    entries_->setVisible(fault.isEmpty());
    if (!fault.isEmpty()) {
        canvas_->setAccessibleDescription(fault);
        return;
    }
    canvas_->setMatrix(detail->matrix, detail->matrix_side, blockOf(*detail));
    norm_->setText(normWords(*detail));
    entries_->setText(entryWords(*detail));
    canvas_->setAccessibleDescription(
        tr("%1, step %2: norm %3").arg(name).arg(scene.step).arg(numberText(detail->distance)));
}

int PredictorMap::blockOf(const StepDetail& detail) {
    return (detail.features + detail.matrix_side - 1) / std::max(detail.matrix_side, 1);
}

QString PredictorMap::normWords(const StepDetail& detail) {
    const int block = blockOf(detail);
    return tr("<b>‖θₕ − I‖ (Frobenius)</b><br>%1 after step %2<br>%3 before it<br>%4 × %4 entries%5")
        .arg(numberText(detail.distance))
        .arg(detail.step)
        .arg(numberText(detail.distance_before))
        .arg(detail.features)
        .arg(block > 1 ? tr(", drawn as mean size of %1 × %1").arg(block) : QString());
}

QString PredictorMap::entryWords(const StepDetail& detail) {
    QString rows;
    for (const MatrixEntry& entry : detail.largest)
        rows += QStringLiteral("<tr><td>(%1, %2)</td><td align=right>&nbsp;&nbsp;%3</td></tr>")
                    .arg(entry.row)
                    .arg(entry.column)
                    .arg(numberText(entry.value));
    return tr("<b>Largest entries</b>") + QStringLiteral("<table cellspacing=2>%1</table>").arg(rows);
}

QString PredictorMap::numbers() const {
    return norm_->text() + entries_->text();
}

} // namespace lab
