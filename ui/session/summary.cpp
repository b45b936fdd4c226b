#include "ui/session/summary.h"

#include "core/experiment/catalog.h"
#include "core/experiment/spec_json.h"

#include <QCoreApplication>
#include <QStringList>

namespace lab {

namespace {

QString titleOf(const std::vector<Choice>& choices, const std::string& id) {
    for (const Choice& choice : choices)
        if (choice.id == id)
            return QString::fromStdString(choice.title);
    return QString::fromStdString(id);
}

} // namespace

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
        .arg(titleOf(data_choices(), spec.data), titleOf(model_choices(), spec.model),
             titleOf(device_choices(), spec.device));
}

QString summaryOf(const ExperimentSpec& spec) {
    QStringList parts{titleOf(data_choices(), spec.data), titleOf(model_choices(), spec.model)};
    const ScenarioKind scenario = spec.stream.scenario;
    if (scenario == ScenarioKind::mild || scenario == ScenarioKind::label_shift ||
        scenario == ScenarioKind::noise_first) {
        QString corruption = QString::fromStdString(title(spec.stream.corruption.kind));
        if (spec.stream.corruption.kind != CorruptionKind::none)
            corruption += QStringLiteral(" %1").arg(spec.stream.corruption.severity);
        parts.append(corruption);
    }
    parts.append(titleOf(scenario_choices(), scenarioId(scenario).toStdString()));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace lab
