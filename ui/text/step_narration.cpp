#include "ui/text/step_narration.h"

#include "ui/text/recipe_labels.h"

#include <QCoreApplication>

#include <cmath>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("StepFacts", text);
}

QString forwardSentence(const StepFacts& s) {
    QString words = say(QT_TRANSLATE_NOOP("StepFacts", "The encoder turns %1 images into features z."))
                        .arg(s.record.batch_size);
    if (s.has_detail)
        words += say(QT_TRANSLATE_NOOP("StepFacts", " Their mean length ‖z‖ is %1."))
                     .arg(stepNumber(s.feature_norm));
    return words +
           say(QT_TRANSLATE_NOOP(
                   "StepFacts",
                   " The head makes logits of them, of mean length ‖u‖ %1; these are scored, before anything "
                   "is learned: %2 % right."))
               .arg(stepNumber(s.record.logit_norm))
               .arg(std::isfinite(s.record.accuracy) ? QString::number(std::lround(100 * s.record.accuracy))
                                                     : QStringLiteral("–"));
}

QString branchesSentence(const StepFacts& s) {
    if (!s.recipe.adapts)
        return say(QT_TRANSLATE_NOOP("StepFacts", "This lane only predicts: it has no second branch."));
    if (!s.hasPair())
        return say(QT_TRANSLATE_NOOP(
            "StepFacts",
            "There is no predictor, so both branches are one: the prediction that is scored is the one "
            "that is learned from."));
    return say(QT_TRANSLATE_NOOP(
                   "StepFacts",
                   "The online branch passes the features through the predictor (%1), the target branch does "
                   "not. %2"))
        .arg(valueWords(s.recipe, "alignment.predictor"),
             target_is_fixed(s.recipe)
                 ? say(QT_TRANSLATE_NOOP("StepFacts",
                                         "The stop-gradient keeps the target from being pulled along."))
                 : say(QT_TRANSLATE_NOOP("StepFacts",
                                         "The stop-gradient is off: the target can be pulled along.")));
}

QString lossSentence(const StepFacts& s) {
    if (!s.recipe.adapts)
        return say(QT_TRANSLATE_NOOP("StepFacts", "Nothing is minimised."));
    if (s.record.kept == 0)
        return say(QT_TRANSLATE_NOOP(
            "StepFacts", "No image was reliable enough to learn from: there is no loss, and no step."));
    const QString kept = say(QT_TRANSLATE_NOOP("StepFacts", "%1 of %2 images count. "))
                             .arg(s.record.kept)
                             .arg(s.record.batch_size);
    if (!s.hasPair())
        return kept + say(QT_TRANSLATE_NOOP("StepFacts", "The loss is the objective alone: H = %1."))
                          .arg(stepNumber(s.record.loss_objective));
    return kept + say(QT_TRANSLATE_NOOP("StepFacts", "L = H + α·D = %1 + %2 · %3 = %4."))
                      .arg(stepNumber(s.record.loss_objective), stepNumber(s.recipe.alignment.alpha),
                           stepNumber(s.record.loss_divergence), stepNumber(s.record.loss));
}

bool trainsNorms(const StepFacts& s) {
    return s.recipe.trained.kind == TrainedKind::norms;
}

QString backwardSentence(const StepFacts& s) {
    if (!s.stepped())
        return say(QT_TRANSLATE_NOOP("StepFacts", "There is nothing to send back."));
    if (!trainsNorms(s))
        return say(QT_TRANSLATE_NOOP("StepFacts",
                                     "The gradient of the loss runs back to what is trained (%1); all other "
                                     "weights stay as they are. It took %2 ms."))
            .arg(valueWords(s.recipe, "trained.kind"), stepNumber(s.record.backward_ms));
    return say(QT_TRANSLATE_NOOP("StepFacts", "The gradient of the loss runs back %1 to the scales and "
                                              "shifts of the norm layers; all other "
                                              "weights stay as they are. It took %2 ms."))
        .arg(
            !s.hasPair() ? say(QT_TRANSLATE_NOOP("StepFacts", "through head and encoder"))
            : target_is_fixed(s.recipe)
                ? say(QT_TRANSLATE_NOOP("StepFacts", "through the online branch alone, to the predictor and"))
                : say(QT_TRANSLATE_NOOP("StepFacts", "through both branches, to the predictor and")),
            stepNumber(s.record.backward_ms));
}

QString updateSentence(const StepFacts& s) {
    if (!s.stepped())
        return say(QT_TRANSLATE_NOOP("StepFacts", "The weights stay as they were."));
    QString words = !trainsNorms(s) ? say(QT_TRANSLATE_NOOP("StepFacts", "What is trained moves (rate %1)."))
                                          .arg(stepNumber(s.recipe.optimiser.rate))
                    : s.has_detail
                        ? say(QT_TRANSLATE_NOOP("StepFacts", "The norm layers move by %1 (rate %2)."))
                              .arg(stepNumber(s.norm_change), stepNumber(s.recipe.optimiser.rate))
                        : say(QT_TRANSLATE_NOOP("StepFacts", "The norm layers move (rate %1)."))
                              .arg(stepNumber(s.recipe.optimiser.rate));
    if (s.hasPair() && s.recipe.alignment.predictor == PredictorKind::linear)
        words +=
            say(QT_TRANSLATE_NOOP(
                    "StepFacts", " The predictor's distance from the identity goes from %1 to %2 (rate %3)."))
                .arg(stepNumber(s.distance_before), stepNumber(s.distance),
                     stepNumber(s.recipe.optimiser.predictor_rate));
    return words;
}

} // namespace

QString stepNumber(double value) {
    if (!std::isfinite(value))
        return QStringLiteral("–");
    return QString::number(value, 'g', 3).replace(QLatin1Char('-'), QStringLiteral("−"));
}

QString phaseTitle(StepPhase phase) {
    switch (phase) {
    case StepPhase::forward:
        return say(QT_TRANSLATE_NOOP("StepFacts", "1  Forward"));
    case StepPhase::branches:
        return say(QT_TRANSLATE_NOOP("StepFacts", "2  Two branches"));
    case StepPhase::loss:
        return say(QT_TRANSLATE_NOOP("StepFacts", "3  Loss"));
    case StepPhase::backward:
        return say(QT_TRANSLATE_NOOP("StepFacts", "4  Backward"));
    case StepPhase::update:
        return say(QT_TRANSLATE_NOOP("StepFacts", "5  Update"));
    }
    return {};
}

QString phaseSentence(StepPhase phase, const StepFacts& facts) {
    switch (phase) {
    case StepPhase::forward:
        return forwardSentence(facts);
    case StepPhase::branches:
        return branchesSentence(facts);
    case StepPhase::loss:
        return lossSentence(facts);
    case StepPhase::backward:
        return backwardSentence(facts);
    case StepPhase::update:
        return updateSentence(facts);
    }
    return {};
}

} // namespace lab
