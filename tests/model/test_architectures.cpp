#include "core/model/architecture.h"
#include "core/model/vision/resnet.h"
#include "core/model/vision/vit.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>
#include <set>

using namespace lab;

namespace {

const at::TensorOptions doubles(at::kDouble);

std::unique_ptr<Classifier> made(const std::string& id, const ModelShape& shape) {
    auto net = architecture(id).make(shape, doubles);
    test_models::randomise(*net, 3);
    return net;
}

std::vector<double> vector_of(const at::Tensor& tensor) {
    const at::Tensor flat = tensor.contiguous().view({-1});
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

using Vector = std::vector<double>;

/// W x + b in loops.
Vector affine(const StateDict& state, const std::string& name, const Vector& x) {
    const Vector w = vector_of(state.at(name + ".weight"));
    Vector y = vector_of(state.at(name + ".bias"));
    for (std::size_t row = 0; row < y.size(); ++row)
        for (std::size_t i = 0; i < x.size(); ++i)
            y[row] += w[row * x.size() + i] * x[i];
    return y;
}

Vector layer_norm(const StateDict& state, const std::string& name, const Vector& x, double epsilon) {
    const Vector w = vector_of(state.at(name + ".weight")), b = vector_of(state.at(name + ".bias"));
    const auto n = static_cast<double>(x.size());
    double mean = 0, variance = 0;
    for (const double v : x)
        mean += v / n;
    for (const double v : x)
        variance += (v - mean) * (v - mean) / n;
    Vector y;
    for (std::size_t i = 0; i < x.size(); ++i)
        y.push_back((x[i] - mean) / std::sqrt(variance + epsilon) * w[i] + b[i]);
    return y;
}

/// Attention of one head pair by pair: every token looks at every token.
std::vector<Vector> attention(const StateDict& state, const std::vector<Vector>& tokens, std::size_t heads) {
    const std::size_t width = tokens[0].size(), d = width / heads;
    std::vector<Vector> qkv, result;
    for (const Vector& token : tokens)
        qkv.push_back(affine(state, "blocks.0.attn.qkv", token));
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        Vector mixed(width, 0.0);
        for (std::size_t h = 0; h < heads; ++h) {
            Vector weights;
            double total = 0;
            for (const Vector& other : qkv) {
                double score = 0;
                for (std::size_t i = 0; i < d; ++i)
                    score += qkv[t][h * d + i] * other[width + h * d + i];
                weights.push_back(std::exp(score / std::sqrt(static_cast<double>(d))));
                total += weights.back();
            }
            for (std::size_t s = 0; s < tokens.size(); ++s)
                for (std::size_t i = 0; i < d; ++i)
                    mixed[h * d + i] += weights[s] / total * qkv[s][2 * width + h * d + i];
        }
        result.push_back(affine(state, "blocks.0.attn.proj", mixed));
    }
    return result;
}

} // namespace

class TestArchitectures : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void the_table_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("features");
        QTest::addColumn<int>("norms");
        QTest::addColumn<int>("parameters");
        // ResNet-14: 144 + 32, 9216 + 128, 32256 + 256 + 576, 129024 + 512 + 2176, 650
        QTest::newRow("GroupNorm") << "resnet14_gn" << 64 << 15 << 174970;
        QTest::newRow("BatchNorm") << "resnet14_bn" << 64 << 15 << 174970;
        // per block 2 · 128 + 12480 + 4160 + 8320 + 8256; cls 64, positions 50 · 64, patches 1088, norm 128
        QTest::newRow("ViT") << "vit_tiny_patch4" << 64 << 9
                             << 4 * (256 + 12480 + 4160 + 8320 + 8256) + 64 + 3200 + 1088 + 128 + 650;
    }
    void the_table() {
        QFETCH(QString, id);
        QFETCH(int, features);
        QFETCH(int, norms);
        QFETCH(int, parameters);
        const auto grey = made(id.toStdString(), {1, 28, 10}), colour = made(id.toStdString(), {3, 32, 7});
        QCOMPARE(grey->parameters().count(), parameters);
        QCOMPARE(grey->feature_count(), features);
        std::set<std::string> names;
        for (const Norm* norm : grey->norms()) {
            names.insert(norm->name);
            QVERIFY(grey->parameters().state().contains(norm->name + ".weight"));
        }
        QCOMPARE(int(names.size()), norms);
        for (const auto& [net, x, classes] :
             {std::tuple(grey.get(), test_models::pictures(3, 1), 10),
              std::tuple(colour.get(), test_models::pictures(2, 1, 3, 32), 7)}) {
            const at::Tensor z = net->features(x), u = net->head(z);
            QVERIFY(z.sizes() == at::IntArrayRef({x.size(0), features}));
            QVERIFY(u.sizes() == at::IntArrayRef({x.size(0), classes}));
            QVERIFY(u.isfinite().all().item<bool>());
            QVERIFY(u.std().item<double>() > 1e-3);
            // g is the last layer alone, and affine.
            const StateDict state = net->parameters().state();
            const std::string last = state.contains("fc.weight") ? "fc" : "head";
            const at::Tensor expected = z.matmul(state.at(last + ".weight").t()) + state.at(last + ".bias");
            QVERIFY(at::allclose(u, expected, 0, 1e-12));
        }
    }

    void unknown_ids_are_refused() {
        try {
            architecture("lenet");
            QFAIL("nothing was thrown");
        } catch (const std::invalid_argument& fault) {
            const std::string said = fault.what();
            QVERIFY(said.starts_with("architecture: expected one of resnet14_gn, resnet14_bn, "));
            QVERIFY(said.ends_with("swin_tiny_patch4_window7_224, found \"lenet\""));
        }
    }

    /// Only BatchNorm that takes the batch's statistics lets one picture see another.
    void pictures_are_apart_except_with_batch_statistics() {
        const at::Tensor x = test_models::pictures(4, 1);
        for (const char* id : {"resnet14_gn", "resnet14_bn", "vit_tiny_patch4"})
            for (const NormMode mode : {NormMode::evaluation, NormMode::batch_statistics}) {
                const auto net = made(id, {1, 28, 10});
                net->set_norm_mode(mode);
                const at::Tensor together = net->features(x).narrow(0, 0, 2);
                const bool apart = at::allclose(net->features(x.narrow(0, 0, 2)), together, 1e-9, 1e-9);
                QCOMPARE(apart, std::string(id) != "resnet14_bn" || mode == NormMode::evaluation);
            }
    }

    /// Published sizes: ResNet-50 has 25,557,032 parameters, ViT-S/16 22,050,664.
    void published_sizes() {
        ResNetConfig resnet;
        resnet.bottleneck = true;
        resnet.depths = {3, 4, 6, 3};
        resnet.widths = {64, 128, 256, 512};
        resnet.norm = {NormKind::group, 32, 1e-5};
        const auto fifty = make_resnet(resnet, at::TensorOptions(at::kFloat));
        QCOMPARE(fifty->parameters().count(), 25557032);
        QCOMPARE(fifty->feature_count(), 2048);
        QCOMPARE(fifty->norms().size(), std::size_t(53));
        const StateDict state = fifty->parameters().state();
        QVERIFY(state.at("layer4.2.conv3.weight").sizes() == at::IntArrayRef({2048, 512, 1, 1}));
        QVERIFY(state.at("layer1.0.downsample.0.weight").sizes() == at::IntArrayRef({256, 64, 1, 1}));
        QCOMPARE(make_vit({}, at::TensorOptions(at::kFloat))->parameters().count(), 22050664);
    }

    /// The large stem halves twice, each later stage once: 64 pixels become 2, and the rest is a mean.
    void large_stem_shrinks_as_published() {
        ResNetConfig config;
        config.depths = {1, 1, 1, 1};
        config.widths = {4, 4, 4, 8};
        config.norm = {NormKind::group, 2, 1e-5};
        config.classes = 5;
        const auto net = make_resnet(config, doubles);
        test_models::randomise(*net, 3);
        const at::Tensor x = test_models::pictures(2, 1, 3, 64);
        QVERIFY(net->head(net->features(x)).sizes() == at::IntArrayRef({2, 5}));
        QVERIFY(net->features(test_models::pictures(1, 1, 3, 17)).isfinite().all().item<bool>());
    }

    /// A whole vision transformer of one block, token by token in loops.
    void vit_as_written_out() {
        const VitConfig config{8, 4, 8, 1, 2, 2, 1, 3, 1e-6};
        const auto net = make_vit(config, doubles);
        test_models::randomise(*net, 3);
        const StateDict state = net->parameters().state();
        const at::Tensor x = test_models::pictures(1, 1, 1, 8);

        std::vector<Vector> tokens = {vector_of(state.at("cls_token"))};
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 2; ++column) {
                const Vector patch =
                    vector_of(x[0][0].narrow(0, 4 * row, 4).narrow(1, 4 * column, 4).contiguous());
                tokens.push_back(affine(state, "patch_embed.proj", patch));
            }
        const Vector positions = vector_of(state.at("pos_embed"));
        std::vector<Vector> normed;
        for (std::size_t t = 0; t < tokens.size(); ++t) {
            for (std::size_t i = 0; i < 8; ++i)
                tokens[t][i] += positions[t * 8 + i];
            normed.push_back(layer_norm(state, "blocks.0.norm1", tokens[t], 1e-6));
        }
        Vector cls = tokens[0];
        const Vector looked = attention(state, normed, 2)[0];
        for (std::size_t i = 0; i < 8; ++i)
            cls[i] += looked[i];
        Vector hidden = affine(state, "blocks.0.mlp.fc1", layer_norm(state, "blocks.0.norm2", cls, 1e-6));
        for (double& v : hidden)
            v *= 0.5 * (1.0 + std::erf(v / std::sqrt(2.0)));
        const Vector out = affine(state, "blocks.0.mlp.fc2", hidden);
        for (std::size_t i = 0; i < 8; ++i)
            cls[i] += out[i];
        const Vector expected = layer_norm(state, "norm", cls, 1e-6);
        const Vector found = vector_of(net->features(x));
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < 8; ++i)
            QVERIFY(std::abs(found[i] - expected[i]) < 1e-10);
    }

    /// Training asks for roles: all norms' tensors have theirs, the classifier layer's too, in every network.
    void tensors_have_roles_data() {
        QTest::addColumn<QString>("id");
        for (const Architecture& row : architectures())
            QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
    }
    void tensors_have_roles() {
        QFETCH(QString, id);
        const auto net = architecture(id.toStdString()).make({3, 224, 10}, at::TensorOptions(at::kMeta));
        std::map<TensorRole, std::set<std::string>> named;
        for (const auto& entry : net->parameters().entries()) {
            named[entry.role].insert(entry.name);
            QCOMPARE(entry.role == TensorRole::statistic, entry.buffer);
        }
        std::set<std::string> weights, biases;
        for (const Norm* norm : net->norms()) {
            weights.insert(norm->name + ".weight");
            biases.insert(norm->name + ".bias");
        }
        QCOMPARE(named[TensorRole::norm_weight] == weights, true);
        QCOMPARE(named[TensorRole::norm_bias] == biases, true);
        QCOMPARE(named[TensorRole::head].size(), std::size_t(2));
        for (const std::string& name : named[TensorRole::head])
            QVERIFY2(name.starts_with("fc.") || name.starts_with("head."), name.c_str());
        QVERIFY(!named[TensorRole::other].empty());
    }

    /// A block of a ResNet is relu(y + x): with its last norm at a constant it is seen through.
    void resnet_blocks_add_their_shortcut() {
        ResNetConfig config;
        config.stem = ResNetConfig::Stem::small;
        config.depths = {1};
        config.widths = {4};
        config.norm = {NormKind::group, 2, 1e-5};
        config.in_channels = 1;
        config.classes = 3;
        const auto net = make_resnet(config, doubles);
        test_models::randomise(*net, 3);
        for (const auto& entry : net->parameters().entries())
            if (entry.name.starts_with("layer1.0.bn2"))
                at::Tensor(entry.value).zero_();
        const StateDict s = net->parameters().state();
        const at::Tensor x = test_models::pictures(2, 1, 1, 8);
        const at::Tensor stem = at::group_norm(at::conv2d(x, s.at("conv1.weight"), {}, 1, 1), 2,
                                               s.at("bn1.weight"), s.at("bn1.bias"), 1e-5)
                                    .clamp_min(0);
        QVERIFY(at::allclose(net->features(x), stem.mean({2, 3}), 0, 1e-12));
        for (const auto& entry : net->parameters().entries())
            if (entry.name == "layer1.0.bn2.bias")
                at::Tensor(entry.value).fill_(-0.5);
        QVERIFY(at::allclose(net->features(x), (stem - 0.5).clamp_min(0).mean({2, 3}), 0, 1e-12));
    }
};

QTEST_GUILESS_MAIN(TestArchitectures)
#include "test_architectures.moc"
