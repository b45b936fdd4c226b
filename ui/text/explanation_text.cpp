#include "ui/text/explanation_text.h"

#include "ui/text/recipe_labels.h"

#include <QCoreApplication>

#include <cmath>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Explanation", text);
}

QString percent(double share) {
    return QString::number(100 * share, 'f', std::abs(share) < 0.1 ? 1 : 0);
}

QString number(double value) {
    return QString::number(value, 'g', 3);
}

bool known(const Course& course) {
    return std::isfinite(course.before) && std::isfinite(course.after);
}

/// The words for one lane.
struct Words {
    const LaneExplanation& account;
    const QStringList& class_names;

    QString className(int index) const {
        return index >= 0 && index < class_names.size() ? class_names[index] : QString::number(index);
    }

    QString takeover() const {
        const QString now =
            say(QT_TRANSLATE_NOOP("Explanation",
                                  "In its last %1 steps it called %2 % of the pictures of other classes %3"))
                .arg(account.window)
                .arg(percent(account.taken.after), className(account.top_class));
        return std::isfinite(account.taken.before)
                   ? say(QT_TRANSLATE_NOOP("Explanation", "%1; in its first %2 steps %3 %."))
                         .arg(now)
                         .arg(account.window)
                         .arg(percent(account.taken.before))
                   : now + QLatin1Char('.');
    }

    QString turn() const {
        const QString step = QString::number(account.turned_at);
        if (account.stream_class < 0)
            return say(QT_TRANSLATE_NOOP("Explanation", "That has been so since step %1.")).arg(step);
        const QString shown = className(account.stream_class), share = percent(account.stream_share);
        return account.stream_class == account.top_class
                   ? say(QT_TRANSLATE_NOOP(
                             "Explanation",
                             "That has been so since step %1. The stream's pictures just before "
                             "were %2 too, %3 % of them: what was right there has become the "
                             "answer to everything."))
                         .arg(step, shown, share)
                   : say(QT_TRANSLATE_NOOP(
                             "Explanation",
                             "That has been so since step %1. The stream's pictures just before "
                             "were mostly %2, %3 % of them."))
                         .arg(step, shown, share);
    }

    QString confidence() const {
        const QString numbers =
            say(QT_TRANSLATE_NOOP("Explanation", "Its logit norm went from %1 to %2 and its entropy from %3 "
                                                 "to %4 nats"))
                .arg(number(account.logit_norm.before), number(account.logit_norm.after),
                     number(account.entropy.before), number(account.entropy.after));
        if (!known(account.accuracy))
            return numbers + QLatin1Char('.');
        const QString accuracy = say(QT_TRANSLATE_NOOP("Explanation", "its accuracy from %1 to %2 %"))
                                     .arg(percent(account.accuracy.before), percent(account.accuracy.after));
        const bool surer = account.entropy.after < account.entropy.before;
        const bool better = account.accuracy.after > account.accuracy.before;
        return surer && !better
                   ? say(QT_TRANSLATE_NOOP("Explanation", "%1, %2: it grew surer and not better."))
                         .arg(numbers, accuracy)
                   : say(QT_TRANSLATE_NOOP("Explanation", "%1, %2.")).arg(numbers, accuracy);
    }

    QString switches() const {
        return say(QT_TRANSLATE_NOOP("Explanation",
                                     "It had been switched at step %1; unlike at its beginning: "
                                     "%2."))
            .arg(account.switched_at)
            .arg(describeChange(*account.began, *account.recipe));
    }

    /// What the loss says, whatever the run.
    QString loss() const {
        return say(QT_TRANSLATE_NOOP(
            "Explanation", "Its loss is the entropy alone, which longer logits lower, and one answer to "
                           "everything as well, true or not. Nothing in it speaks against that."));
    }

    QString predictor() const {
        const QString moved =
            say(QT_TRANSLATE_NOOP("Explanation", "Its predictor is at a distance of %1 from the identity (%2 "
                                                 "at first), and its two branches differ by %3 nats."))
                .arg(number(account.distance.after), number(account.distance.before),
                     number(account.divergence.after));
        return moved + QLatin1Char(' ') +
               (account.collapsed_at > 0
                    ? say(QT_TRANSLATE_NOOP("Explanation", "That did not hold it here."))
                    : say(QT_TRANSLATE_NOOP("Explanation", "This difference is part of its loss: what makes "
                                                           "one branch surer has to pay for it.")));
    }
};

} // namespace

ExplanationWords explanationText(const LaneExplanation& account, const QString& lane,
                                 const QStringList& class_names) {
    const Words words{account, class_names};
    ExplanationWords said;
    if (account.collapsed_at > 0)
        said.heading = say(QT_TRANSLATE_NOOP("Explanation", "%1 collapsed at step %2."))
                           .arg(lane)
                           .arg(account.collapsed_at);
    else
        said.heading = say(QT_TRANSLATE_NOOP("Explanation", "%1 has not collapsed in %2 steps."))
                           .arg(lane)
                           .arg(account.steps);
    const bool adapts = !account.recipe || account.recipe->adapts;
    if (!adapts)
        said.sentences << say(QT_TRANSLATE_NOOP(
            "Explanation", "It learns nothing: it shows what the stream does to the model as it is."));
    if (std::isfinite(account.taken.after) && account.top_class >= 0)
        said.sentences << words.takeover();
    if (account.turned_at > 0)
        said.sentences << words.turn();
    if (known(account.logit_norm) && known(account.entropy))
        said.sentences << words.confidence();
    if (account.switched_at > 0 && account.began != account.recipe)
        said.sentences << words.switches();
    const bool pair =
        account.recipe ? account.recipe->alignment.predictor != PredictorKind::none : known(account.distance);
    if (adapts && pair && known(account.distance))
        said.sentences << words.predictor();
    else if (account.recipe && adapts && !pair && account.recipe->objective == ObjectiveKind::entropy)
        said.sentences << words.loss();
    return said;
}

} // namespace lab
