#include "tests/cli/cli_program.h"

#include "core/weights/safetensors.h"
#include "tests/support/random_models.h"
#include "tests/support/small_data.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <filesystem>

using Json = nlohmann::json;

/// Runs on folders as a hub has them: config.json beside model.safetensors.
class TestCliHubs : public QObject {
    Q_OBJECT

    static constexpr int side = 32;
    QTemporaryDir m_folder;

    std::string path(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    void write(const QString& name, const std::string& text) const {
        test_files::write(path(name), {text.begin(), text.end()});
    }
    /// As published networks of the family, but small.
    static std::unique_ptr<lab::Classifier> network(const std::string& id) {
        const at::TensorOptions floats(at::kFloat);
        if (id == "convnext") {
            lab::ConvNextConfig config;
            config.depths = {1, 1};
            config.widths = {8, 16};
            config.in_channels = 1;
            config.classes = 10;
            return lab::make_convnext(config, floats);
        }
        if (id == "swin") {
            lab::SwinConfig config;
            config.depths = {1, 1};
            config.heads = {2, 4};
            config.width = 16;
            config.window = 4;
            config.in_channels = 1;
            config.classes = 10;
            return lab::make_swin(config, floats);
        }
        return lab::architecture(id).make({1, side, 10}, floats);
    }
    QString hub(const std::string& id, const std::string& config) const {
        const QString name = QString::fromStdString(id);
        std::filesystem::create_directories(path(name));
        const auto net = network(id);
        test_models::randomise(*net, 4);
        lab::write_safetensors(path(name + "/model.safetensors"), net->parameters().state(),
                               {{"format", "pt"}});
        if (!config.empty())
            write(name + "/config.json", config);
        return m_folder.filePath(name);
    }
    CliResult run(const QString& model, const QString& out, const QStringList& more = {}) const {
        return run_cli(QStringList{"run", "--preset", "default", "--data-dir", m_folder.filePath("data"),
                                   "--set", "model=" + model, "--set", "stream.images=32", "--set",
                                   "stream.batch_size=16", "--set", "threads=1", "--set", "device=cpu",
                                   "--out", m_folder.filePath(out)} +
                       more);
    }
    /// The texts of the notices of a run that are about its model.
    QStringList notices(const QString& out) const {
        const auto bytes = test_files::read(path(out + "/summary.json"));
        const Json summary = Json::parse(bytes.begin(), bytes.end());
        QStringList texts;
        for (const Json& notice : summary.at("notices"))
            if (notice.at("subject") == "model")
                texts << QString::fromStdString(notice.at("text"));
        return texts;
    }

  private Q_SLOTS:
    void initTestCase() { test_data::write_fashion_mnist(path("data"), 64, side); }

    void nothing_is_assumed_data() {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("architecture");
        QTest::newRow("ResNet, GroupNorm") << "resnet14_gn"
                                           << "resnet14_gn";
        QTest::newRow("ResNet, BatchNorm") << "resnet14_bn"
                                           << "resnet14_bn";
        QTest::newRow("ViT") << "vit_tiny_patch4"
                             << "vit_tiny_patch4";
        QTest::newRow("ConvNeXt") << "convnext"
                                  << "convnext_femto.d1_in1k";
        QTest::newRow("Swin") << "swin"
                              << "swin_small_patch4_window4";
    }
    void nothing_is_assumed() {
        QFETCH(QString, network);
        QFETCH(QString, architecture);
        const Json config = {{"architecture", architecture.toStdString()},
                             {"num_classes", 10},
                             {"pretrained_cfg",
                              {{"input_size", {1, side, side}},
                               {"mean", {0.4}},
                               {"std", {0.3}},
                               {"crop_pct", 1.0},
                               {"interpolation", "bicubic"},
                               {"label_names", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}}}}};
        const QString model = hub(network.toStdString(), config.dump());
        const CliResult result = run(model, network + "-out");
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        QVERIFY2(!result.out.contains("assumed"), qPrintable(result.out));
        QCOMPARE(notices(network + "-out"), QStringList());
        // The same weights without the config: the assumptions are in both places.
        QVERIFY(QFile::remove(model + "/config.json"));
        const CliResult guessed = run(model, network + "-guessed", {"--size", QString::number(side)});
        QVERIFY2(guessed.exit == 0, qPrintable(guessed.err));
        for (const char* option : {"--mean", "--std", "--crop", "--interpolation", "--labels"})
            QVERIFY2(guessed.out.contains(QString("nothing tells it (%1 sets it)").arg(option)), option);
        const QStringList told = notices(network + "-guessed");
        QVERIFY2(told.size() >= 5, qPrintable(told.join('\n')));
        for (const QString& text : told)
            QVERIFY2(text.contains(" assumed: nothing tells it"), qPrintable(text));
    }

    void a_stem_is_set_by_its_option() {
        const QString model = hub("resnet14_bn", "");
        const QStringList told = {"--size", QString::number(side), "--stem", "pooled"};
        const CliResult pooled = run(model, "pooled", told);
        QVERIFY2(pooled.exit == 0, qPrintable(pooled.err));
        QVERIFY2(!pooled.out.contains("stem"), qPrintable(pooled.out));
        const CliResult usual = run(model, "usual", {"--size", QString::number(side)});
        QVERIFY2(usual.out.contains("(--stem sets it)"), qPrintable(usual.out));
        const CliResult field =
            run(model, "field", {"--size", QString::number(side), "--set", "model_options.stem=pooled"});
        QVERIFY2(field.exit == 0, qPrintable(field.err));
        const auto losses = [&](const char* out) {
            const auto bytes = test_files::read(path(QString(out) + "/summary.json"));
            const Json lanes = Json::parse(bytes.begin(), bytes.end()).at("lanes");
            std::vector<double> norms;
            for (const Json& lane : lanes)
                norms.push_back(lane.at("logit_norm_last").get<double>());
            return norms;
        };
        QCOMPARE(losses("field"), losses("pooled"));
        QVERIFY(losses("usual") != losses("pooled"));
        const CliResult wrong = run(model, "wrong", {"--stem", "large"});
        QVERIFY2(wrong.exit > 0 && wrong.err.contains("--stem"), qPrintable(wrong.err));
        const CliResult contradicted = run_cli({"model", "resnet-gn", "--stem", "imagenet"}); // a shipped one
        QVERIFY2(contradicted.exit == 1 &&
                     contradicted.err.contains("--stem imagenet: the file tells of cifar"),
                 qPrintable(contradicted.err));
    }
};

QTEST_GUILESS_MAIN(TestCliHubs)
#include "test_cli_hubs.moc"
