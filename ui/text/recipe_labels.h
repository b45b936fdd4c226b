#pragma once

#include "core/spec/spec.h"

#include <QList>
#include <QString>

namespace lab {

QString titleOf(SelectionKind kind);
QString titleOf(ObjectiveKind kind);
QString titleOf(PredictorKind kind);
QString titleOf(DivergenceKind kind);
QString titleOf(OptimiserKind kind);
QString titleOf(ResetPolicy policy);
QString titleOf(CollapseAction action);
const QList<SelectionKind>& selectionKinds();
const QList<ObjectiveKind>& objectiveKinds();
const QList<PredictorKind>& predictorKinds();
const QList<DivergenceKind>& divergenceKinds();

const QList<OptimiserKind>& optimiserKinds();
const QList<ResetPolicy>& resetPolicies();
const QList<CollapseAction>& collapseActions();

/// "layer3, layer4".
QString joinedPrefixes(const std::vector<std::string>& prefixes);

/// What was switched, for people: "stop-gradient off, α 0.5". Empty if the switches agree.
QString describeChange(const Recipe& before, const Recipe& after);

} // namespace lab
