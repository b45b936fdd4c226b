#pragma once

#include "core/spec/spec.h"

#include <QString>

namespace lab {

/// An experiment in a line: "Fashion-MNIST · ResNet with group norm · Gaussian noise 5 · Label shift".
QString summaryOf(const ExperimentSpec& spec);

/// Data, model and device: "Fashion-MNIST; ResNet-14, GroupNorm; Automatic".
QString modelSummaryOf(const ExperimentSpec& spec);

/// The catalog's id of a scenario, and back. An unknown id throws std::invalid_argument.
QString scenarioId(ScenarioKind kind);
ScenarioKind scenarioFromId(const QString& id);

} // namespace lab
