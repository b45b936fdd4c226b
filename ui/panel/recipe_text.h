#pragma once

#include "core/experiment/spec.h"

#include <QList>
#include <QString>

namespace lab {

QString titleOf(PredictorKind kind);
QString titleOf(DivergenceKind kind);
const QList<PredictorKind>& predictorKinds();
const QList<DivergenceKind>& divergenceKinds();

/// What was switched, for people: "stop-gradient off, α 0.5". Empty if the switches agree.
QString describeChange(const Recipe& before, const Recipe& after);

} // namespace lab
