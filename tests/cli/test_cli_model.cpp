#include "tests/cli/cli_program.h"

#include "core/model/model_file.h"
#include "core/model/safetensors.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

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
        const CliResult result = run_cli({"model", m_theirs, "--mean", "0.5"});
        QCOMPARE(result.exit, 1);
        QVERIFY2(result.err.contains("mean and std need one value per channel"), qPrintable(result.err));
    }
};

QTEST_GUILESS_MAIN(TestCliModel)
#include "test_cli_model.moc"
