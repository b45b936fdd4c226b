#include "core/base/axis.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace lab;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

} // namespace

class TestAxis : public QObject {
    Q_OBJECT
  private Q_SLOTS:

    void is_round_and_never_empty_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("usual") << 0.0 << 8.99;
        QTest::newRow("tiny") << 0.0 << 3.2e-7;
        QTest::newRow("large") << 0.0 << 7.3e9;
        QTest::newRow("zero") << 0.0 << 0.0;
        QTest::newRow("same") << 5.0 << 5.0;
        QTest::newRow("same and negative") << -3.0 << -3.0;
        QTest::newRow("reversed") << 5.0 << -2.0;
        QTest::newRow("far from zero") << 1e6 << 1e6 + 7;
        QTest::newRow("no number") << 0.0 << none;
        QTest::newRow("endless") << -endless << endless;
    }

    void is_round_and_never_empty() {
        QFETCH(double, low);
        QFETCH(double, high);
        const Axis axis = axis_for(low, high, false, 5);
        QVERIFY(axis.high > axis.low);
        QVERIFY(axis.step > 0);
        QVERIFY2(axis.ticks.size() >= 2 && axis.ticks.size() <= 13,
                 qPrintable(QString::number(axis.ticks.size())));
        QCOMPARE(axis.ticks.front(), axis.low);
        QVERIFY(std::abs(axis.ticks.back() - axis.high) <= 1e-9 * axis.step);
        if (std::isfinite(high) && std::isfinite(low)) {
            QVERIFY(axis.low <= std::min(low, high) + 1e-9 * axis.step);
            QVERIFY(axis.high >= std::max(low, high) - 1e-9 * axis.step);
        }
        // Labels with that many decimals tell the ticks exactly.
        const double scaled = axis.step * std::pow(10.0, axis.decimals);
        QVERIFY(std::abs(scaled - std::round(scaled)) < 1e-6);
    }

    void ends_are_round() {
        const Axis axis = axis_for(3.1, 97, false, 5);
        QCOMPARE(axis.low, 0.0);
        QCOMPARE(axis.high, 100.0);
        QCOMPARE(axis.ticks.size(), std::size_t(6));
        QCOMPARE(axis.position(25), 0.25);
    }

    void powers_of_ten() {
        const Axis decades = axis_for(0.01, 10, true, 5);
        QCOMPARE(decades.ticks.size(), std::size_t(4));
        QVERIFY(std::abs(decades.position(1) - 2.0 / 3) < 1e-12);
        const Axis between = axis_for(0.03, 3, true, 5);
        QCOMPARE(between.low, 0.01);
        QCOMPARE(between.high, 10.0);
        // A power has none at 0 and below.
        for (const double low : {0.0, -5.0, none}) {
            const Axis axis = axis_for(low, 100, true, 5);
            QCOMPARE(axis.low, 1.0);
            QCOMPARE(axis.high, 100.0);
        }
        QCOMPARE(axis_for(1, 1, true, 5).ticks.size(), std::size_t(2));
    }

    void steps_are_whole_numbers() {
        QCOMPARE(whole_step(0, 8), 1);
        QCOMPARE(whole_step(3, 8), 1);
        QCOMPARE(whole_step(78, 8), 10);
        QCOMPARE(whole_step(1000, 8), 200);
    }

    void numbers_are_rounded_up() {
        QCOMPARE(round_up(0.9), 1.0);
        QCOMPARE(round_up(2.0), 2.0);
        QCOMPARE(round_up(2.1), 5.0);
        QVERIFY(std::abs(round_up(6e-5) - 1e-4) < 1e-16);
    }

    void ticks_are_told_apart() {
        QCOMPARE(tick_text(0.25), std::string("0.25"));
        QCOMPARE(tick_text(0.1 + 0.2), std::string("0.3"));
        QCOMPARE(tick_text(-1e-17), std::string("0"));
        const Axis high = axis_for(1000, 1004, false, 4); // three digits would tell them all the same
        for (std::size_t i = 1; i < high.ticks.size(); ++i)
            QVERIFY(tick_text(high.ticks[i]) != tick_text(high.ticks[i - 1]));
    }
};

QTEST_GUILESS_MAIN(TestAxis)
#include "test_axis.moc"
