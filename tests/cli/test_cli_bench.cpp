#include "tests/cli/cli_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

/// How speed and memory grow with lanes and threads. Nothing here looks at a time.
class TestCliBench : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QString content(const QString& path) {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

  private Q_SLOTS:
    /// A row for each number of lanes and each number of threads that the machine has cores for.
    void a_table_and_a_chart() {
        const QString out = m_folder.filePath("scale");
        const CliResult result = run_cli({"bench", "--scale", "--method", "no_adaptation", "--steps", "1",
                                          "--batch", "4", "--long-run", "0", "--out", out});
        if (result.err.contains("is not in"))
            QSKIP("the pictures are not installed");
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        const QStringList rows = content(out + "/scale.csv").split('\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.value(0), "threads,lanes,images_per_second,images_per_second_times_lanes,resident_mib");
        QStringList expected;
        for (const int threads : {1, 2, 4, 8, 16})
            for (const int lanes : {1, 2, 3, 6})
                if (threads <= QThread::idealThreadCount())
                    expected << QStringLiteral("%1,%2,").arg(threads).arg(lanes);
        QCOMPARE(rows.size(), expected.size() + 1);
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QVERIFY2(rows[i + 1].startsWith(expected[i]), qPrintable(rows[i + 1]));
            const QStringList cells = rows[i + 1].split(',');
            QVERIFY(cells[2].toDouble() > 0 && cells[4].toDouble() > 1);
            QVERIFY(std::abs(cells[3].toDouble() / cells[2].toDouble() - cells[1].toDouble()) < 1e-3);
        }
        const QString chart = content(out + "/scale.svg");
        QVERIFY(chart.contains("<svg") && chart.contains("Pictures per second"));
        QVERIFY(result.out.contains("a lane more takes"));
        QVERIFY(!result.out.contains("after a tenth"));
    }

    void what_cannot_be_meant_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("said");
        const auto row = [](const QStringList& arguments, int exit, const char* said) {
            QTest::newRow(qPrintable(arguments.join(' ')))
                << QStringList{"bench"} + arguments << exit << said;
        };
        row({"--scale", "--threads", "2"}, 108, "--scale");
        row({"--scale", "--device", "cpu"}, 108, "--scale");
        row({"--long-run", "100"}, 107, "--long-run requires --scale");
        row({"--out", "folder"}, 107, "--out requires --scale");
        row({"--scale", "--method", "tent,sar"}, 1, "--method: expected one with --scale, found 2");
        row({"--scale", "--model", "resnet-gn,vit"}, 1, "--model: expected one with --scale, found 2");
        row({"--scale", "--out", "/dev/null/folder"}, 1, "/dev/null/folder");
        row({"--scale", "--method", "nonsense", "--long-run", "0"}, 1, "nonsense");
    }
    void what_cannot_be_meant() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CliResult result = run_cli(arguments);
        QTEST(result.exit, "exit");
        QVERIFY2(result.err.contains(said), qPrintable(result.err));
        QVERIFY2(!result.out.contains("images/s") || arguments.contains("nonsense"), qPrintable(result.out));
    }
};

QTEST_GUILESS_MAIN(TestCliBench)
#include "test_cli_bench.moc"
