#include "ui/text/experiment_summary.h"

#include "core/catalogue/catalog.h"
#include "core/engine/engine.h"
#include "core/spec/spec_json.h"
#include "ui/text/core_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace lab {

ScenarioKind scenarioFromId(const QString& id) {
    ExperimentSpec probe;
    set_field(probe, "stream.scenario=" + id.toStdString());
    return probe.stream.scenario;
}

QString scenarioId(ScenarioKind kind) {
    for (const Choice& choice : scenario_choices())
        if (scenarioFromId(QString::fromStdString(choice.id)) == kind)
            return QString::fromStdString(choice.id);
    return {};
}

QString modelSummaryOf(const ExperimentSpec& spec) {
    return QCoreApplication::translate("Summary", "%1; %2; %3")
        .arg(choiceTitle(data_choices(), spec.data), choiceTitle(model_choices(), spec.model),
             choiceTitle(known_devices(), spec.device));
}

QString summaryOf(const ExperimentSpec& spec) {
    QStringList parts{choiceTitle(data_choices(), spec.data), choiceTitle(model_choices(), spec.model)};
    const ScenarioKind scenario = spec.stream.scenario;
    if (scenario == ScenarioKind::mild || scenario == ScenarioKind::label_shift ||
        scenario == ScenarioKind::noise_first) {
        QString corruption = coreText(title(spec.stream.corruption.kind));
        if (spec.stream.corruption.kind != CorruptionKind::none)
            corruption += QStringLiteral(" %1").arg(spec.stream.corruption.severity);
        parts.append(corruption);
    }
    parts.append(choiceTitle(scenario_choices(), scenarioId(scenario).toStdString()));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace lab
