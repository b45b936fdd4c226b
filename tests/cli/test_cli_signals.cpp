#include "tests/cli/cli_program.h"

#include "core/image/image_file.h"
#include "tests/support/test_files.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <filesystem>

namespace fs = std::filesystem;

/// Commands that write no run: a signal ends them with a sentence and the code that is documented.
class TestCliSignals : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CliSetting m_setting{m_folder.path()};

    /// Whether the process has said what is to happen on that signal.
    static bool watches(qint64 process, int number) {
        QFile status(QString("/proc/%1/status").arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("SigCgt:"))
                return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (number - 1) & 1) != 0;
        return false;
    }
    static QStringList files_in(const QString& folder) {
        QStringList files;
        for (QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             entries.hasNext();)
            files << entries.next();
        return files;
    }

  private Q_SLOTS:
    void initTestCase() {
        fs::create_directories(m_setting.path("pictures").toStdString());
        for (int i = 0; i < 24; ++i)
            lab::write_png(test_files::picture(400, 600, 3),
                           m_setting.path(QString("pictures/%1.png").arg(i)).toStdString());
    }

    void a_sentence_and_a_code_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("said");
        const QString pictures = m_setting.path("pictures");
        QTest::newRow("corrupt") << QStringList{"corrupt", pictures, "--out", m_setting.path("copies")}
                                 << SIGINT
                                 << "written to " + m_setting.path("copies") + "; the others are not";
        QTest::newRow("data --check") << QStringList{"data", "--check", pictures} << SIGTERM
                                      << "the pictures were not looked at to the last";
        QTest::newRow("bench") << QStringList{"bench", "--hash-weights", "resnet14_gn", "--steps", "10000"}
                               << SIGINT << "what is not printed was not measured";
        QTest::newRow("bench-corruptions")
            << QStringList{"bench-corruptions", "--images", "200", "--corruption", "glass_blur"} << SIGHUP
            << "what is not printed was not measured";
        QTest::newRow("drift") << QStringList{"drift",
                                              "--steps",
                                              "100000",
                                              "--set",
                                              "data_dir=" + m_setting.path("data"),
                                              "--set",
                                              "model=" + m_setting.path("model.safetensors")}
                               << SIGINT << "a comparison that is not whole is not printed";
    }
    void a_sentence_and_a_code() {
        QFETCH(QStringList, arguments);
        QFETCH(int, number);
        QFETCH(QString, said);
        QProcess process;
        process.setChildProcessModifier([number] { std::signal(number, SIG_DFL); });
        process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli", arguments);
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(watches(process.processId(), number), 60000);
        kill(pid_t(process.processId()), number);
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        const QString err = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 3, qPrintable(err));
        QVERIFY2(err.contains("collapse-lab-cli: interrupted by SIG"), qPrintable(err));
        QVERIFY2(err.contains(said), qPrintable(err));
    }

    /// Cut short in the middle: every picture that is there is whole, and nothing else is.
    void no_half_written_pictures() {
        const QString out = m_setting.path("some");
        QProcess process;
        process.setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
        process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli",
                      {"corrupt", m_setting.path("pictures"), "--out", out});
        QTRY_VERIFY_WITH_TIMEOUT(files_in(out).size() > 3, 60000);
        kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 3);
        const QStringList files = files_in(out);
        QVERIFY(files.size() < qsizetype(24) * 19);
        for (const QString& file : files) {
            QVERIFY2(file.endsWith(".png"), qPrintable(file));
            QCOMPARE(lab::read_image(file.toStdString()).width, 600);
        }
        const QString err = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(err.contains(QString("; %1 pictures are written").arg(files.size())), qPrintable(err));
    }
};

QTEST_GUILESS_MAIN(TestCliSignals)
#include "test_cli_signals.moc"
