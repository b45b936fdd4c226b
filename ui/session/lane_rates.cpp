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
    return {spec.model, spec.stream.batch_size};
}

QString suitRates(ExperimentSpec& spec, const RateBasis& before) {
    if (before == rateBasis(spec))
        return {};
    QStringList changed;
    const std::vector<LaneStyle> styles = laneStyles(spec.lanes);
    for (std::size_t i = 0; i < spec.lanes.size(); ++i) {
        Recipe& recipe = spec.lanes[i].recipe;
        const Recipe was = make_lane(spec.lanes[i].method, before.model, before.batch_size).recipe;
        const Recipe is = make_lane(spec.lanes[i].method, spec.model, spec.stream.batch_size).recipe;
        if (recipe.optimiser.rate != was.optimiser.rate ||
            recipe.optimiser.predictor_rate != was.optimiser.predictor_rate)
            continue;
        const Recipe unchanged = recipe;
        recipe.optimiser.rate = is.optimiser.rate;
        recipe.optimiser.predictor_rate = is.optimiser.predictor_rate;
        if (recipe.frozen_prefixes == was.frozen_prefixes)
            recipe.frozen_prefixes = is.frozen_prefixes;
        // A lane that does not adapt has rates as well, so that it is the preset's; nobody needs to be told.
        if (recipe.adapts && !(recipe == unchanged))
            changed.append(styles[i].name);
    }
    return changed.isEmpty() ? QString() : sentence(changed, before, spec);
}

} // namespace lab
