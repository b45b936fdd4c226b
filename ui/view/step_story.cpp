#include "ui/view/step_story.h"

#include "ui/panel/recipe_text.h"

#include <QCoreApplication>

#include <cmath>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("StepStory", text);
}

QString forwardSentence(const StepStory& s) {
    QString words = say(QT_TRANSLATE_NOOP("StepStory", "The encoder turns %1 images into features z."))
                        .arg(s.record.batch_size);
    if (s.has_detail)
        words += say(QT_TRANSLATE_NOOP("StepStory", " Their mean length ‖z‖ is %1."))
                     .arg(storyNumber(s.feature_norm));
    return words +
           say(QT_TRANSLATE_NOOP(
                   "StepStory",
                   " The head makes logits of them, of mean length ‖u‖ %1; these are scored, before anything "
                   "is learned: %2 % right."))
               .arg(storyNumber(s.record.logit_norm))
               .arg(std::isfinite(s.record.accuracy) ? QString::number(std::lround(100 * s.record.accuracy))
                                                     : QStringLiteral("–"));
}

QString branchesSentence(const StepStory& s) {
    if (!s.recipe.adapts)
        return say(QT_TRANSLATE_NOOP("StepStory", "This lane only predicts: it has no second branch."));
    if (!s.hasPair())
        return say(QT_TRANSLATE_NOOP(
            "StepStory",
            "There is no predictor, so both branches are one: the prediction that is scored is the one "
            "that is learned from."));
    return say(QT_TRANSLATE_NOOP(
                   "StepStory",
                   "The online branch passes the features through the predictor (%1), the target branch does "
                   "not. %2"))
        .arg(titleOf(s.recipe.alignment.predictor),
             s.recipe.alignment.stop_gradient
                 ? say(QT_TRANSLATE_NOOP("StepStory",
                                         "The stop-gradient keeps the target from being pulled along."))
                 : say(QT_TRANSLATE_NOOP("StepStory",
                                         "The stop-gradient is off: the target can be pulled along.")));
}

QString lossSentence(const StepStory& s) {
    if (!s.recipe.adapts)
        return say(QT_TRANSLATE_NOOP("StepStory", "Nothing is minimised."));
    if (s.record.kept == 0)
        return say(QT_TRANSLATE_NOOP(
            "StepStory", "No image was reliable enough to learn from: there is no loss, and no step."));
    const QString kept = say(QT_TRANSLATE_NOOP("StepStory", "%1 of %2 images count. "))
                             .arg(s.record.kept)
                             .arg(s.record.batch_size);
    if (!s.hasPair())
        return kept + say(QT_TRANSLATE_NOOP("StepStory", "The loss is the objective alone: H = %1."))
                          .arg(storyNumber(s.record.loss_objective));
    return kept + say(QT_TRANSLATE_NOOP("StepStory", "L = H + α·D = %1 + %2 · %3 = %4."))
                      .arg(storyNumber(s.record.loss_objective), storyNumber(s.recipe.alignment.alpha),
                           storyNumber(s.record.loss_divergence), storyNumber(s.record.loss));
}

QString backwardSentence(const StepStory& s) {
    if (!s.stepped())
        return say(QT_TRANSLATE_NOOP("StepStory", "There is nothing to send back."));
    return say(QT_TRANSLATE_NOOP("StepStory", "The gradient of the loss runs back %1 to the scales and "
                                              "shifts of the norm layers; all other "
                                              "weights stay as they are. It took %2 ms."))
        .arg(
            !s.hasPair() ? say(QT_TRANSLATE_NOOP("StepStory", "through head and encoder"))
            : s.recipe.alignment.stop_gradient
                ? say(QT_TRANSLATE_NOOP("StepStory", "through the online branch alone, to the predictor and"))
                : say(QT_TRANSLATE_NOOP("StepStory", "through both branches, to the predictor and")),
            storyNumber(s.record.backward_ms));
}

QString updateSentence(const StepStory& s) {
    if (!s.stepped())
        return say(QT_TRANSLATE_NOOP("StepStory", "The weights stay as they were."));
    QString words = s.has_detail
                        ? say(QT_TRANSLATE_NOOP("StepStory", "The norm layers move by %1 (rate %2)."))
                              .arg(storyNumber(s.norm_change), storyNumber(s.recipe.optimiser.rate))
                        : say(QT_TRANSLATE_NOOP("StepStory", "The norm layers move (rate %1)."))
                              .arg(storyNumber(s.recipe.optimiser.rate));
    if (s.hasPair() && s.recipe.alignment.predictor == PredictorKind::linear)
        words +=
            say(QT_TRANSLATE_NOOP(
                    "StepStory", " The predictor's distance from the identity goes from %1 to %2 (rate %3)."))
                .arg(storyNumber(s.distance_before), storyNumber(s.record.predictor_distance),
                     storyNumber(s.recipe.optimiser.predictor_rate));
    return words;
}

} // namespace

QString storyNumber(double value) {
    if (!std::isfinite(value))
        return QStringLiteral("–");
    return QString::number(value, 'g', 3).replace(QLatin1Char('-'), QStringLiteral("−"));
}

StepStory storyOf(const Scene& scene, int lane, const Recipe& recipe) {
    StepStory story;
    const StepRecord* record = scene.record(lane);
    if (!record)
        return story;
    story.known = true;
    story.record = *record;
    story.recipe = recipe;
    if (lane < scene.lanes())
        story.lane = scene.styles[static_cast<std::size_t>(lane)].name;
    if (const StepRecord* before = scene.record(lane, scene.step - 1))
        story.distance_before = before->predictor_distance;
    const BatchDetailPtr batch = scene.detail();
    if (const StepDetail* detail = batch ? batch->of_lane(lane) : nullptr) {
        story.has_detail = true;
        story.recipe = detail->recipe;
        story.feature_norm = detail->feature_norm;
        story.norm_change = detail->norm_change;
        story.predictor_change = detail->predictor_change;
        if (detail->matrix_side > 0)
            story.distance_before = detail->predictor_distance_before;
    }
    return story;
}

QString phaseTitle(StepPhase phase) {
    switch (phase) {
    case StepPhase::forward:
        return say(QT_TRANSLATE_NOOP("StepStory", "1  Forward"));
    case StepPhase::branches:
        return say(QT_TRANSLATE_NOOP("StepStory", "2  Two branches"));
    case StepPhase::loss:
        return say(QT_TRANSLATE_NOOP("StepStory", "3  Loss"));
    case StepPhase::backward:
        return say(QT_TRANSLATE_NOOP("StepStory", "4  Backward"));
    case StepPhase::update:
        return say(QT_TRANSLATE_NOOP("StepStory", "5  Update"));
    }
    return {};
}

QString phaseSentence(StepPhase phase, const StepStory& story) {
    switch (phase) {
    case StepPhase::forward:
        return forwardSentence(story);
    case StepPhase::branches:
        return branchesSentence(story);
    case StepPhase::loss:
        return lossSentence(story);
    case StepPhase::backward:
        return backwardSentence(story);
    case StepPhase::update:
        return updateSentence(story);
    }
    return {};
}

} // namespace lab
