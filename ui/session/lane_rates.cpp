#include "ui/session/lane_rates.h"

#include "ui/style/lane_style.h"

#include <QCoreApplication>
#include <QStringList>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("LaneRates", text);
}

QString sentence(const QStringList& lanes, const RateBasis& before, const ExperimentSpec& spec) {
    const QString names = lanes.join(QStringLiteral(", "));
    const int batch = spec.stream.batch_size;
    if (before.batch_size == batch)
        return say(QT_TRANSLATE_NOOP("LaneRates", "%1: rates and frozen layers now suit the model."))
            .arg(names);
    if (batch == 1)
        return say(QT_TRANSLATE_NOOP("LaneRates", "%1: rates scaled for batch size 1, as published."))
            .arg(names);
    return say(QT_TRANSLATE_NOOP("LaneRates", "%1: rates back to the defaults for larger batches."))
        .arg(names);
}

} // namespace

RateBasis rateBasis(const ExperimentSpec& spec) {
    return lane_basis(spec);
}

QString suitRates(ExperimentSpec& spec, const RateBasis& before) {
    QStringList changed;
    const std::vector<LaneStyle> styles = laneStyles(spec.lanes);
    for (const std::size_t i : suit_lanes(spec, before))
        // A lane that does not adapt has rates as well, so that it is the preset's; nobody needs to be told.
        if (spec.lanes[i].recipe.adapts)
            changed.append(styles[i].name);
    return changed.isEmpty() ? QString() : sentence(changed, before, spec);
}

} // namespace lab
