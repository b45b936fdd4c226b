#include "tests/cli/cli_program.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

/// Recordings for other programs.
class TestCliExport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CliSetting m_setting{m_folder.path()};

    static QList<QByteArray> lines_of(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
    }

  private Q_SLOTS:
    void initTestCase() {
        for (const char* seed : {"1", "2"}) {
            const CliResult ran = run_cli(
                m_setting.run(QString("seed-%1").arg(seed), {"--set", QString("stream.seed=%1").arg(seed)}));
            QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        }
    }
    void one_long_table() {
        const QString csv = m_setting.path("all.csv");
        const CliResult done = run_cli({"export", m_setting.path("seed-1"),
                                        m_setting.path("seed-2/recording.collapselab"), "--csv", csv});
        QVERIFY2(done.exit == 0, qPrintable(done.err));
        const QList<QByteArray> all = lines_of(csv), one = lines_of(m_setting.path("seed-1/records.csv")),
                                two = lines_of(m_setting.path("seed-2/records.csv"));
        QVERIFY(one.size() > 3);
        QCOMPARE(all.size(), one.size() + two.size() - 1);
        QCOMPARE(all.first(), "run," + one.first());
        for (int i = 1; i < one.size(); ++i)
            QCOMPARE(all[i], "\"seed-1\"," + one[i]);
        for (int i = 1; i < two.size(); ++i)
            QCOMPARE(all[one.size() - 1 + i], "\"recording\"," + two[i]);
    }
    void event_files_per_run_and_lane() {
        const QString folder = m_setting.path("board");
        const CliResult done = run_cli({"export", m_setting.path("seed-1/"), m_setting.path("seed-2"),
                                        m_setting.path("seed-1"), "--tensorboard", folder});
        QVERIFY2(done.exit == 0, qPrintable(done.err));
        QSet<QString> runs;
        int files = 0;
        for (QDirIterator entry(folder, QDir::Files, QDirIterator::Subdirectories); entry.hasNext(); ++files)
            runs.insert(entry.next().mid(folder.size() + 1).section('/', 0, 0));
        QCOMPARE(runs, (QSet<QString>{"seed-1", "seed-2", "seed-1 (2)"}));
        QVERIFY(files >= 3 && done.out.contains(QString("%1 event files").arg(files)));
    }
    void faults_come_before_any_file() {
        const auto expect = [](const QStringList& arguments, const QString& words) {
            const CliResult done = run_cli(arguments);
            QVERIFY2(done.exit == 1 && done.err.contains(words), qPrintable(done.err));
        };
        const QString csv = m_setting.path("none.csv");
        expect({"export", m_setting.path("seed-1")}, "expected --csv or --tensorboard");
        expect({"export", m_setting.path("seed-9"), "--csv", csv}, "seed-9");
        expect({"export", m_setting.path("seed-1"), m_setting.path("seed-1/records.csv"), "--csv", csv},
               "records.csv");
        expect({"export", m_setting.path("data"), "--csv", csv}, "recording.collapselab");
        QVERIFY(!QFile::exists(csv));
        expect({"export", m_setting.path("seed-1"), "--csv", "/nowhere/all.csv"}, "/nowhere");
    }
};

QTEST_GUILESS_MAIN(TestCliExport)
#include "test_cli_export.moc"
