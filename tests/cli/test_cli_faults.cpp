#include "tests/cli/cli_program.h"

#include "core/image/image_file.h"
#include "core/weights/safetensors.h"
#include "tests/reference_data.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

namespace fs = std::filesystem;

/// Bad input must end with a sentence that names what is wrong, never with a crash or a half truth.
class TestCliFaults : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CliSetting m_setting{m_folder.path()};

    std::string path(const QString& name) const { return m_setting.path(name).toStdString(); }

    void write(const QString& name, const std::string& text) const {
        test_files::write(path(name), {text.begin(), text.end()});
    }

  private Q_SLOTS:
    void initTestCase() {
        // A data set whose pictures end too early.
        fs::copy(path("data"), path("cut"));
        fs::resize_file(path("cut/t10k-images-idx3-ubyte"), 5000);
        fs::create_directory(path("empty"));
        // Weights of one network under the card of another, and a file that was cut.
        test_models::write(path("other.safetensors"), "vit_tiny_patch4", 12);
        lab::SafetensorsFile file = lab::read_safetensors(path("other.safetensors"));
        std::string& card = file.metadata.at("collapse_lab");
        card.replace(card.find("vit_tiny_patch4"), 15, "resnet14_gn");
        lab::write_safetensors(path("other.safetensors"), file.tensors, file.metadata);
        fs::copy(path("model.safetensors"), path("cut.safetensors"));
        fs::resize_file(path("cut.safetensors"), 100000);
        write("text.safetensors", "These are no weights.");
        write("spec.json", "{\"stream\": {\"sede\": 3}}");
        write("broken.json", "{\"stream\": ");
        write("file", "not a folder");
        lab::write_png(test_files::picture(20, 30, 3), path("shot.png"));
    }

    void bad_input_is_told_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto set = [&](const char* name, const QString& setting, const QString& said) {
            QTest::newRow(name) << m_setting.run("bad", {"--set", setting}) << said;
        };
        set("truncated data", "data_dir=" + m_setting.path("cut"),
            m_setting.path("cut/t10k-images-idx3-ubyte") +
                ": expected 28800 bytes after the header, found only 4984");
        set("no data", "data_dir=" + m_setting.path("empty"),
            "Fashion-MNIST is not in " + m_setting.path("empty"));
        set("truncated weights", "model=" + m_setting.path("cut.safetensors"),
            m_setting.path("cut.safetensors") + ": not a usable .safetensors file: tensor ");
        set("no weights", "model=" + m_setting.path("text.safetensors"),
            m_setting.path("text.safetensors") + ": not a usable .safetensors file: ");
        set("absent weights", "model=" + m_setting.path("absent"),
            m_setting.path("absent") + ": expected a weight file, found nothing");
        set("unknown key", "stream.sede=3", "stream.sede: unknown key");
        set("wrong type", "stream.seed=x",
            "stream.seed: expected a whole number from 0 to 18446744073709551615, found \"x\"");
        set("severity 6", "stream.corruption.severity=6",
            "stream.corruption.severity: expected 1 to 5, found 6");
        set("absent device", "device=cuda:7", "device: expected auto, cpu or one of the ");
        set("unknown method", "lanes[0].method=magic", "lanes[0].method: expected one of no_adaptation, ");
        set("unknown data", "data=imagenette", "data: expected ");
        const auto row = [&](const char* name, const QStringList& arguments, const QString& said) {
            QTest::newRow(name) << arguments << said;
        };
        const QString out = m_setting.path("bad");
        row("unknown key in a file", {"run", m_setting.path("spec.json"), "--out", out},
            m_setting.path("spec.json") + ": stream.sede: unknown key");
        row("broken file", {"run", m_setting.path("broken.json"), "--out", out},
            m_setting.path("broken.json") + ": specification: no JSON: ");
        row("absent file", {"run", m_setting.path("absent.json"), "--out", out},
            m_setting.path("absent.json") + ": expected a file, found nothing");
        row("two specifications", {"run", m_setting.path("spec.json"), "--preset", "default", "--out", out},
            "run: expected a specification or --preset, found both");
        row("unknown preset", {"run", "--preset", "magic", "--out", out},
            "preset: expected one of default, ");
        row("no way to write", m_setting.run("file/out"), m_setting.path("file/out") + ": cannot be written");
        row("no switch", m_setting.run("bad", {"--switch", "soon"}), "--switch: expected STEP:");
        row("switch beyond the run",
            m_setting.run("bad", {"--switch", "900:lanes[1].recipe.alignment.alpha=0"}),
            "--switch: expected a step from 1 to ");
        row("switch to nonsense", m_setting.run("bad", {"--switch", "2:lanes[0].recipe.alignment.alpha=-1"}),
            "lanes[0].recipe.alignment.alpha: expected 0 to 1000, found -1");
        row("switch of an absent lane",
            m_setting.run("bad", {"--switch", "2:lanes[9].recipe.alignment.alpha=0"}),
            "lanes[9].recipe.alignment.alpha: unknown key");
        row("switch at a step beyond all bounds",
            m_setting.run("bad", {"--switch", "4294967297:lanes[1].recipe.alignment.alpha=0"}),
            "--switch: step: expected a whole number from 1 to 20000000, found \"4294967297\"");
        row("switch that changes nothing",
            m_setting.run("bad", {"--switch", "2:lanes[1].recipe.alignment.alpha=1"}),
            "--switch: lanes[1].recipe.alignment.alpha=1: expected a change, found that it is so already");
        row("switch in vain", m_setting.run("bad", {"--switch", "2:lanes[0].recipe.alignment.alpha=2"}),
            "lanes[0].recipe.alignment.alpha: has no effect: ");
        row("switch to layers that are not there",
            m_setting.run("bad", {"--switch", "2:lanes[1].recipe.frozen_prefixes=[\"blocks.9\"]"}),
            "lanes[1].recipe.frozen_prefixes: expected the beginning of a norm layer's name (\"");
        set("frozen layers that are not there", "lanes[0].recipe.frozen_prefixes=[\"layer1\",\"layer77\"]",
            "lanes[0].recipe.frozen_prefixes: expected the beginning of a norm layer's name (\"");
        set("half a layer's name", "lanes[0].recipe.frozen_prefixes=[\"laye\"]",
            "lanes[0].recipe.frozen_prefixes: expected the beginning of a norm layer's name (\"");
        set("segments of another scenario", "stream.segments=[{\"images\":20}]",
            "stream.segments: has no effect: it is for the scenario custom, found label_shift");
        set("seed beyond 64 bits", "stream.seed=18446744073709551616",
            "stream.seed: expected a whole number from 0 to 18446744073709551615, found "
            "18446744073709551616");
        set("pictures beyond 64 bits", "stream.images=-9223372036854775809",
            "stream.images: expected a whole number, found -9223372036854775808");
        const QString endless = m_setting.path(QString(300, 'x'));
        row("results under a name that is too long", m_setting.run(QString(300, 'x')),
            endless + ": cannot be written: ");
        row("copies under a name that is too long", {"corrupt", m_setting.path("shot.png"), "--out", endless},
            endless + ": expected a folder in which files can be made: ");
        row("a figure under a name that is too long", {"reproduce", "fig2a", "--out", endless},
            endless + ": cannot be written: ");
        row("weights under a name that is too long", {"train", "--out", endless + ".safetensors"},
            endless + ".safetensors: cannot be written: ");
        row("a folder as lesson", {"lesson", m_setting.path("data")},
            m_setting.path("data") + ": expected a lesson, found a folder");
        row("no lesson", {"lesson", m_setting.path("absent.json")},
            m_setting.path("absent.json") + ": expected a lesson, found nothing");
        row("a lesson of a name that is too long", {"lesson", endless}, endless + ": cannot be looked at: ");
        row("traces of a name that is too long", {"parity", endless},
            endless + "/index.json: File name too long");
        row("a figure on an absent device",
            {"reproduce", "fig2a", "--device", "cuda:7", "--out", out, "--data-dir", m_setting.path("data")},
            "device: expected auto, cpu or one of the ");
        row("two folders of data", m_setting.run("bad", {"--data-dir", m_setting.path("data")}),
            "run: expected --data-dir or --set data_dir=, found both");
        row("states of lanes that do not adapt",
            m_setting.run("bad", {"--save-states", "--set", "lanes=[{\"method\":\"no_adaptation\"}]"}),
            "--save-states: expected a lane that adapts, found none");
        row("results into a file", m_setting.run("file"), m_setting.path("file") + ": cannot be written: ");
        row("training into a folder that is not there",
            {"train", "--data-dir", m_setting.path("data"), "--out", m_setting.path("absent/w.safetensors")},
            m_setting.path("absent/w.safetensors") + ": cannot be written: ");
        row("corruption of a figure without", {"reproduce", "fig2a", "--corruption", "fog", "--out", out},
            "--corruption: has no effect: fig2a has no columns by corruption");
        row("a corruption twice", {"reproduce", "demo", "--corruption", "fog,fog", "--out", out},
            "--corruption: expected each once, found fog again");
        row("results of a figure into a file", {"reproduce", "fig2a", "--out", m_setting.path("file")},
            m_setting.path("file") + ": cannot be written: ");
        row("absent traces", {"parity", m_setting.path("empty")},
            m_setting.path("empty") + ": expected an index.json");
        row("absent picture", {"corrupt", m_setting.path("absent.png"), "--out", out},
            m_setting.path("absent.png") + ": expected a picture");
        row("picture of text", {"corrupt", m_setting.path("file"), "--out", out},
            "The picture " + m_setting.path("file") + " cannot be read: ");
        row("unknown corruption", {"corrupt", m_setting.path("file"), "--out", out, "--corruption", "rain"},
            "There is no corruption \"rain\"");
        row("training without data",
            {"train", "--data-dir", m_setting.path("empty"), "--out", m_setting.path("w.safetensors")},
            "Fashion-MNIST is not in " + m_setting.path("empty"));
    }
    void bad_input_is_told() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CliResult result = run_cli(arguments);
        QCOMPARE(result.exit, 1);
        QVERIFY2(result.sentences().size() == 1, qPrintable(result.err));
        const QString sentence = result.sentences()[0];
        QVERIFY2(sentence.startsWith("collapse-lab-cli: " + said), qPrintable(sentence));
        QVERIFY(!QFile::exists(m_setting.path("bad"))); // no trace of a run that was none
    }

    /// The same numbers are wrong everywhere, and empty paths are.
    void wrong_numbers_are_wrong_usage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const QString out = m_setting.path("bad");
        for (const char* seed : {"-1", "18446744073709551616", "1.5", "0x10", "x"})
            for (const QStringList& command : {QStringList{"train", "--out", out + ".safetensors"},
                                               {"reproduce", "fig2a", "--out", out}}) {
                const QString option = command[0] == "train" ? "--seed" : "--seeds";
                QTest::newRow(qPrintable(command[0] + " " + seed))
                    << command + QStringList{option + "=" + seed}
                    << option + ": expected a whole number from 0 to 18446744073709551615, found";
            }
        const auto row = [](const char* name, const QStringList& arguments, const char* said) {
            QTest::newRow(name) << arguments << said;
        };
        row("a seed again", {"reproduce", "fig2a", "--seeds", "0,1,0", "--out", out},
            "--seeds: expected each seed once, found 0 again");
        row("no seeds", {"reproduce", "fig2a", "--seeds", "0,", "--out", out}, "--seeds: expected a whole");
        row("pictures", {"reproduce", "fig2a", "--images", "0x10", "--out", out},
            "--images: expected a whole");
        row("jobs", {"reproduce", "fig2a", "--jobs", "4294967297", "--out", out}, "--jobs: expected a whole");
        row("epochs", {"train", "--epochs", "0", "--out", out}, "--epochs: expected a whole number from 1");
        row("rate", {"train", "--rate", "nan", "--out", out}, "--rate: expected a number from 0 to 1000");
        row("steps", {"bench", "--steps", "1e3"}, "--steps: expected a whole");
        for (const QStringList& arguments : {QStringList{"run", "--out", ""},
                                             {"run", "", "--out", out},
                                             {"run", "--data-dir", "", "--out", out},
                                             {"train", "--out", ""},
                                             {"train", "--start-from", "", "--out", out},
                                             {"reproduce", "fig2a", "--out", ""},
                                             {"reproduce", "fig2a", "--model", "", "--out", out},
                                             {"parity", ""}})
            QTest::newRow(qPrintable("empty: " + arguments.join('|')))
                << arguments << "expected a path or a name, found an empty text";
    }
    void wrong_numbers_are_wrong_usage() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CliResult result = run_cli(arguments);
        QVERIFY2(result.exit >= 100, qPrintable(result.err));
        QVERIFY2(result.err.contains(said), qPrintable(result.err));
        QVERIFY(!QFile::exists(m_setting.path("bad")));
    }

    /// In the words of the house, not of a library's allocator.
    void memory_that_runs_out() {
        QProcess process;
        process.start("/bin/sh", {"-c", "ulimit -v 4000000; exec " LAB_BINARY_DIR
                                        "/bin/collapse-lab-cli bench --hash-weights vit_base_patch16_224 "
                                        "--batch 4096 --steps 1"});
        QVERIFY(process.waitForFinished(120000));
        const QString err = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 1, qPrintable(err));
        QVERIFY2(err.startsWith("collapse-lab-cli: --batch: the memory of cpu ran out with 4096 pictures per "
                                "batch; choose a smaller batch"),
                 qPrintable(err));
    }

    /// What does not fit is listed by name below the sentence.
    void weights_of_another_architecture() {
        const CliResult result =
            run_cli(m_setting.run("bad", {"--set", "model=" + m_setting.path("other.safetensors")}));
        QCOMPARE(result.exit, 1);
        QVERIFY(result.err.startsWith("collapse-lab-cli: " + m_setting.path("other.safetensors") +
                                      ": the weights do not fit the architecture:\n"));
        QVERIFY(result.err.contains("missing: conv1.weight") &&
                result.err.contains("superfluous: cls_token"));
    }

    void a_tampered_trace_is_told() {
        const std::string golden = reference_data("golden/adapt");
        if (golden.empty())
            QSKIP("The reference data has no golden traces here.");
        const fs::path copy = path("tampered");
        fs::create_directory(copy);
        for (const auto& entry : fs::directory_iterator(golden)) {
            fs::copy_file(entry.path(), copy / entry.path().filename());
            fs::permissions(copy / entry.path().filename(), fs::perms::owner_write, fs::perm_options::add);
        }
        const fs::path trace = copy / "groupnorm_tent.safetensors";
        auto bytes = test_files::read(trace);
        bytes[bytes.size() - 2] ^= 0x10; // the exponent of the last number
        test_files::write(trace, bytes);
        const CliResult result = run_cli({"parity", QString::fromStdString(copy.string())});
        QCOMPARE(result.exit, 1);
        QCOMPARE(result.sentences(), QStringList{"collapse-lab-cli: 1 of the traces in " +
                                                 QString::fromStdString(copy.string()) + " are not met"});
        QVERIFY(result.out.contains("MISMATCH"));
    }
};

QTEST_GUILESS_MAIN(TestCliFaults)
#include "test_cli_faults.moc"
