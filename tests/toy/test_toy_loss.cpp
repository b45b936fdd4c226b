#include "core/base/random.h"
#include "core/toy/toy_loss.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <numbers>

using namespace lab;

namespace {

ToyParameters anyParameters(Random& random) {
    ToyParameters parameters;
    for (std::size_t i = 0; i < 2; ++i) {
        parameters.scale[i] = 1 + 0.6 * random.normal();
        parameters.offset[i] = random.normal();
    }
    for (double& entry : parameters.predictor)
        entry += 0.5 * random.normal();
    return parameters;
}

/// Places of all that is trained.
std::vector<double*> entriesOf(ToyParameters& parameters) {
    std::vector<double*> entries;
    for (double& value : parameters.scale)
        entries.push_back(&value);
    for (double& value : parameters.offset)
        entries.push_back(&value);
    for (double& value : parameters.predictor)
        entries.push_back(&value);
    return entries;
}

double meanLoss(const ToyRule& rule, const ToyParameters& online, const ToyParameters& target,
                const std::vector<ToyPoint>& points) {
    double sum = 0;
    for (const ToyPoint& point : points)
        sum += toy_loss(rule, online, target, point.x).total;
    return sum / static_cast<double>(points.size());
}

constexpr double step = 1e-5;

double centralDifference(double& value, const std::function<double()>& loss) {
    const double before = value;
    value = before + step;
    const double above = loss();
    value = before - step;
    const double below = loss();
    value = before;
    return (above - below) / (2 * step);
}

double entropyOf(const ToyProbabilities& p) {
    double sum = 0;
    for (const double share : p)
        sum -= share * std::log(share);
    return sum;
}

ToyVector turned(const ToyVector& x) {
    const double c = std::cos(2 * std::numbers::pi / 3), s = std::sin(2 * std::numbers::pi / 3);
    return {c * x[0] - s * x[1], s * x[0] + c * x[1]};
}

bool near(double a, double b, double within = 1e-12) {
    return std::abs(a - b) <= within * std::max({1.0, std::abs(a), std::abs(b)});
}

} // namespace

/// The toy world's formulas, against what they are gradients of.
class TestToyLoss : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void gradientsAreThoseOfTheLoss_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<bool>("predictor");
        QTest::addColumn<bool>("stop_gradient");
        QTest::newRow("ZeroSiam") << 1.0 << true << true;
        QTest::newRow("strong alignment") << 7.5 << true << true;
        QTest::newRow("alpha 0") << 0.0 << true << true;
        QTest::newRow("no stop-gradient") << 1.0 << true << false;
        QTest::newRow("no stop-gradient, strong") << 7.5 << true << false;
        QTest::newRow("no predictor") << 1.0 << false << true;
        QTest::newRow("neither") << 1.0 << false << false;
    }
    void gradientsAreThoseOfTheLoss() {
        QFETCH(double, alpha);
        QFETCH(bool, predictor);
        QFETCH(bool, stop_gradient);
        const ToyRule rule{alpha, predictor, stop_gradient};
        Random random{77};
        for (int trial = 0; trial < 20; ++trial) {
            const ToyParameters parameters = anyParameters(random);
            const auto points = toy_batch({static_cast<std::uint64_t>(trial), 300, 8, 2}, trial + 1);
            ToyParameters gradient = toy_gradient(rule, parameters, points);
            // With the stop-gradient the target branch stays where it is.
            ToyParameters online = parameters, target = parameters;
            std::vector<double*> moved = entriesOf(online), along = entriesOf(target);
            const std::vector<double*> told = entriesOf(gradient);
            for (std::size_t i = 0; i < moved.size(); ++i) {
                const double found = centralDifference(*moved[i], [&] {
                    if (!stop_gradient)
                        *along[i] = *moved[i];
                    return meanLoss(rule, online, target, points);
                });
                target = parameters;
                QVERIFY2(
                    std::abs(found - *told[i]) < 1e-6,
                    qPrintable(QStringLiteral("entry %1: %2, found %3").arg(i).arg(*told[i]).arg(found)));
            }
        }
    }

    void thePullIsTheGradientOfTheFeatures_data() { gradientsAreThoseOfTheLoss_data(); }
    void thePullIsTheGradientOfTheFeatures() {
        QFETCH(double, alpha);
        QFETCH(bool, predictor);
        QFETCH(bool, stop_gradient);
        const ToyRule rule{alpha, predictor, stop_gradient};
        Random random{5};
        for (int trial = 0; trial < 20; ++trial) {
            const ToyParameters parameters = anyParameters(random);
            const ToyVector x{2 * random.normal(), 2 * random.normal()};
            const ToyVector pull = toy_pull(rule, parameters, x);
            for (std::size_t i = 0; i < 2; ++i) {
                // An offset moves the feature itself.
                ToyParameters online = parameters, target = parameters;
                const double found = centralDifference(online.offset[i], [&] {
                    if (!stop_gradient)
                        target.offset = online.offset;
                    return toy_loss(rule, online, target, x).total;
                });
                QVERIFY(std::abs(found - pull[i]) < 1e-6);
            }
        }
    }

    void theStopGradientMatters() {
        Random random{9};
        const ToyParameters parameters = anyParameters(random);
        const ToyVector held = toy_pull({1, true, true}, parameters, {0.4, 0.9});
        const ToyVector free = toy_pull({1, true, false}, parameters, {0.4, 0.9});
        QVERIFY(std::hypot(held[0] - free[0], held[1] - free[1]) > 1e-3);
        // The predictor stands behind the online branch alone.
        const std::vector<ToyPoint> points{{{0.4, 0.9}, 0}};
        QVERIFY(toy_gradient({1, true, true}, parameters, points).predictor ==
                toy_gradient({1, true, false}, parameters, points).predictor);
    }

    void numbersByHand() {
        // W z of z = (0, 0): all logits 0, entropy ln 3, no pull.
        ToyParameters parameters;
        const ToyLoss middle = toy_loss({}, parameters, parameters, {0, 0});
        QVERIFY(near(middle.entropy, std::log(3.0)));
        QCOMPARE(middle.divergence, 0.0);
        for (const double part : toy_pull({}, parameters, {0, 0}))
            QVERIFY(std::abs(part) < 1e-15);
        // z = (0, 1): logits 1.2 · 1.6 · (1, −1/2, −1/2); P doubles them in the online branch.
        parameters.predictor = {2, 0, 0, 2};
        const ToyProbabilities target = toy_softmax({1.92, -0.96, -0.96});
        const ToyProbabilities online = toy_softmax({3.84, -1.92, -1.92});
        double divergence = 0;
        for (std::size_t k = 0; k < 3; ++k)
            divergence += (online[k] - target[k]) * std::log(online[k] / target[k]);
        const ToyLoss loss = toy_loss({0.5, true, true}, parameters, parameters, {0, 1});
        QVERIFY(near(loss.entropy, entropyOf(online)));
        QVERIFY(near(loss.divergence, divergence));
        QVERIFY(near(loss.total, entropyOf(online) + 0.5 * divergence));
        QCOMPARE(toy_prediction(parameters, {0, 1}), 0);
    }

    void theHeadIsTheMeansTimesOnePointTwo() {
        for (int label = 0; label < toy_classes; ++label) {
            const ToyVector mean = toy_mean(label), row = toy_head(label);
            QVERIFY(near(std::hypot(mean[0], mean[1]), 1.6));
            QVERIFY(near(row[0], 1.2 * mean[0]) && near(row[1], 1.2 * mean[1]));
            QCOMPARE(toy_prediction({}, mean), label);
        }
    }

    void entropyAndDivergenceKeepTheirBounds() {
        Random random{3};
        for (int trial = 0; trial < 500; ++trial) {
            const ToyParameters parameters = anyParameters(random);
            const ToyVector x{3 * random.normal(), 3 * random.normal()};
            const ToyLoss loss = toy_loss({}, parameters, parameters, x);
            QVERIFY(loss.entropy >= 0 && loss.entropy <= std::log(3.0) + 1e-12);
            QVERIFY(loss.divergence >= -1e-12);
            QCOMPARE(toy_loss({1, false, true}, parameters, parameters, x).divergence, 0.0);
        }
    }

    void aTurnOfTheWorldTurnsThePull() {
        // The classes lie 120° apart: turned by that, a point has the same loss and a turned pull.
        Random random{11};
        for (const bool stop_gradient : {true, false}) {
            ToyParameters parameters;
            parameters.scale = {1.7, 1.7};
            parameters.predictor = {0.8, -0.3, 0.3, 0.8}; // a turn and a scale: commutes with other turns
            const ToyVector x{random.normal(), random.normal()};
            const ToyRule rule{1, true, stop_gradient};
            QVERIFY(near(toy_loss(rule, parameters, parameters, x).total,
                         toy_loss(rule, parameters, parameters, turned(x)).total));
            const ToyVector expected = turned(toy_pull(rule, parameters, x)),
                            found = toy_pull(rule, parameters, turned(x));
            QVERIFY(near(expected[0], found[0]) && near(expected[1], found[1]));
        }
    }

    void aUnitOfThePointsChangesNothing() {
        // Points in another unit with a scale that undoes it: the same features, loss and pull.
        Random random{13};
        for (const double unit : {0.01, 3.0, 250.0}) {
            const ToyParameters parameters = anyParameters(random);
            ToyParameters other = parameters;
            for (double& scale : other.scale)
                scale /= unit;
            const ToyVector x{random.normal(), random.normal()}, in_unit{x[0] * unit, x[1] * unit};
            const ToyRule rule{2, true, false};
            QVERIFY(near(toy_loss(rule, parameters, parameters, x).total,
                         toy_loss(rule, other, other, in_unit).total));
            const ToyParameters here = toy_gradient(rule, parameters, {{x, 0}}),
                                there = toy_gradient(rule, other, {{in_unit, 0}});
            for (std::size_t i = 0; i < 2; ++i) {
                QVERIFY(near(here.offset[i], there.offset[i], 1e-10));
                QVERIFY(near(here.scale[i] * unit, there.scale[i], 1e-10));
            }
            for (std::size_t i = 0; i < 4; ++i)
                QVERIFY(near(here.predictor[i], there.predictor[i], 1e-10));
        }
    }

    void alphaWeighsTheDivergence() {
        Random random{17};
        const ToyParameters parameters = anyParameters(random);
        const ToyVector x{0.3, -1.1};
        const ToyVector none = toy_pull({0, true, true}, parameters, x),
                        once = toy_pull({1, true, true}, parameters, x),
                        thrice = toy_pull({3, true, true}, parameters, x);
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(near(thrice[i] - none[i], 3 * (once[i] - none[i])));
        // At the identity the branches agree, and so do Tent's pull and ZeroSiam's.
        const ToyVector tent = toy_pull({0, false, true}, {}, x), siam = toy_pull({}, {}, x);
        QVERIFY(tent == siam);
    }

    void farPointsStayFinite() {
        ToyParameters parameters;
        parameters.scale = {1e6, 1e6};
        parameters.predictor = {1e3, -1e3, 1e3, 1e3};
        const ToyVector x{5, -7};
        const ToyLoss loss = toy_loss({1, true, false}, parameters, parameters, x);
        QVERIFY(std::isfinite(loss.total) && loss.entropy >= 0);
        for (const double part : toy_pull({1, true, false}, parameters, x))
            QVERIFY(std::isfinite(part));
    }
};

QTEST_APPLESS_MAIN(TestToyLoss)
#include "test_toy_loss.moc"
