#include "core/measure/measures.h"
#include "core/measure/meter.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

bool near(double a, double b, double tolerance = 1e-12) {
    return std::abs(a - b) < tolerance;
}

std::vector<int> repeated(int value, int count) {
    return std::vector<int>(static_cast<std::size_t>(count), value);
}

/// Adds `count` pictures of one label, all predicted the same, at one confidence.
void add(Meter& meter, int label, int prediction, int count, float confidence = 0.5f) {
    meter.add(repeated(label, count), repeated(prediction, count),
              std::vector<float>(static_cast<std::size_t>(count), confidence));
}

} // namespace

class TestMeasures : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Rows ln(1, 2, 5) and ln(2, 1, 1): p = (1, 2, 5)/8 and (2, 1, 1)/4, mean (5, 4, 7)/16.
    void measures_by_hand() {
        const at::Tensor logits = at::tensor({1.0, 2.0, 5.0, 2.0, 1.0, 1.0}, at::kDouble).log().view({2, 3});
        const BatchMeasures m =
            measure(logits, {at::full({}, 7.5, at::kDouble), at::full({}, std::nan(""), at::kDouble)});
        const double first = std::log(8.0) / 8 + std::log(4.0) / 4 + 5 * std::log(1.6) / 8;
        const double second = std::log(2.0) / 2 + std::log(4.0) / 2;
        QVERIFY(near(m.entropy, (first + second) / 2));
        QVERIFY(near(m.confidence, (5.0 / 8 + 2.0 / 4) / 2));
        QVERIFY(near(m.energy, -(std::log(8.0) + std::log(4.0)) / 2));
        const double l2 = std::log(2.0), l5 = std::log(5.0);
        const double norms = (std::hypot(l2, l5) + l2) / 2;
        QVERIFY(near(m.logit_norm, norms));
        const double mean_norm = std::hypot(l2 / 2, l2 / 2, l5 / 2);
        QVERIFY(near(m.center_dominance, mean_norm / norms));
        double spread = 0;
        for (const double p : {5.0 / 16, 4.0 / 16, 7.0 / 16})
            spread -= p * std::log(p);
        QVERIFY(near(m.effective_classes, std::exp(spread)));
        QCOMPARE(m.predictions, (std::vector<int>{2, 0}));
        QVERIFY(near(m.confidences.at(0), 0.625, 1e-7) && near(m.confidences.at(1), 0.5, 1e-7));
        QCOMPARE(m.scalars.size(), std::size_t(2));
        QCOMPARE(m.scalars[0], 7.5);
        QVERIFY(std::isnan(m.scalars[1]));
    }

    void center_dominance_tells_one_direction_from_many() {
        const auto dominance = [](std::vector<double> rows) {
            return measure(at::tensor(rows, at::kDouble).view({2, 2}), {}).center_dominance;
        };
        QVERIFY(near(dominance({3, 4, 3, 4}), 1.0));
        QVERIFY(near(dominance({3, 4, -3, -4}), 0.0));
        QVERIFY(near(dominance({3, 4, -3, 4}), 0.8));
    }

    void extremes_stay_numbers() {
        const BatchMeasures sure = measure(at::tensor({300.0f, 0.0f, 0.0f}).view({1, 3}), {});
        QVERIFY(near(sure.entropy, 0) && near(sure.confidence, 1) && near(sure.effective_classes, 1, 1e-6));
        const BatchMeasures even = measure(at::zeros({4, 10}, at::kFloat).add(1e-3), {});
        QVERIFY(near(even.effective_classes, 10, 1e-4) && near(even.entropy, std::log(10.0), 1e-6));
    }

    void carries_no_gradient_and_leaves_the_logits() {
        const at::Tensor logits = at::ones({2, 3}, at::kDouble).set_requires_grad(true);
        QCOMPARE(measure(logits, {logits.sum()}).scalars.at(0), 6.0);
    }

    void accuracies_over_batch_window_and_run() {
        Meter meter(3);
        QVERIFY(std::isnan(meter.running_accuracy()));
        add(meter, 0, 0, 6); // 6 of 6 right
        add(meter, 0, 1, 2); // 0 of 2
        QCOMPARE(meter.batch_accuracy(), 0.0);
        QVERIFY(near(meter.running_accuracy(), 0.75)); // by images, not by batches
        QVERIFY(near(meter.window_accuracy(), 0.75));
        for (int i = 0; i < 8; ++i)
            add(meter, 1, 1, 1);
        QVERIFY(near(meter.window_accuracy(), 14.0 / 16)); // ten batches
        add(meter, 1, 2, 1);                               // the first leaves the window
        QVERIFY(near(meter.window_accuracy(), 8.0 / 11));
        QVERIFY(near(meter.running_accuracy(), 14.0 / 17));
    }

    void dominance_over_the_last_200_images() {
        Meter meter(3);
        QVERIFY(std::isnan(meter.class_dominance()));
        add(meter, 0, 1, 100);
        add(meter, 2, 2, 100);
        QVERIFY(near(meter.class_dominance(), 0.5) && near(meter.label_dominance(), 0.5));
        add(meter, 2, 1, 50); // 50 of label 0 leave: labels 50 and 150, predictions 100 and 100
        QVERIFY(near(meter.class_dominance(), 0.5) && near(meter.label_dominance(), 0.75));
        add(meter, 2, 0, 60); // labels 0 and 200; predictions 60, 50, 90
        QVERIFY(near(meter.class_dominance(), 0.45) && near(meter.label_dominance(), 1.0));
    }

    void without_labels() {
        Meter meter(3);
        add(meter, -1, 1, 10);
        QVERIFY(std::isnan(meter.batch_accuracy()) && std::isnan(meter.window_accuracy()));
        QVERIFY(std::isnan(meter.label_dominance()) && std::isnan(meter.calibration_error()));
        QCOMPARE(meter.class_dominance(), 1.0);
        add(meter, 1, 1, 10);
        QCOMPARE(meter.running_accuracy(), 1.0);
        QCOMPARE(meter.label_dominance(), 1.0);
    }

    /// Fifteen bins: 0.9 and 0.91 fall into (13/15, 14/15], 0.3 into (4/15, 5/15].
    void calibration_error_by_hand() {
        Meter meter(2);
        add(meter, 0, 0, 3, 0.9f);
        add(meter, 0, 1, 1, 0.91f); // that bin: 3 of 4 right, confidences 3.61
        add(meter, 1, 1, 6, 0.3f);  // this bin: 6 of 6 right, confidences 1.8
        QVERIFY(near(meter.calibration_error(), ((3.61 - 3) + (6 - 1.8)) / 10, 1e-6));
        Meter same(2);
        add(same, 0, 0, 1, 0.9f);
        add(same, 0, 1, 1, 0.9f);
        add(same, 0, 0, 1, 0.1f); // another bin: errors do not cancel across bins
        QVERIFY(near(same.calibration_error(), (0.8 + 0.9) / 3, 1e-6));
        add(same, 0, 0, 1, 1.0f); // the last bin includes 1
        QVERIFY(near(same.calibration_error(), (0.8 + 0.9) / 4, 1e-6));
        add(same, 0, 1, 1, 0.0f); // and the first 0
        QVERIFY(near(same.calibration_error(), (0.8 + 0.9) / 5, 1e-6));
    }
};

QTEST_GUILESS_MAIN(TestMeasures)
#include "test_measures.moc"
