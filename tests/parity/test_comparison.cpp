#include "core/parity/comparison.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

at::Tensor numbers(const std::vector<double>& values) {
    return at::tensor(values, at::kDouble);
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void errors_are_relative_above_one() {
        QCOMPARE(largest_error_of(numbers({0.5, 102}), numbers({0.25, 100})), 0.25);
        QCOMPARE(largest_error_of(numbers({0.5, 130}), numbers({0.25, 100})), 0.3);
    }

    void what_is_no_finite_number_matches_only_the_same_data() {
        QTest::addColumn<double>("found");
        QTest::addColumn<double>("golden");
        QTest::addColumn<double>("error");
        const double infinite = INFINITY;
        QTest::newRow("nan and nan") << double(NAN) << double(NAN) << 0.0;
        QTest::newRow("infinite and infinite") << infinite << infinite << 0.0;
        QTest::newRow("nan and a number") << double(NAN) << 1.0 << infinite;
        QTest::newRow("a number and nan") << 1.0 << double(NAN) << infinite;
        QTest::newRow("a number and infinite") << 1.0 << infinite << infinite;
        QTest::newRow("infinite and a number") << infinite << 1.0 << infinite;
        QTest::newRow("opposite infinities") << -infinite << infinite << infinite;
    }
    void what_is_no_finite_number_matches_only_the_same() {
        QFETCH(double, found);
        QFETCH(double, golden);
        QFETCH(double, error);
        QCOMPARE(largest_error_of(numbers({2, found}), numbers({2, golden})), error);
    }

    void shapes_and_names() {
        const StateDict expected = {{"loss", numbers({3})}, {"prompt", numbers({1, 2})}};
        const at::Tensor scalar = at::scalar_tensor(3.0, at::kDouble);
        ParityResult counted, exact;
        Comparison(counted, expected, ShapeRule::counted).check("loss", scalar);
        QCOMPARE(counted.largest_error, 0.0);
        Comparison comparison(exact, expected, ShapeRule::exact);
        comparison.check("loss", scalar);
        QCOMPARE(exact.largest_error, double(INFINITY));
        QCOMPARE(exact.worst, std::string("loss"));
        QVERIFY_THROWS_EXCEPTION(UnknownTrace, comparison.expect_all_compared());
        comparison.note("prompt");
        comparison.expect_all_compared();
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "test_comparison.moc"
