#include "core/base/random.h"

#include <QtTest>
#include <cmath>
#include <functional>

namespace {

struct Moments {
    double mean;
    double variance;
};

Moments moments(int count, const std::function<double()>& draw) {
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < count; ++i) {
        const double value = draw();
        sum += value;
        squares += value * value;
    }
    const double mean = sum / count;
    return {mean, squares / count - mean * mean};
}

constexpr int draws = 200000;

} // namespace

class TestRandom : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    /// Recorded results of experiments depend on these numbers: they must never change.
    void golden_numbers() {
        lab::Random random{1, 2, 3, 4};
        QCOMPARE(random.next(), quint64(0x13F5BE80ED872D83));
        QCOMPARE(random.next(), quint64(0xD1E2AB295E71021C));
        QCOMPARE(random.integer(1000), quint32(589));
        QCOMPARE(random.poisson(4.0), 3);
        QCOMPARE(random.poisson(40.0), 42);
        QVERIFY(std::abs(random.uniform() - 0.465040715806742) < 1e-12);
        QVERIFY(std::abs(random.normal() - 1.797927069579189) < 1e-12);
    }

    void every_key_counts() {
        const std::uint64_t first = lab::Random{1, 2, 3, 4}.next();
        QVERIFY(first != (lab::Random{2, 2, 3, 4}.next()));
        QVERIFY(first != (lab::Random{1, 3, 3, 4}.next()));
        QVERIFY(first != (lab::Random{1, 2, 4, 4}.next()));
        QVERIFY(first != (lab::Random{1, 2, 3, 5}.next()));
        QVERIFY(first != (lab::Random{2, 1, 3, 4}.next()));
        QCOMPARE((lab::Random{1, 2, 3, 4}.next()), first);
    }

    void uniform_moments() {
        lab::Random random{11};
        const Moments found = moments(draws, [&] {
            const double value = random.uniform();
            return value >= 0.0 && value < 1.0 ? value : 1e9;
        });
        QVERIFY(std::abs(found.mean - 0.5) < 0.003);
        QVERIFY(std::abs(found.variance - 1.0 / 12.0) < 0.001);
    }

    void integers_are_equally_likely() {
        lab::Random random{12};
        std::array<int, 7> counts{};
        for (int i = 0; i < draws; ++i) {
            counts.at(random.integer(7)) += 1;
        }
        for (const int count : counts) {
            QVERIFY(std::abs(count - draws / 7.0) < 5.0 * std::sqrt(draws / 7.0));
        }
        QCOMPARE(random.integer(1), 0U);
    }

    void normal_moments() {
        lab::Random random{13};
        int beyond_two = 0;
        double fourth = 0.0;
        const Moments found = moments(draws, [&] {
            const double value = random.normal();
            beyond_two += std::abs(value) > 2.0 ? 1 : 0;
            fourth += value * value * value * value / draws;
            return value;
        });
        QVERIFY(std::abs(found.mean) < 0.01);
        QVERIFY(std::abs(found.variance - 1.0) < 0.015);
        QVERIFY(std::abs(fourth - 3.0) < 0.12);
        QVERIFY(std::abs(beyond_two / double(draws) - 0.0455) < 0.0025);
    }

    void poisson_moments_data() {
        QTest::addColumn<double>("mean");
        for (const double mean : {0.02, 0.7, 3.0, 9.99, 10.0, 12.5, 60.0, 250.0, 500.0}) {
            QTest::addRow("mean %g", mean) << mean;
        }
    }
    void poisson_moments() {
        QFETCH(double, mean);
        lab::Random random{14};
        const Moments found = moments(draws, [&] { return double(random.poisson(mean)); });
        QVERIFY(std::abs(found.mean - mean) < 5.0 * std::sqrt(mean / draws));
        QVERIFY(std::abs(found.variance / mean - 1.0) < 0.02 + 5.0 / std::sqrt(mean * draws));
    }
    void poisson_probabilities() {
        lab::Random random{15};
        std::array<int, 64> counts{};
        for (int i = 0; i < draws; ++i) {
            counts.at(std::min<std::size_t>(std::size_t(random.poisson(12.0)), 63)) += 1;
        }
        for (int k = 2; k < 25; ++k) {
            const double expected = draws * std::exp(k * std::log(12.0) - 12.0 - std::lgamma(k + 1.0));
            QVERIFY(std::abs(counts.at(std::size_t(k)) - expected) < 5.0 * std::sqrt(expected));
        }
        QCOMPARE(random.poisson(0.0), 0);
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "test_random.moc"
