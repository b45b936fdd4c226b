#include "ui/export/conditions.h"

#include "core/catalogue/catalog.h"
#include "ui/style/lane_style.h"
#include "ui/text/core_text.h"
#include "ui/text/event_text.h"
#include "ui/text/experiment_summary.h"
#include "ui/text/recipe_labels.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Conditions", text);
}

QString scenarioWords(const StreamSpec& stream) {
    const QString title = choiceTitle(scenario_choices(), scenarioId(stream.scenario).toStdString());
    if (stream.scenario == ScenarioKind::label_shift)
        return say(QT_TRANSLATE_NOOP("Conditions", "%1, imbalance ratio %2"))
            .arg(title, numberText(stream.imbalance_ratio));
    if (stream.scenario == ScenarioKind::noise_first)
        return say(QT_TRANSLATE_NOOP("Conditions", "%1, %2 batches of noise"))
            .arg(title)
            .arg(stream.noise_batches);
    return title;
}

QString corruptionWords(const StreamSpec& stream) {
    const Corruption& corruption = stream.corruption;
    if (stream.scenario == ScenarioKind::mixed || stream.scenario == ScenarioKind::continual)
        return say(QT_TRANSLATE_NOOP("Conditions", "15 corruptions, severity %1")).arg(corruption.severity);
    if (stream.scenario == ScenarioKind::custom)
        return say(QT_TRANSLATE_NOOP("Conditions", "schedule of %1 segments")).arg(stream.segments.size());
    if (corruption.kind == CorruptionKind::none)
        return say(QT_TRANSLATE_NOOP("Conditions", "no corruption"));
    const QString name = choiceTitle(corruption_choices(), to_string(corruption.kind));
    return stream.scenario == ScenarioKind::ramp
               ? name
               : say(QT_TRANSLATE_NOOP("Conditions", "%1, severity %2")).arg(name).arg(corruption.severity);
}

QString laneWords(const LaneSpec& lane, const QString& name) {
    if (!lane.recipe.adapts)
        return say(QT_TRANSLATE_NOOP("Conditions", "%1: evaluated only")).arg(name);
    const Recipe usual = named_recipe(lane.method).recipe;
    QStringList settings;
    for (const RecipeField& field : recipe_fields()) {
        const FieldValue value = field.get(lane.recipe);
        const bool told = field.told == FieldTold::always || value != field.get(usual) ||
                          (field.told == FieldTold::in_use && value != field.initial());
        if (told && why_unused(field, lane.recipe).empty())
            settings.append(settingWords(field, value, numberText));
    }
    return say(QT_TRANSLATE_NOOP("Conditions", "%1: %2")).arg(name, settings.join(QStringLiteral(", ")));
}

} // namespace

QString numberText(double value) {
    return QString::number(value, 'g', 6);
}

QStringList conditionsOf(const Recording& recording) {
    const ExperimentSpec& spec = recording.spec;
    QStringList lines;
    lines.append(say(QT_TRANSLATE_NOOP("Conditions", "%1, %2 images in batches of %3; %4; %5."))
                     .arg(choiceTitle(data_choices(), spec.data))
                     .arg(recording.info.total_images > 0 ? recording.info.total_images : spec.stream.images)
                     .arg(spec.stream.batch_size)
                     .arg(corruptionWords(spec.stream), scenarioWords(spec.stream)));
    const QString known = deviceText(recording.info.device);
    const QString device = known.isEmpty() ? QString::fromStdString(spec.device) : known;
    lines.append(say(QT_TRANSLATE_NOOP("Conditions", "%1; seed %2 (one seed); %3; Collapse Lab %4."))
                     .arg(choiceTitle(model_choices(), spec.model))
                     .arg(spec.stream.seed)
                     .arg(device, QStringLiteral(LAB_VERSION)));
    const int done = recording.records.empty() ? 0 : recording.records.back().step;
    if (done < recording.info.total_steps)
        lines.append(say(QT_TRANSLATE_NOOP("Conditions", "The run ends at step %1 of %2."))
                         .arg(done)
                         .arg(recording.info.total_steps));
    QStringList lanes;
    const std::vector<LaneStyle> styles = laneStyles(spec.lanes);
    for (std::size_t i = 0; i < spec.lanes.size(); ++i)
        lanes.append(laneWords(spec.lanes[i], styles[i].name));
    lines.append(lanes.join(QStringLiteral(". ")) + QLatin1Char('.'));
    return lines;
}

QStringList happeningsOf(const Recording& recording) {
    const std::vector<LaneStyle> styles = laneStyles(recording.spec.lanes);
    QStringList lines;
    for (const Event& event : recording.events) {
        if (is_edge_of_run(event))
            continue;
        lines.append(say(QT_TRANSLATE_NOOP("Conditions", "step %1: %2"))
                         .arg(event.step)
                         .arg(eventText(event, styles)));
    }
    return lines;
}

} // namespace lab
