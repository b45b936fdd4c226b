#include "core/train/initialise.h"
#include "core/train/trainer.h"
#include "tests/support/random_models.h"
#include "tests/support/small_data.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cmath>

using namespace lab;

namespace {

constexpr int side = 12;

/// The networks that this project trains; the published ones are far larger.
constexpr std::array own_networks = {"resnet14_gn", "resnet14_bn", "resnet14_wide_gn", "vit_tiny_patch4",
                                     "vit_small_patch4"};

TrainOptions options(int epochs = 5) {
    TrainOptions o;
    o.epochs = epochs;
    o.batch_size = 32;
    o.shift = 1;
    o.seed = 3;
    o.threads = 1;
    o.command = "the command";
    return o;
}

/// Upright or level stripes, dark or bright: mirroring, which training does, changes no class.
StoredImageSet four_classes(int count, std::uint64_t seed) {
    const StoredImageSet stripes = test_data::striped(count, side, seed);
    std::vector<std::uint8_t> pixels, labels;
    for (int i = 0; i < count; ++i) {
        const int label = i % 4;
        const Image image = stripes.image(i / 10 * 10 + (label % 2) * 5);
        for (const std::uint8_t pixel : image.pixels)
            pixels.push_back(static_cast<std::uint8_t>(label < 2 ? pixel / 2 : 127 + pixel / 2));
        labels.push_back(static_cast<std::uint8_t>(label));
    }
    return {"four", {side, side, 1, {}}, pixels, labels, {"a", "b", "c", "d"}};
}

bool same_weights(const Model& a, const Model& b) {
    const StateDict of_a = a.classifier->parameters().state(), of_b = b.classifier->parameters().state();
    for (const auto& [name, value] : of_a)
        if (!at::equal(value, of_b.at(name)))
            return false;
    return of_a.size() == of_b.size();
}

void quiet(const TrainProgress&) {}

} // namespace

class TestTrainer : public QObject {
    Q_OBJECT

    StoredImageSet m_training = four_classes(640, 1), m_test = four_classes(200, 2);

    std::string refusal(const TrainOptions& o) const {
        return test_files::sentence_of([&] { train(m_training, m_test, o, quiet); });
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void learns() {
        std::vector<TrainProgress> news;
        std::vector<double> kept;
        const Model model = train(
            m_training, m_test, options(), [&](const TrainProgress& n) { news.push_back(n); },
            [&](const Model& m) {
                kept.push_back(m.card.clean_accuracy);
                QCOMPARE(evaluate(m, m_test), kept.back());
            });
        QCOMPARE(kept.size(), std::size_t(5));
        const double accuracy = evaluate(model, m_test);
        QVERIFY2(accuracy > 0.9, QByteArray::number(accuracy));
        QCOMPARE(model.card.clean_accuracy, accuracy);
        QCOMPARE(model.card.architecture, std::string("resnet14_gn"));
        QCOMPARE(model.card.shape.channels, 1);
        QCOMPARE(model.card.shape.image_size, side);
        QCOMPARE(model.card.shape.classes, 4);
        QCOMPARE(model.card.class_names, m_training.class_names());
        QCOMPARE(model.card.data, std::string("four"));
        QCOMPARE(model.card.seed, std::uint64_t(3));
        QCOMPARE(model.card.command, std::string("the command"));
        double sum = 0, squares = 0, count = 0;
        for (std::int64_t i = 0; i < m_training.size(); ++i)
            for (const std::uint8_t pixel : m_training.image(i).pixels) {
                sum += pixel / 255.0;
                squares += pixel / 255.0 * (pixel / 255.0);
                ++count;
            }
        const double mean = sum / count;
        QVERIFY(std::abs(model.card.mean.at(0) - mean) < 1e-4);
        QVERIFY(std::abs(model.card.std.at(0) - std::sqrt(squares / count - mean * mean)) < 1e-4);

        QCOMPARE(news.size(), std::size_t(10)); // one within and one at the end of each epoch
        for (std::size_t i = 0; i < news.size(); ++i) {
            QCOMPARE(news[i].epoch, int(i / 2) + 1);
            QVERIFY(news[i].epochs == 5 && news[i].batches == 20);
            QCOMPARE(news[i].test_accuracy >= 0, i % 2 == 1);
        }
        QVERIFY(news[8].loss < news[0].loss);

        // The trained model comes back from its file as it was.
        QTemporaryDir folder;
        const std::string file = folder.filePath("m.safetensors").toStdString();
        save_model(file, model.card, *model.classifier);
        const Model loaded = load_model(file, at::TensorOptions(at::kFloat));
        QVERIFY(same_weights(loaded, model));
        QCOMPARE(evaluate(loaded, m_test), accuracy);
        for (const auto& entry : model.classifier->parameters().entries())
            QVERIFY(!entry.value.requires_grad());
    }

    void a_network_for_larger_pictures_is_refused() {
        TrainOptions o = options(1);
        o.architecture = "vit_tiny_patch16_224";
        const std::string said = test_files::sentence_of([&] { train(m_training, m_test, o, quiet); });
        QVERIFY2(said.starts_with("vit: "), said.c_str());
    }

    void the_seed_decides_data() {
        QTest::addColumn<QString>("architecture");
        for (const char* id : own_networks)
            QTest::newRow(id) << QString(id);
    }
    void the_seed_decides() {
        QFETCH(QString, architecture);
        TrainOptions o = options(1);
        o.architecture = architecture.toStdString();
        o.batch_size = 64;
        o.noise = 0.2;
        const StoredImageSet few = four_classes(128, 1);
        const Model first = train(few, few, o, quiet), again = train(few, few, o, quiet);
        QVERIFY(same_weights(first, again));
        o.seed = 4;
        QVERIFY(!same_weights(first, train(few, few, o, quiet)));
        o.seed = 3;
        o.noise = 0;
        QVERIFY(!same_weights(first, train(few, few, o, quiet)));
        o.noise = 0.2;
        o.mixup = 1;
        const Model mixed = train(few, few, o, quiet);
        QVERIFY(!same_weights(first, mixed));
        QVERIFY(same_weights(mixed, train(few, few, o, quiet)));
    }

    void fresh_weights_by_their_kind() {
        for (const char* id : own_networks) {
            const Architecture& row = architecture(id);
            const auto net = row.make({1, 28, 10}, at::TensorOptions(at::kFloat));
            const auto twin = row.make({1, 28, 10}, at::TensorOptions(at::kFloat));
            initialise(*net, 3);
            initialise(*twin, 3);
            for (const Norm* norm : net->norms())
                QVERIFY(norm->weight.eq(1).all().item<bool>() && norm->bias.eq(0).all().item<bool>());
            for (const auto& entry : net->parameters().entries()) {
                QVERIFY(at::equal(entry.value, twin->parameters().state().at(entry.name)));
                if (entry.value.dim() < 2)
                    continue;
                const double deviation = entry.value.std().item<double>();
                const double expected =
                    entry.value.dim() == 4 ? std::sqrt(2.0 / double(entry.value[0].numel())) : 0.018;
                QVERIFY2(std::abs(deviation / expected - 1) < 0.25, entry.name.c_str());
            }
        }
    }

    void options_that_make_no_sense() {
        const auto changed = [](auto change) {
            TrainOptions o = options(1);
            change(o);
            return o;
        };
        const auto said = [&](auto change) { return refusal(changed(change)); };
        QCOMPARE(said([](TrainOptions& o) { o.epochs = 0; }),
                 std::string("train: epochs: expected 1 or more, found 0"));
        QVERIFY(said([](TrainOptions& o) { o.batch_size = 1; }).starts_with("train: batch size: "));
        QVERIFY(said([](TrainOptions& o) { o.rate = -1; }).starts_with("train: rate: "));
        QVERIFY(said([](TrainOptions& o) { o.rate = std::nan(""); }).starts_with("train: rate: "));
        QVERIFY(said([](TrainOptions& o) { o.shift = -1; }).starts_with("train: shift: "));
        QVERIFY(said([](TrainOptions& o) { o.shift = 9; }).starts_with("train: shift: "));
        QVERIFY(said([](TrainOptions& o) { o.noise = std::nan(""); }).starts_with("train: noise: "));
        QVERIFY(said([](TrainOptions& o) { o.mixup = 1.5; }).starts_with("train: mixup: "));
        QVERIFY(said([](TrainOptions& o) { o.label_smoothing = 1; }).starts_with("train: label smoothing: "));
        QCOMPARE(refusal(changed([](TrainOptions& o) { o.batch_size = 641; })),
                 std::string("train: the batch size 641 exceeds the number of pictures 640"));
        QVERIFY(refusal(changed([](TrainOptions& o) {
                    o.architecture = "lenet";
                })).starts_with("architecture: expected one of "));
    }

    void a_loss_that_is_no_number_is_told() {
        TrainOptions o = options(1);
        o.rate = 1e30;
        o.batch_size = 320; // two batches: the last one's loss counts, too
        QCOMPARE(refusal(o), std::string("train: the loss is no longer finite; try a smaller rate"));
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "test_trainer.moc"
