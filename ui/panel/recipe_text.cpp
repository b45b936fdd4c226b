#include "ui/panel/recipe_text.h"

#include "ui/panel/slider_mapping.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Recipe", text);
}

} // namespace

QString titleOf(PredictorKind kind) {
    switch (kind) {
    case PredictorKind::none:
        return say("none");
    case PredictorKind::linear:
        return say("linear");
    case PredictorKind::fixed_random:
        return say("fixed random");
    case PredictorKind::mlp:
        return say("two layers");
    }
    return {};
}

QString titleOf(DivergenceKind kind) {
    switch (kind) {
    case DivergenceKind::symmetric_kl:
        return say("symmetric KL");
    case DivergenceKind::kl:
        return say("KL");
    case DivergenceKind::reverse_kl:
        return say("reverse KL");
    case DivergenceKind::jensen_shannon:
        return say("Jensen-Shannon");
    case DivergenceKind::mean_squared:
        return say("mean squared");
    }
    return {};
}

const QList<PredictorKind>& predictorKinds() {
    static const QList<PredictorKind> kinds{PredictorKind::none, PredictorKind::linear,
                                            PredictorKind::fixed_random, PredictorKind::mlp};
    return kinds;
}

const QList<DivergenceKind>& divergenceKinds() {
    static const QList<DivergenceKind> kinds{DivergenceKind::symmetric_kl, DivergenceKind::kl,
                                             DivergenceKind::reverse_kl, DivergenceKind::jensen_shannon,
                                             DivergenceKind::mean_squared};
    return kinds;
}

QString describeChange(const Recipe& before, const Recipe& after) {
    QStringList parts;
    const Alignment& a = after.alignment;
    const Alignment& b = before.alignment;
    const auto number = [&](const char* name, double was, double is) {
        if (was != is)
            parts.append(say(name).arg(shortNumber(is)));
    };
    if (a.predictor != b.predictor)
        parts.append(say("predictor %1").arg(titleOf(a.predictor)));
    if (a.stop_gradient != b.stop_gradient)
        parts.append(a.stop_gradient ? say("stop-gradient on") : say("stop-gradient off"));
    number("α %1", b.alpha, a.alpha);
    if (a.divergence != b.divergence)
        parts.append(say("divergence %1").arg(titleOf(a.divergence)));
    number("norm rate %1", before.optimiser.rate, after.optimiser.rate);
    number("predictor rate %1", before.optimiser.predictor_rate, after.optimiser.predictor_rate);
    number("momentum %1", before.optimiser.momentum, after.optimiser.momentum);
    return parts.join(QStringLiteral(", "));
}

} // namespace lab
