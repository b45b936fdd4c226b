#include "tests/cli/cli_program.h"

#include "core/model/model_file.h"
#include "core/weights/safetensors.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>

using Json = nlohmann::json;

/// collapse-lab-cli model: the card of weights, ours and of others.
class TestCliModel : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_ours = m_folder.filePath("ours.safetensors");
    const QString m_theirs = m_folder.filePath("theirs.safetensors");

    static Json card(const QStringList& arguments) {
        const CliResult result = run_cli(QStringList{"model", "--json"} + arguments);
        return result.exit == 0 ? Json::parse(result.out.toStdString(), nullptr, false) : Json();
    }
    static Json method(const Json& card, const std::string& id) {
        for (const Json& row : card["methods"])
            if (row["method"] == id)
                return row;
        return {};
    }

  private Q_SLOTS:
    void initTestCase() {
        test_models::write(m_ours.toStdString(), "resnet14_gn", 12);
        const auto net =
            lab::architecture("vit_tiny_patch16_224").make({3, 64, 5}, at::TensorOptions(at::kFloat));
        test_models::randomise(*net, 2);
        lab::write_safetensors(m_theirs.toStdString(), net->parameters().state(), {});
    }

    void a_file_of_ours() {
        const Json j = card({m_ours});
        QCOMPARE(j["architecture"], Json("resnet14_gn"));
        QCOMPARE(j["constants_from"], Json("the file"));
        QCOMPARE(j["mean"], Json({0.4}));
        QCOMPARE(j["norm_layers"], Json(15));
        QCOMPARE(method(j, "tent")["norm_layers"], Json(15));
        QCOMPARE(method(j, "no_adaptation")["norm_layers"], Json(0));
        // Two blocks of two norms each, and a downsampling norm, are in the stage that SAR leaves alone.
        QCOMPARE(method(j, "sar")["norm_layers"], Json(10));
        QCOMPARE(method(j, "sar")["left_alone"], Json({"layer3"}));
        QVERIFY(j["load_seconds"].get<double>() >= 0 && j["peak_mib_loaded"].get<double>() > 1);
    }

    void a_file_of_others() {
        const Json j = card({m_theirs, "--batch", "1", "--forward"});
        QCOMPARE(j["architecture"], Json("vit_tiny_patch16_224"));
        QCOMPARE(j["constants_from"], Json("the family's table"));
        QCOMPARE(j["image_size"], Json(64));
        QCOMPARE(j["crop"], Json(0.9));
        QCOMPARE(method(j, "tent")["rate"].get<double>(), 1e-4 / 64);
        QCOMPARE(method(j, "sar")["norm_layers"], Json(18));
        QVERIFY(j["forward_seconds"].get<double>() > 0);
    }

    void people_can_read_it() {
        const CliResult result = run_cli({"model", m_theirs});
        QCOMPARE(result.exit, 0);
        for (const char* part : {"ViT-Ti/16 (vit_tiny_patch16_224)", "mean 0.5, 0.5, 0.5",
                                 "5: class 0, class 1, class 2, class 3, class 4",
                                 "those of vit_small_patch16_224, published for this architecture"})
            QVERIFY2(result.out.contains(part), qPrintable(result.out));
    }

    void changes_can_be_kept() {
        const QString kept = m_folder.filePath("kept.safetensors");
        const Json first = card({m_theirs, "--mean", "0.4,0.5,0.6", "--crop", "0.875", "--interpolation",
                                 "bilinear", "--save", kept});
        QCOMPARE(first["mean"], Json({0.4, 0.5, 0.6}));
        const Json again = card({kept});
        QCOMPARE(again["constants_from"], Json("the file"));
        for (const char* key : {"mean", "std", "crop", "interpolation", "class_names", "architecture"})
            QCOMPARE(again[key], first[key]);
    }

    void changes_that_do_not_suit() {
        const auto refused = [&](const QStringList& options, const char* said) {
            const CliResult result = run_cli(QStringList{"model", m_theirs} + options);
            QVERIFY(result.exit != 0);
            QVERIFY2(result.err.contains(said), qPrintable(result.err));
        };
        refused({"--mean", "0.5,0.5"}, "mean and std need one value per channel");
        refused({"--mean", "123.675,116.28,103.53"}, "is it meant for pixels of 0 to 255?");
        refused({"--std", "nan"}, "std: expected values above 0, up to 1");
        refused({"--groups", "8"}, "--groups does nothing for this network");
        refused({"--norm", "layer"}, "--norm");
        refused({"--weights", "ema"}, "--weights");
        refused({"--heads", "7"}, "a width that 7 heads divide");
    }

    void what_was_assumed_is_told() {
        const Json j = card({m_theirs});
        QStringList options;
        for (const Json& notice : j["notices"])
            options << QString::fromStdString(notice["option"].get<std::string>());
        QCOMPARE(options,
                 (QStringList{"--heads", "--mean", "--std", "--crop", "--interpolation", "--labels"}));
        QVERIFY(run_cli({"model", m_theirs})
                    .out.contains("model: 3 heads assumed: nothing tells it (--heads sets it)"));
        // What is told is no longer assumed.
        const QString labels = m_folder.filePath("names.txt");
        QFile file(labels);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a\r\nb\r\nc\r\nd\r\ne\r\n");
        file.close();
        const Json told = card({m_theirs, "--heads", "6", "--mean", "0.4", "--std", "0.2,0.3,0.4", "--crop",
                                "1", "--interpolation", "bilinear", "--labels", labels});
        QCOMPARE(told["notices"].size(), std::size_t(0));
        QCOMPARE(told["heads"], Json(6));
        QCOMPARE(told["mean"], Json({0.4, 0.4, 0.4}));
        QCOMPARE(told["class_names"], Json({"a", "b", "c", "d", "e"}));
        QCOMPARE(told["model_hash"], j["model_hash"]);
    }

    /// The same options for a run; what is wrong is told before it.
    void options_of_a_run() {
        const CliSetting setting(m_folder.path());
        const auto refused = [&](const QStringList& more, const char* said) {
            const CliResult result = run_cli(setting.run("refused", more));
            QVERIFY(result.exit != 0);
            QVERIFY2(result.err.contains(said), qPrintable(result.err));
        };
        refused({"--heads", "3"}, "--heads does nothing for this network");
        refused({"--set", "model_options.groups=2"}, "--groups 2: the file tells of 8");
        refused({"--set", "model_options.mean=[2.0]"}, "is it meant for pixels of 0 to 255?");
        refused({"--set", "model=" + setting.path("data")}, "a folder with one");

        lab::SafetensorsFile broken = lab::read_safetensors(setting.path("model.safetensors").toStdString());
        broken.tensors["fc.bias"][3] = NAN;
        const QString damaged = setting.path("nan.safetensors");
        lab::write_safetensors(damaged.toStdString(), broken.tensors, broken.metadata);
        refused({"--set", "model=" + damaged}, "found 1 NaN or infinite of 10 values in \"fc.bias\"");
    }

    void one_set_of_several() {
        const CliSetting setting(m_folder.path());
        const lab::SafetensorsFile one =
            lab::read_safetensors(setting.path("model.safetensors").toStdString());
        lab::StateDict both;
        for (const auto& [name, value] : one.tensors) {
            both["model." + name] = at::zeros_like(value);
            both["model_ema." + name] = value;
        }
        const QString file = setting.path("both.safetensors");
        lab::write_safetensors(file.toStdString(), both, {});
        const QStringList told = {"--mean", "0.5", "--std", "0.5", "--size", "12"};
        const Json ema = card(QStringList{file} + told),
                   plain = card(QStringList{file, "--weights", "model"} + told);
        QCOMPARE(ema["model_hash"], card({setting.path("model.safetensors")})["model_hash"]);
        QVERIFY(plain["model_hash"] != ema["model_hash"]);
        const CliResult run =
            run_cli(setting.run("both", QStringList{"--set", "model=" + file, "--weights", "model"} + told));
        QVERIFY2(run.exit == 0, qPrintable(run.err));
    }
};

QTEST_GUILESS_MAIN(TestCliModel)
#include "test_cli_model.moc"
