#include "core/nn/layers.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

at::Tensor row(const std::vector<double>& values) {
    return at::tensor(values, at::kDouble);
}

bool near(const at::Tensor& found, const std::vector<double>& expected) {
    return at::allclose(found.flatten(), row(expected), 0, 1e-12);
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Two groups of two channels: (1, 3 | 10, 30), means 2 and 20, deviations 1 and 10.
    void group_norm_by_hand() {
        Parameters parameters{at::TensorOptions(at::kDouble)};
        const NormMode mode = NormMode::evaluation;
        Norm norm(parameters, "n", 4, {NormKind::group, 2, 0.0}, mode);
        norm.weight.copy_(row({1, 2, 3, 4}));
        norm.bias.copy_(row({0, 0, 0, 5}));
        QVERIFY(near(norm(row({1, 3, 10, 30}).view({1, 4, 1, 1})), {-1, 2, -3, 9}));
        QCOMPARE(parameters.entries().size(), std::size_t(2));
    }

    void layer_norm_by_hand() {
        Parameters parameters{at::TensorOptions(at::kDouble)};
        const NormMode mode = NormMode::evaluation;
        Norm norm(parameters, "n", 2, {NormKind::layer, 1, 3.0}, mode);
        norm.weight.fill_(1.0);
        norm.bias.copy_(row({0, 1}));
        // Mean 2, variance 1, epsilon 3: divided by 2.
        QVERIFY(near(norm(row({1, 3}).view({1, 2})), {-0.5, 1.5}));
    }

    /// A batch (1, 5): mean 3, variance 4 (unbiased 8). Running mean 1, variance 9.
    void batch_norm_modes_by_hand() {
        Parameters parameters{at::TensorOptions(at::kDouble)};
        NormMode mode = NormMode::evaluation;
        Norm norm(parameters, "n", 1, {NormKind::batch, 1, 0.0}, mode);
        norm.weight.fill_(1.0);
        QVERIFY(near(norm.running_mean, {0}) && near(norm.running_var, {1}));
        norm.running_mean.fill_(1.0);
        norm.running_var.fill_(9.0);
        const at::Tensor x = row({1, 5}).view({2, 1, 1, 1});
        QVERIFY(near(norm(x), {0, 4.0 / 3}));
        mode = NormMode::batch_statistics;
        QVERIFY(near(norm(x), {-1, 1}));
        QVERIFY(near(norm.running_mean, {1}) && near(norm.running_var, {9}));
        mode = NormMode::training;
        QVERIFY(near(norm(x), {-1, 1}));
        QVERIFY(near(norm.running_mean, {0.9 + 0.3}) && near(norm.running_var, {8.1 + 0.8}));
        QCOMPARE(parameters.count(), 2);
        QVERIFY(parameters.entries()[2].buffer && parameters.entries()[3].buffer);
    }

    void convolution_by_hand() {
        Parameters parameters{at::TensorOptions(at::kDouble)};
        Conv2d conv(parameters, "c", 1, 1, 3, 2, 1, true);
        conv.weight.copy_(at::arange(9, at::kDouble).view({1, 1, 3, 3}));
        conv.bias.fill_(100.0);
        const at::Tensor x = row({1, 2, 3, 4}).view({1, 1, 2, 2});
        // One output: the picture under the kernel's lower right 4, 5, 7, 8.
        QVERIFY(near(conv(x), {100 + 4 + 10 + 21 + 32}));
        Conv2d plain(parameters, "d", 1, 1, 1, 1, 0, false);
        QVERIFY(!plain.bias.defined());
        QCOMPARE(parameters.entries().back().name, std::string("d.weight"));
    }

    void linear_by_hand() {
        Parameters parameters{at::TensorOptions(at::kDouble)};
        Linear linear(parameters, "l", 2, 2);
        linear.weight.copy_(row({1, 2, 3, 4}).view({2, 2}));
        linear.bias.copy_(row({10, 20}));
        QVERIFY(near(linear(row({1, 100}).view({1, 2})), {211, 423}));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "test_layers.moc"
