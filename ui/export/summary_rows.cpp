#include "ui/export/summary_rows.h"

#include "core/record/summary.h"
#include "ui/style/lane_style.h"

#include <QCoreApplication>

#include <cmath>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

QString fixed(double value, int digits) {
    return std::isfinite(value) ? QString::number(value, 'f', digits) : QStringLiteral("–");
}

} // namespace

SummaryTable summaryTable(const Recording& recording) {
    SummaryTable table;
    table.columns = {say(QT_TRANSLATE_NOOP("Figure", "accuracy (%)")),
                     say(QT_TRANSLATE_NOOP("Figure", "last fifth (%)")),
                     say(QT_TRANSLATE_NOOP("Figure", "logit norm, first 5")),
                     say(QT_TRANSLATE_NOOP("Figure", "logit norm, last 5")),
                     say(QT_TRANSLATE_NOOP("Figure", "top class, share")),
                     say(QT_TRANSLATE_NOOP("Figure", "centre dominance")),
                     say(QT_TRANSLATE_NOOP("Figure", "predictor distance")),
                     say(QT_TRANSLATE_NOOP("Figure", "collapsed at step"))};
    const std::vector<LaneStyle> styles = laneStyles(recording.spec.lanes);
    const std::vector<LaneSummary> lanes = summarise(recording);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const LaneSummary& lane = lanes[i];
        table.rows.append(
            {styles[i].name,
             {fixed(100 * lane.accuracy, 1), fixed(100 * lane.accuracy_last_fifth, 1),
              fixed(lane.logit_norm_first, 2), fixed(lane.logit_norm_last, 2), fixed(lane.top_class_share, 2),
              fixed(lane.center_dominance, 2), fixed(lane.distance, 2),
              lane.collapsed_at > 0 ? QString::number(lane.collapsed_at) : QStringLiteral("–")}});
    }
    return table;
}

} // namespace lab
