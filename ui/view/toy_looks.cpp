#include "ui/view/toy_looks.h"

#include "ui/view/class_groups.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <cmath>

namespace lab {

namespace {

constexpr double collapsed_share = 0.9, leaning_share = 0.5; ///< of balanced data in one class of three
constexpr double grown = 2;                                  ///< times the length without adaptation

QString say(const char* text) {
    return QCoreApplication::translate("Toy", text);
}

/// How a lane that adapts stands against the model that does not.
QString answersOf(const QString& name, const ToyMeasures& now, const ToyMeasures& unadapted) {
    const QString right = toyPercent(now.accuracy), before = toyPercent(unadapted.accuracy);
    if (now.top_share >= collapsed_share)
        return say(QT_TRANSLATE_NOOP("Toy", "%1 has collapsed: it calls %2 % of balanced data %3, where a "
                                            "third would be right."))
            .arg(name, toyPercent(now.top_share), toyClassName(now.top_class));
    if (now.top_share >= leaning_share)
        return say(QT_TRANSLATE_NOOP("Toy", "%1 leans to one class: it calls %2 % of balanced data %3 and "
                                            "gets %4 % right, without adaptation %5 %."))
            .arg(name, toyPercent(now.top_share), toyClassName(now.top_class), right, before);
    return say(QT_TRANSLATE_NOOP("Toy", "%1 gets %2 % of balanced data right, without adaptation %3 %."))
        .arg(name, right, before);
}

QString sentenceOf(const ToyExperiment& experiment, ToyLane lane, const QString& name) {
    const ToyMeasures& now = experiment.measures(lane);
    const ToyMeasures& unadapted = experiment.measures(ToyLane::none);
    QString words = answersOf(name, now, unadapted);
    if (now.length >= grown * unadapted.length)
        words +=
            QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Toy", "Its features have grown from length %1 to %2."))
                                   .arg(toyNumber(unadapted.length), toyNumber(now.length));
    if (const int step = experiment.world(lane).diverged_at(); step > 0)
        words += QLatin1Char(' ') +
                 say(QT_TRANSLATE_NOOP("Toy", "At step %1 its numbers left all bounds, and it has learned "
                                              "nothing since: reset with a lower rate."))
                     .arg(step);
    return words;
}

/// What the settings take away, or what the predictor has done.
QString causeOf(const ToyExperiment& experiment, const QString& name) {
    const ToyRule& rule = experiment.settings().rule;
    const ToyWorld& tent = experiment.world(ToyLane::tent);
    const ToyWorld& siam = experiment.world(ToyLane::zerosiam);
    if (!rule.predictor)
        return tent.parameters() == siam.parameters()
                   ? say(QT_TRANSLATE_NOOP("Toy", "Without a predictor both branches are one and %1 is Tent: "
                                                  "the two agree to the last digit."))
                         .arg(name)
                   : say(QT_TRANSLATE_NOOP("Toy", "Without a predictor %1 now follows Tent's loss."))
                         .arg(name);
    QStringList lost;
    if (rule.alpha == 0)
        lost.append(say(QT_TRANSLATE_NOOP(
            "Toy", "α is 0: nothing holds the branch with the predictor to the one without.")));
    else if (!rule.stop_gradient)
        lost.append(say(QT_TRANSLATE_NOOP("Toy", "Without the stop-gradient the two branches may drift "
                                                 "together.")));
    if (experiment.steps() > 0)
        lost.append(say(QT_TRANSLATE_NOOP("Toy", "The predictor stands %1 from the identity."))
                        .arg(toyNumber(siam.predictor_distance())));
    return lost.join(QLatin1Char(' '));
}

} // namespace

std::vector<LaneStyle> toyLaneStyles() {
    std::vector<LaneSpec> lanes(toy_lanes.size());
    lanes[static_cast<std::size_t>(ToyLane::tent)].method = "tent";
    lanes[static_cast<std::size_t>(ToyLane::zerosiam)].method = "zerosiam";
    LaneSpec& none = lanes[static_cast<std::size_t>(ToyLane::none)];
    none.method = "no_adaptation";
    none.recipe.adapts = false;
    return laneStyles(lanes);
}

QString toyClassName(int label) {
    return QString(QChar(u'A' + label));
}

LaneStyle toyClassMark(int label) {
    constexpr std::array<int, toy_classes> colours{9, 2, 4};
    constexpr std::array<MarkerShape, toy_classes> shapes{MarkerShape::triangle, MarkerShape::circle,
                                                          MarkerShape::square};
    LaneStyle mark;
    mark.name = toyClassName(label);
    mark.color = classColor(colours[static_cast<std::size_t>(label)]);
    mark.marker = shapes[static_cast<std::size_t>(label)];
    return mark;
}

QString toyPercent(double share) {
    return QString::number(std::lround(100 * share));
}

QString toyNumber(double value) {
    const double size = std::abs(value);
    const int decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals).replace(QLatin1Char('-'), QStringLiteral("−"));
}

QString toyWords(const ToyExperiment& experiment) {
    const std::vector<LaneStyle> lanes = toyLaneStyles();
    const auto nameOf = [&](ToyLane lane) { return lanes[static_cast<std::size_t>(lane)].name; };
    if (experiment.steps() == 0)
        return say(QT_TRANSLATE_NOOP("Toy",
                                     "Nothing is learned yet: both worlds are the same and get %1 % of "
                                     "balanced data right, because the points have moved since "
                                     "training. Press Play, or drag a point and watch its arrows."))
            .arg(toyPercent(experiment.measures(ToyLane::none).accuracy));
    QStringList words;
    if (experiment.is_over())
        words.append(say(QT_TRANSLATE_NOOP("Toy", "The stream is over.")));
    words.append(sentenceOf(experiment, ToyLane::tent, nameOf(ToyLane::tent)));
    words.append(sentenceOf(experiment, ToyLane::zerosiam, nameOf(ToyLane::zerosiam)));
    words.append(causeOf(experiment, nameOf(ToyLane::zerosiam)));
    return words.join(QLatin1Char(' '));
}

} // namespace lab
