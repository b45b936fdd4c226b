#include "core/toy/toy_experiment.h"

#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

/// What is left after 300 steps.
struct Numbers {
    double stream = 0, balanced = 0, top = 0, length = 0;
};

using Lanes = std::array<Numbers, toy_lanes.size()>;

/// Means over seeds, [lane].
Lanes meansOver(int first, int last, const ToySettings& settings) {
    Lanes means;
    const double share = 1.0 / (last - first + 1);
    for (int seed = first; seed <= last; ++seed) {
        ToySettings of = settings;
        of.stream.seed = static_cast<std::uint64_t>(seed);
        ToyExperiment experiment(of);
        while (!experiment.is_over())
            experiment.step();
        for (const ToyLane lane : toy_lanes) {
            const ToyMeasures& measures = experiment.measures(lane);
            Numbers& mean = means[static_cast<std::size_t>(lane)];
            mean.stream += share * experiment.world(lane).stream_accuracy();
            mean.balanced += share * measures.accuracy;
            mean.top += share * measures.top_share;
            mean.length += share * measures.length;
        }
    }
    return means;
}

const Numbers& of(const Lanes& lanes, ToyLane lane) {
    return lanes[static_cast<std::size_t>(lane)];
}

ToySettings settingsOf(const ToyRule& rule, double imbalance = 500000) {
    ToySettings settings;
    settings.rule = rule;
    settings.stream.imbalance = imbalance;
    return settings;
}

struct Row {
    const char* name;
    ToySettings settings;
    ToyLane lane;
    Numbers prototype; ///< of another program with another generator, two digits, a mean of three seeds
    Numbers within;    ///< three deviations of the difference of two means of three, seen over 60 seeds
    Numbers own;       ///< of seeds 1 to 3 here
};

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {"no adaptation",
         settingsOf({}),
         ToyLane::none,
         {0.90, 0.90, 0.42, 1.9},
         {0.02, 0.02, 0.02, 0.1},
         {0.893, 0.897, 0.408, 1.87}},
        {"Tent",
         settingsOf({}),
         ToyLane::tent,
         {0.65, 0.56, 0.77, 7.3},
         {0.02, 0.06, 0.06, 0.85},
         {0.647, 0.595, 0.738, 6.95}},
        {"ZeroSiam",
         settingsOf({}),
         ToyLane::zerosiam,
         {0.94, 0.96, 0.37, 2.3},
         {0.04, 0.055, 0.05, 0.4},
         {0.939, 0.957, 0.365, 2.41}},
        {"alpha 0",
         settingsOf({0, true, true}),
         ToyLane::zerosiam,
         {0.75, 0.71, 0.53, 6.5},
         {0.28, 0.28, 0.33, 1.1},
         {0.560, 0.523, 0.725, 6.13}},
        {"no stop-gradient",
         settingsOf({1, true, false}),
         ToyLane::zerosiam,
         {0.64, 0.45, 0.88, 9.9},
         {0.025, 0.24, 0.2, 6.3},
         {0.643, 0.548, 0.785, 8.18}},
    };
    return all;
}

bool agree(const Numbers& a, const Numbers& b, const Numbers& within) {
    return std::abs(a.stream - b.stream) <= within.stream &&
           std::abs(a.balanced - b.balanced) <= within.balanced && std::abs(a.top - b.top) <= within.top &&
           std::abs(a.length - b.length) <= within.length;
}

QByteArray shown(const Numbers& numbers) {
    return QStringLiteral("%1 %2 %3 %4")
        .arg(numbers.stream, 0, 'f', 3)
        .arg(numbers.balanced, 0, 'f', 3)
        .arg(numbers.top, 0, 'f', 3)
        .arg(numbers.length, 0, 'f', 2)
        .toLatin1();
}

} // namespace

/// What the toy world is there to show.
class TestToyTable : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRowIsThePrototypes_data() {
        QTest::addColumn<int>("row");
        for (std::size_t row = 0; row < rows().size(); ++row)
            QTest::newRow(rows()[row].name) << static_cast<int>(row);
    }
    void aRowIsThePrototypes() {
        QFETCH(int, row);
        const Row& told = rows()[static_cast<std::size_t>(row)];
        const Numbers found = of(meansOver(1, 3, told.settings), told.lane);
        QVERIFY2(agree(found, told.prototype, told.within), shown(found));
        QVERIFY2(agree(found, told.own, {0.01, 0.01, 0.01, 0.1}), shown(found));
    }

    void shuffledTentIsFine() {
        const Numbers tent = of(meansOver(1, 3, settingsOf({}, 1)), ToyLane::tent);
        QVERIFY2(agree(tent, {0.98, 0.99, 0.336, 6.3}, {0.01, 0.01, 0.01, 0.25}), shown(tent));
    }

    void whatIsSeenHoldsOverManySeeds() {
        // Seeds that no number above comes from.
        constexpr int first = 101, last = 108;
        const Lanes lanes = meansOver(first, last, settingsOf({}));
        const Numbers &none = of(lanes, ToyLane::none), &tent = of(lanes, ToyLane::tent),
                      &siam = of(lanes, ToyLane::zerosiam);
        QVERIFY2(tent.balanced < none.balanced - 0.2 && tent.length > 3 * none.length, shown(tent));
        QVERIFY2(siam.balanced > none.balanced && siam.length < 1.6 * none.length, shown(siam));
        for (const ToyRule& rule :
             {ToyRule{0, true, true}, ToyRule{1, true, false}, ToyRule{1, false, true}}) {
            const Numbers lost = of(meansOver(first, last, settingsOf(rule)), ToyLane::zerosiam);
            QVERIFY2(lost.balanced < none.balanced - 0.15 && lost.top > 0.55, shown(lost));
        }
    }
};

QTEST_APPLESS_MAIN(TestToyTable)
#include "test_toy_table.moc"
