#include "core/nn/half_precision.h"

#include "core/model/architecture.h"
#include "core/model/hash_weights.h"
#include "core/nn/layers.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>
#include <torch/csrc/autograd/autograd.h>
#include <torch/cuda.h>

#include <stdexcept>

using namespace lab;

namespace {

std::unique_ptr<Classifier> network(const QString& id, const at::TensorOptions& options = at::kFloat) {
    const Architecture& row = architecture(id.toStdString());
    const int side = id.contains("swin") || id.contains("convnext") ? 64 : 32;
    auto made = row.make({3, side, 10}, options);
    fill_with_hash_weights(*made);
    return made;
}

at::Tensor pictures(const Classifier& classifier, const QString& id) {
    const int side = id.contains("swin") || id.contains("convnext") ? 64 : 32;
    return hash_tensor("pictures", {4, 3, side, side}).to(classifier.options());
}

double relative(const at::Tensor& found, const at::Tensor& expected) {
    return ((found - expected).norm() / expected.norm()).item<double>();
}

} // namespace

class TestHalfPrecision : public QObject {
    Q_OBJECT

    /// Of the entropy of the mean logits, by the first norm layer's weight.
    static at::Tensor gradient(const Classifier& classifier, const at::Tensor& images) {
        at::Tensor weight = classifier.norms().front()->weight;
        weight.set_requires_grad(true);
        const at::Tensor logits = classifier.head(classifier.features(images));
        const at::Tensor log_p = logits.log_softmax(1);
        const at::Tensor loss = -(log_p.exp() * log_p).sum(1).mean();
        return torch::autograd::grad({loss}, {weight}).front();
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Small whole numbers and their sums up to 256 are exact in bfloat16's 8 bits, so nothing may differ:
    /// the types of input and output, the bias in float32, strides, groups and gradients.
    void whole_numbers_lose_nothing() {
        Parameters parameters{at::TensorOptions(at::kFloat)};
        Conv2d conv(parameters, "conv", 4, 6, 3, 2, 1, true, 2);
        Linear linear(parameters, "linear", 8, 5);
        const auto whole = [](const std::string& name, at::IntArrayRef shape) {
            return (hash_tensor(name, shape.vec()) * 3).round().to(at::kFloat);
        };
        for (const Parameters::Entry& entry : parameters.entries())
            at::Tensor(entry.value).copy_(whole(entry.name, entry.value.sizes()));
        const at::Tensor x = whole("x", {2, 4, 6, 6}).requires_grad_(),
                         y = whole("y", {3, 8}).requires_grad_();
        const auto outcome = [&] {
            const at::Tensor a = conv(x), b = linear(y);
            std::vector<at::Tensor> all = torch::autograd::grad({a.sum(), b.sum()}, {x, y});
            all.insert(all.begin(), {a, b});
            return all;
        };
        const std::vector<at::Tensor> exact = outcome();
        for (const Parameters::Entry& entry : parameters.entries())
            if (entry.name.ends_with(".weight"))
                at::Tensor(entry.value).set_data(entry.value.to(at::kBFloat16));
        const std::vector<at::Tensor> narrow = outcome();
        for (std::size_t i = 0; i < exact.size(); ++i) {
            QCOMPARE(narrow[i].scalar_type(), at::kFloat);
            QVERIFY(at::equal(narrow[i], exact[i]));
        }
    }

    /// bfloat16 has 8 bits: each layer adds a rounding of at most 2⁻⁹ = 0.2 %. On the processor LibTorch also
    /// sums in bfloat16, which is why runs refuse it there.
    void features_and_gradients_stay_close_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"resnet14_gn", "resnet14_bn", "vit_tiny_patch4", "resnet26_gn"})
            QTest::newRow(id) << id;
    }
    void features_and_gradients_stay_close() {
        if (!torch::cuda::is_available())
            QSKIP("needs a CUDA device");
        QFETCH(QString, id);
        const at::TensorOptions floats = at::TensorOptions(at::kFloat).device(at::kCUDA);
        const auto exact = network(id, floats), narrow = network(id, floats);
        narrow_encoder(*narrow, at::kBFloat16);
        const at::Tensor x = pictures(*exact, id);
        const at::Tensor z = narrow->features(x);
        QCOMPARE(z.scalar_type(), at::kFloat);
        const double apart = relative(z, exact->features(x));
        QVERIFY2(apart > 0 && apart < 0.05, qPrintable(QString::number(apart)));
        const at::Tensor of_narrow = gradient(*narrow, x);
        QCOMPARE(of_narrow.scalar_type(), at::kFloat);
        const double gradients_apart = relative(of_narrow, gradient(*exact, x));
        QVERIFY2(gradients_apart > 0 && gradients_apart < 0.2, qPrintable(QString::number(gradients_apart)));
    }

    void only_the_encoders_matrices_are_narrowed() {
        const auto narrow = network("vit_tiny_patch4");
        narrow_encoder(*narrow, at::kBFloat16);
        int narrowed = 0;
        for (const auto& entry : narrow->parameters().entries()) {
            const bool half = entry.value.scalar_type() == at::kBFloat16;
            narrowed += half;
            const bool expected = entry.name.ends_with("qkv.weight") || entry.name.ends_with("proj.weight") ||
                                  entry.name.ends_with("fc1.weight") || entry.name.ends_with("fc2.weight");
            QVERIFY2(half == expected, entry.name.c_str());
        }
        QCOMPARE(narrowed, 4 * 4 + 1); // four blocks of four matrices, and the patches' projection
    }

    void other_types_are_refused() {
        const auto made = network("resnet14_gn");
        QVERIFY_EXCEPTION_THROWN(narrow_encoder(*made, at::kDouble), std::invalid_argument);
    }
};

QTEST_APPLESS_MAIN(TestHalfPrecision)
#include "test_half_precision.moc"
