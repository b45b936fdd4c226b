#include "tests/cli/cli_program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <csignal>

using Json = nlohmann::json;

/// collapse-lab-cli train --task: a language model in a folder of its own.
class TestCliTrain : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    static QStringList entries(const QString& folder) {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    static Json json_of(const QString& file) {
        QFile in(file);
        if (!in.open(QIODevice::ReadOnly))
            return {};
        return Json::parse(in.readAll().toStdString(), nullptr, false);
    }

  private Q_SLOTS:
    void a_folder_is_written() {
        for (const QString task : {"chain-arithmetic", "addition"}) {
            const QString folder = path(task);
            const CliResult result =
                run_cli({"train", "--task", task, "--steps", "2", "--batch", "4", "--threads", "1", "--seed",
                         "7", "--test-questions", "6", "--to", folder});
            QVERIFY2(result.exit == 0, qPrintable(result.err));
            QVERIFY2(result.out.contains("732288 parameters, ") && result.out.contains(" of 6 test"),
                     qPrintable(result.out));
            QCOMPARE(entries(folder), (QStringList{"collapse-lab.json", "config.json", "model.safetensors",
                                                   "tokenizer.json", "tokenizer_config.json"}));
            const Json card = json_of(folder + "/collapse-lab.json");
            QCOMPARE(card.at("task"), Json(task.toStdString()));
            QCOMPARE(
                card.at("command"),
                Json("collapse-lab-cli train --task " + task.toStdString() +
                     " --steps 2 --batch 4 --rate 0.001 --random-results 0.2 --seed 7 --threads 1 --to " +
                     folder.toStdString()));
            QVERIFY(QFile(folder + "/model.safetensors").size() < 4'000'000);
        }
    }

    /// What was learnt by then is there, and says how far it came.
    void a_signal_leaves_the_weights_so_far() {
        const QString folder = path("cut");
        QProcess process;
        process.setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
        process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli",
                      {"train", "--task", "addition", "--steps", "100000", "--batch", "2", "--threads", "1",
                       "--test-questions", "6", "--to", folder});
        QVERIFY(process.waitForStarted());
        QByteArray err;
        QTRY_VERIFY_WITH_TIMEOUT((err += process.readAllStandardError()).contains("step "), 60000);
        kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(120000));
        err += process.readAllStandardError();
        QVERIFY2(process.exitCode() == 3, err);
        QVERIFY2(err.contains("collapse-lab-cli: interrupted by SIGINT after step "), err);
        const Json card = json_of(folder + "/collapse-lab.json");
        QVERIFY(card.at("steps") > 0 && card.at("steps") < 100000);
        QCOMPARE(card.at("steps_planned"), Json(100000));
        QVERIFY2(
            err.contains(QByteArray::fromStdString("after step " + card.at("steps").dump() + " of 100000")),
            err);
    }

    void wrong_usage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const QStringList& arguments, const QString& said) {
            QTest::newRow(qPrintable(arguments.join(' '))) << arguments << said;
        };
        const QString to = path("bad");
        row({"--task", "addition", "--to", to, "--epochs", "3"}, "--epochs excludes --task");
        row({"--task", "addition", "--to", to, "--out", "x.safetensors"}, "--out excludes --task");
        row({"--task", "addition", "--to", to, "--mimetic"}, "--mimetic excludes --task");
        row({"--task", "addition", "--to", to, "--data", "cifar-10"}, "--data excludes --task");
        row({"--task", "addition"}, "--task requires --to");
        row({"--to", to}, "--to requires --task");
        row({"--steps", "3", "--out", to}, "--steps requires --task");
        row({"--task", "word-problems", "--to", to}, "--task: word-problems not in {");
        row({"--task", "addition", "--to", to, "--steps", "0"}, "--steps: expected a whole number from 1");
        row({"--task", "addition", "--to", to, "--random-results", "1.5"}, "--random-results: expected");
        row({"--task", "addition", "--to", ""}, "expected a path or a name, found an empty text");
        row({}, "--out is required");
    }
    void wrong_usage() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CliResult result = run_cli(QStringList{"train"} + arguments);
        QVERIFY2(result.exit >= 100, qPrintable(result.err));
        QVERIFY2(result.err.contains(said), qPrintable(result.err));
        QVERIFY(!QFile::exists(path("bad")));
    }

    void folders_that_cannot_be_are_told_before_any_work() {
        const QString full = path("full"), file = path("file");
        QDir(m_folder.path()).mkdir("full");
        for (const QString& name : {full + "/mine", file}) {
            QFile there(name);
            QVERIFY(there.open(QIODevice::WriteOnly));
        }
        for (const QString& to : {full, file, file + "/below", path(QString(300, 'x'))}) {
            const CliResult result =
                run_cli({"train", "--task", "addition", "--steps", "100000", "--to", to});
            QCOMPARE(result.exit, 1);
            QVERIFY2(result.sentences().size() == 1 && result.err.startsWith("collapse-lab-cli: "),
                     qPrintable(result.err));
            QVERIFY2(result.err.contains(to.endsWith("below") ? file : to), qPrintable(result.err));
        }
        QCOMPARE(entries(full), QStringList{"mine"});
    }
};

QTEST_GUILESS_MAIN(TestCliTrain)
#include "test_cli_train.moc"
