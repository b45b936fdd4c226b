#include "ui/text/recipe_labels.h"

#include "ui/style/slider_mapping.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Recipe", text);
}

} // namespace

QString titleOf(SelectionKind kind) {
    switch (kind) {
    case SelectionKind::all:
        return say(QT_TRANSLATE_NOOP("Recipe", "all samples"));
    case SelectionKind::entropy:
        return say(QT_TRANSLATE_NOOP("Recipe", "confident"));
    case SelectionKind::entropy_redundancy:
        return say(QT_TRANSLATE_NOOP("Recipe", "confident and new"));
    case SelectionKind::entropy_plpd:
        return say(QT_TRANSLATE_NOOP("Recipe", "confident by shape"));
    }
    return {};
}

QString titleOf(ObjectiveKind kind) {
    switch (kind) {
    case ObjectiveKind::entropy:
        return say(QT_TRANSLATE_NOOP("Recipe", "entropy"));
    case ObjectiveKind::come:
        return say(QT_TRANSLATE_NOOP("Recipe", "COME"));
    case ObjectiveKind::pseudo_label:
        return say(QT_TRANSLATE_NOOP("Recipe", "pseudo-label"));
    case ObjectiveKind::soft_likelihood_ratio:
        return say(QT_TRANSLATE_NOOP("Recipe", "soft likelihood ratio"));
    case ObjectiveKind::negative_squared:
        return say(QT_TRANSLATE_NOOP("Recipe", "negative squared"));
    }
    return {};
}

QString titleOf(OptimiserKind kind) {
    return kind == OptimiserKind::sam ? say(QT_TRANSLATE_NOOP("Recipe", "SAM, sharpness-aware"))
                                      : say(QT_TRANSLATE_NOOP("Recipe", "SGD"));
}

QString titleOf(ResetPolicy policy) {
    switch (policy) {
    case ResetPolicy::none:
        return say(QT_TRANSLATE_NOOP("Recipe", "never"));
    case ResetPolicy::segment:
        return say(QT_TRANSLATE_NOOP("Recipe", "at each change of corruption"));
    case ResetPolicy::batch:
        return say(QT_TRANSLATE_NOOP("Recipe", "before every batch"));
    }
    return {};
}

QString titleOf(CollapseAction action) {
    switch (action) {
    case CollapseAction::flag:
        return say(QT_TRANSLATE_NOOP("Recipe", "flag it and go on"));
    case CollapseAction::stop:
        return say(QT_TRANSLATE_NOOP("Recipe", "stop the lane"));
    case CollapseAction::reset:
        return say(QT_TRANSLATE_NOOP("Recipe", "reset the lane"));
    }
    return {};
}

const QList<SelectionKind>& selectionKinds() {
    static const QList<SelectionKind> kinds{SelectionKind::all, SelectionKind::entropy,
                                            SelectionKind::entropy_redundancy, SelectionKind::entropy_plpd};
    return kinds;
}

const QList<ObjectiveKind>& objectiveKinds() {
    static const QList<ObjectiveKind> kinds{ObjectiveKind::entropy, ObjectiveKind::come,
                                            ObjectiveKind::pseudo_label, ObjectiveKind::soft_likelihood_ratio,
                                            ObjectiveKind::negative_squared};
    return kinds;
}

const QList<OptimiserKind>& optimiserKinds() {
    static const QList<OptimiserKind> kinds{OptimiserKind::sgd, OptimiserKind::sam};
    return kinds;
}

const QList<ResetPolicy>& resetPolicies() {
    static const QList<ResetPolicy> policies{ResetPolicy::none, ResetPolicy::segment, ResetPolicy::batch};
    return policies;
}

const QList<CollapseAction>& collapseActions() {
    static const QList<CollapseAction> actions{CollapseAction::flag, CollapseAction::stop,
                                               CollapseAction::reset};
    return actions;
}

QString titleOf(PredictorKind kind) {
    switch (kind) {
    case PredictorKind::none:
        return say(QT_TRANSLATE_NOOP("Recipe", "none"));
    case PredictorKind::linear:
        return say(QT_TRANSLATE_NOOP("Recipe", "linear"));
    case PredictorKind::fixed_random:
        return say(QT_TRANSLATE_NOOP("Recipe", "fixed random"));
    case PredictorKind::mlp:
        return say(QT_TRANSLATE_NOOP("Recipe", "two layers"));
    }
    return {};
}

QString titleOf(DivergenceKind kind) {
    switch (kind) {
    case DivergenceKind::symmetric_kl:
        return say(QT_TRANSLATE_NOOP("Recipe", "symmetric KL"));
    case DivergenceKind::kl:
        return say(QT_TRANSLATE_NOOP("Recipe", "KL"));
    case DivergenceKind::reverse_kl:
        return say(QT_TRANSLATE_NOOP("Recipe", "reverse KL"));
    case DivergenceKind::jensen_shannon:
        return say(QT_TRANSLATE_NOOP("Recipe", "Jensen-Shannon"));
    case DivergenceKind::mean_squared:
        return say(QT_TRANSLATE_NOOP("Recipe", "mean squared"));
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

QString joinedPrefixes(const std::vector<std::string>& prefixes) {
    QStringList list;
    for (const std::string& prefix : prefixes)
        list.append(QString::fromStdString(prefix));
    return list.join(QStringLiteral(", "));
}

QString describeChange(const Recipe& before, const Recipe& after) {
    QStringList parts;
    const Alignment& a = after.alignment;
    const Alignment& b = before.alignment;
    const auto number = [&](const char* name, double was, double is) {
        if (was != is)
            parts.append(say(name).arg(shortNumber(is)));
    };
    if (before.adapts != after.adapts)
        parts.append(after.adapts ? say(QT_TRANSLATE_NOOP("Recipe", "adaptation on"))
                                  : say(QT_TRANSLATE_NOOP("Recipe", "adaptation off")));
    const Selection& chosen = after.selection;
    const Selection& chose = before.selection;
    if (chosen.kind != chose.kind)
        parts.append(say(QT_TRANSLATE_NOOP("Recipe", "selection %1")).arg(titleOf(chosen.kind)));
    number("entropy margin %1", chose.margin, chosen.margin);
    number("weight margin %1", chose.weight_margin, chosen.weight_margin);
    number("redundancy margin %1", chose.redundancy_margin, chosen.redundancy_margin);
    number("shape threshold %1", chose.plpd_threshold, chosen.plpd_threshold);
    if (after.objective != before.objective)
        parts.append(say(QT_TRANSLATE_NOOP("Recipe", "objective %1")).arg(titleOf(after.objective)));
    if (a.predictor != b.predictor)
        parts.append(say(QT_TRANSLATE_NOOP("Recipe", "predictor %1")).arg(titleOf(a.predictor)));
    if (a.stop_gradient != b.stop_gradient)
        parts.append(a.stop_gradient ? say(QT_TRANSLATE_NOOP("Recipe", "stop-gradient on"))
                                     : say(QT_TRANSLATE_NOOP("Recipe", "stop-gradient off")));
    number("α %1", b.alpha, a.alpha);
    if (a.divergence != b.divergence)
        parts.append(say(QT_TRANSLATE_NOOP("Recipe", "divergence %1")).arg(titleOf(a.divergence)));
    number("Fisher α %1", before.regulariser.fisher_alpha, after.regulariser.fisher_alpha);
    if (after.optimiser.kind != before.optimiser.kind)
        parts.append(say(QT_TRANSLATE_NOOP("Recipe", "optimiser %1")).arg(titleOf(after.optimiser.kind)));
    number("norm rate %1", before.optimiser.rate, after.optimiser.rate);
    number("predictor rate %1", before.optimiser.predictor_rate, after.optimiser.predictor_rate);
    number("momentum %1", before.optimiser.momentum, after.optimiser.momentum);
    number("climb ρ %1", before.optimiser.rho, after.optimiser.rho);
    if (after.recovery.enabled != before.recovery.enabled)
        parts.append(after.recovery.enabled ? say(QT_TRANSLATE_NOOP("Recipe", "recovery on"))
                                            : say(QT_TRANSLATE_NOOP("Recipe", "recovery off")));
    number("recovery threshold %1", before.recovery.threshold, after.recovery.threshold);
    if (after.frozen_prefixes != before.frozen_prefixes)
        parts.append(after.frozen_prefixes.empty() ? say(QT_TRANSLATE_NOOP("Recipe", "no layer frozen"))
                                                   : say(QT_TRANSLATE_NOOP("Recipe", "frozen layers %1"))
                                                         .arg(joinedPrefixes(after.frozen_prefixes)));
    if (after.reference_quirks != before.reference_quirks)
        parts.append(after.reference_quirks ? say(QT_TRANSLATE_NOOP("Recipe", "reference quirks on"))
                                            : say(QT_TRANSLATE_NOOP("Recipe", "reference quirks off")));
    return parts.join(QStringLiteral(", "));
}

} // namespace lab
