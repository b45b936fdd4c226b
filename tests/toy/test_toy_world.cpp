#include "core/toy/toy_experiment.h"

#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

bool samePoints(const std::vector<ToyPoint>& a, const std::vector<ToyPoint>& b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].x != b[i].x || a[i].label != b[i].label)
            return false;
    return true;
}

std::array<int, toy_classes> labelsOf(const ToyStream& stream, int first, int last) {
    std::array<int, toy_classes> counts{};
    for (int step = first; step <= last; ++step)
        for (const ToyPoint& point : toy_batch(stream, step))
            ++counts[static_cast<std::size_t>(point.label)];
    return counts;
}

} // namespace

/// Points, steps of SGD, and what the worlds are measured by.
class TestToyWorld : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aBatchIsItsSeedAndStep() {
        const ToyStream stream{4, 300, 32, 10};
        for (const int step : {1, 7, 300})
            QVERIFY(samePoints(toy_batch(stream, step), toy_batch(stream, step)));
        QVERIFY(!samePoints(toy_batch(stream, 7), toy_batch(stream, 8)));
        ToyStream other = stream;
        other.seed = 5;
        QVERIFY(!samePoints(toy_batch(stream, 7), toy_batch(other, 7)));
        QCOMPARE(toy_batch(stream, 7).size(), std::size_t(32));
    }

    void classesComeAsTheImbalanceSays() {
        // One after the other: the slots are thirds of the stream.
        const ToyStream order{2, 300, 32, 1e9};
        QCOMPARE(labelsOf(order, 1, 100), (std::array<int, 3>{3200, 0, 0}));
        QCOMPARE(labelsOf(order, 101, 200), (std::array<int, 3>{0, 3200, 0}));
        QCOMPARE(labelsOf(order, 201, 300), (std::array<int, 3>{0, 0, 3200}));
        // Shuffled: a third each, whatever the slot; 9,600 points have a deviation of 46.
        for (const int count : labelsOf({2, 300, 32, 1}, 1, 300))
            QVERIFY2(std::abs(count - 3200) < 185, qPrintable(QString::number(count)));
        QVERIFY(std::abs(labelsOf({2, 300, 32, 1}, 1, 100)[0] - 1067) < 110);
        // IR = 8: 8 of 10 are of the slot's class.
        const auto some = labelsOf({2, 300, 32, 8}, 101, 200);
        QVERIFY2(std::abs(some[1] - 2560) < 92, qPrintable(QString::number(some[1])));
        QVERIFY(std::abs(some[0] - 320) < 70 && std::abs(some[2] - 320) < 70);
    }

    void pointsLieWhereTheClassesAre() {
        const auto points = toy_balanced(3, 4000);
        QCOMPARE(points.size(), std::size_t(12000));
        std::array<ToyVector, 3> sums{};
        double squares = 0;
        for (const ToyPoint& point : points)
            for (std::size_t i = 0; i < 2; ++i) {
                const double middle = toy_mean(point.label)[i] + (i == 0 ? 1.0 : 0.3);
                sums[static_cast<std::size_t>(point.label)][i] += (point.x[i] - middle) / 4000;
                squares += (point.x[i] - middle) * (point.x[i] - middle) / 24000;
            }
        for (const ToyVector& mean : sums)
            QVERIFY(std::abs(mean[0]) < 0.035 && std::abs(mean[1]) < 0.035); // four standard errors
        QVERIFY2(std::abs(std::sqrt(squares) - 0.55) < 0.01, qPrintable(QString::number(std::sqrt(squares))));
        for (int i = 0; i < 30; ++i)
            QCOMPARE(points[static_cast<std::size_t>(i)].label, i % 3);
    }

    void aStepIsGradientDescentWithMomentum() {
        const ToyRule rule{1, true, true};
        const ToyRates rates{0.2, 0.05};
        ToyWorld world(rule, rates);
        const auto first = toy_batch({}, 1), second = toy_batch({}, 2);
        const ToyParameters g1 = toy_gradient(rule, {}, first);
        world.step(first);
        const ToyParameters after = world.parameters();
        const ToyParameters g2 = toy_gradient(rule, after, second);
        world.step(second);
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(after.scale[i], 1 - 0.2 * g1.scale[i]);
            QCOMPARE(after.offset[i], -0.2 * g1.offset[i]);
            QCOMPARE(world.parameters().scale[i], after.scale[i] - 0.2 * (0.9 * g1.scale[i] + g2.scale[i]));
        }
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(world.parameters().predictor[i],
                     after.predictor[i] - 0.05 * (0.9 * g1.predictor[i] + g2.predictor[i]));
        QCOMPARE(world.steps(), 2);
    }

    void withoutPredictorZeroSiamIsTentBitForBit_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<bool>("stop_gradient");
        QTest::addColumn<double>("imbalance");
        QTest::newRow("in order") << 1.0 << true << 500000.0;
        QTest::newRow("no stop-gradient") << 1.0 << false << 500000.0;
        QTest::newRow("strong, shuffled") << 50.0 << false << 1.0;
    }
    void withoutPredictorZeroSiamIsTentBitForBit() {
        QFETCH(double, alpha);
        QFETCH(bool, stop_gradient);
        QFETCH(double, imbalance);
        ToySettings settings;
        settings.rule = {alpha, false, stop_gradient};
        settings.stream.imbalance = imbalance;
        ToyExperiment experiment(settings);
        while (!experiment.is_over()) {
            experiment.step();
            QVERIFY(experiment.world(ToyLane::tent).parameters() ==
                    experiment.world(ToyLane::zerosiam).parameters());
        }
        QCOMPARE(experiment.steps(), 300);
        QVERIFY(!(experiment.world(ToyLane::tent).parameters() == ToyParameters{}));
    }

    void theSameSeedIsTheSameWorld() {
        ToyExperiment one, two;
        ToySettings other;
        other.stream.seed = 2;
        ToyExperiment three(other);
        for (int i = 0; i < 120; ++i) {
            one.step();
            two.step();
            three.step();
        }
        QVERIFY(one.world(ToyLane::zerosiam).parameters() == two.world(ToyLane::zerosiam).parameters());
        QCOMPARE(one.measures(ToyLane::tent).accuracy, two.measures(ToyLane::tent).accuracy);
        QVERIFY(!(one.world(ToyLane::zerosiam).parameters() == three.world(ToyLane::zerosiam).parameters()));
        one.reset();
        QCOMPARE(one.steps(), 0);
        for (int i = 0; i < 120; ++i)
            one.step();
        QVERIFY(one.world(ToyLane::zerosiam).parameters() == two.world(ToyLane::zerosiam).parameters());
    }

    void theUnadaptedModelStays() {
        ToyExperiment experiment;
        const double before = experiment.measures(ToyLane::none).accuracy;
        for (int i = 0; i < 50; ++i)
            experiment.step();
        QVERIFY(experiment.world(ToyLane::none).parameters() == ToyParameters{});
        QCOMPARE(experiment.measures(ToyLane::none).accuracy, before);
        // Rates of nothing leave every world alone.
        ToySettings still;
        still.rates = {0, 0};
        ToyExperiment frozen(still);
        for (int i = 0; i < 50; ++i)
            frozen.step();
        QVERIFY(frozen.world(ToyLane::zerosiam).parameters() == ToyParameters{});
    }

    void measuresAreOfThePoints() {
        // Unmoved features of the means themselves: all right, a third each.
        std::vector<ToyPoint> points{{toy_mean(0), 0}, {toy_mean(1), 1}, {toy_mean(2), 2}};
        const ToyMeasures means = toy_measures({}, points);
        QCOMPARE(means.accuracy, 1.0);
        QCOMPARE(means.top_share, 1.0 / 3);
        QCOMPARE(means.length, 1.6);
        points.push_back({toy_mean(2), 0});
        const ToyMeasures four = toy_measures({}, points);
        QCOMPARE(four.accuracy, 0.75);
        QCOMPARE(four.top_share, 0.5);
        QCOMPARE(four.top_class, 2);
        QCOMPARE(toy_measures({}, {}).accuracy, 0.0);
        // The head stretches all directions alike: ‖W z‖ = 1.2 · 1.6 · √1.5 ‖z‖.
        ToyExperiment experiment;
        for (int i = 0; i < 200; ++i)
            experiment.step();
        for (const ToyLane lane : toy_lanes)
            QVERIFY(std::abs(experiment.measures(lane).logit_norm / experiment.measures(lane).length -
                             1.92 * std::sqrt(1.5)) < 1e-9);
    }

    void streamAccuracyIsCountedBeforeTheUpdate() {
        ToyWorld world(toy_tent, {0.1, 0.1});
        const auto batch = toy_batch({}, 1);
        const double before = toy_measures(world.parameters(), batch).accuracy;
        QCOMPARE(world.stream_accuracy(), 0.0);
        world.step(batch);
        QCOMPARE(world.stream_accuracy(), before);
        const auto next = toy_batch({}, 2);
        const double then = toy_measures(world.parameters(), next).accuracy;
        world.step(next);
        QCOMPARE(world.stream_accuracy(), (before + then) / 2);
    }

    void aMovedPointIsLearnedFrom() {
        ToyExperiment moved, left;
        moved.move(3, {-2, -2});
        QCOMPARE(moved.next_batch()[3].x, (ToyVector{-2, -2}));
        QCOMPARE(moved.next_batch()[3].label, left.next_batch()[3].label);
        moved.step();
        left.step();
        QVERIFY(!(moved.world(ToyLane::tent).parameters() == left.world(ToyLane::tent).parameters()));
        QVERIFY(samePoints(moved.next_batch(), left.next_batch()));
        moved.move(-1, {0, 0});
        moved.move(32, {0, 0});
        QVERIFY(samePoints(moved.next_batch(), left.next_batch()));
    }

    void settingsHoldFromTheNextStep() {
        ToyExperiment experiment, left;
        for (int i = 0; i < 20; ++i) {
            experiment.step();
            left.step();
        }
        ToySettings settings = experiment.settings();
        settings.rule.alpha = 0;
        experiment.move(0, {0, 0});
        experiment.choose(settings);
        QVERIFY(experiment.world(ToyLane::zerosiam).parameters() ==
                left.world(ToyLane::zerosiam).parameters());
        QCOMPARE(experiment.next_batch()[0].x, (ToyVector{0, 0})); // the same stream: moved points stay
        experiment.step();
        left.step();
        QVERIFY(!(experiment.world(ToyLane::zerosiam).parameters() ==
                  left.world(ToyLane::zerosiam).parameters()));
        settings.stream.imbalance = 1;
        experiment.choose(settings);
        QVERIFY(samePoints(experiment.next_batch(), toy_batch(settings.stream, 22)));
    }

    void theStreamEnds() {
        ToySettings settings;
        settings.stream.steps = 5;
        ToyExperiment experiment(settings);
        for (int i = 0; i < 9; ++i)
            experiment.step();
        QVERIFY(experiment.is_over() && experiment.next_batch().empty());
        QCOMPARE(experiment.steps(), 5);
        for (const ToyLane lane : toy_lanes) {
            QCOMPARE(experiment.history(lane).size(), std::size_t(6));
            QCOMPARE(experiment.history(lane).back().length, experiment.measures(lane).length);
        }
        experiment.reset();
        QCOMPARE(experiment.history(ToyLane::tent).size(), std::size_t(1));
        QCOMPARE(experiment.next_batch().size(), std::size_t(32));
    }

    void aRateBeyondReasonIsToldNotDrawn() {
        for (const double alpha : {0.0, 1.0, 100.0}) {
            ToySettings settings;
            settings.rates = {1e7, 1e7};
            settings.rule.alpha = alpha;
            ToyExperiment experiment(settings);
            for (int i = 0; i < 50; ++i)
                experiment.step();
            const ToyWorld& world = experiment.world(ToyLane::zerosiam);
            QVERIFY(world.diverged_at() > 0 && world.diverged_at() <= 50);
            QVERIFY(std::isfinite(experiment.measures(ToyLane::zerosiam).length));
            QCOMPARE(world.steps(), 50);
        }
        // Within what can be set on the page no number is lost.
        for (const double rate : {0.1, 1.0})
            for (const bool stop_gradient : {true, false})
                for (const double alpha : {0.0, 1.0, 100.0}) {
                    ToySettings settings;
                    settings.rates = {rate, rate};
                    settings.rule = {alpha, true, stop_gradient};
                    ToyExperiment experiment(settings);
                    while (!experiment.is_over())
                        experiment.step();
                    for (const ToyLane lane : toy_lanes)
                        QVERIFY(std::isfinite(experiment.measures(lane).logit_norm));
                }
    }
};

QTEST_APPLESS_MAIN(TestToyWorld)
#include "test_toy_world.moc"
