#include "core/record/recording_file.h"
#include "tests/ui/quick_experiment.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/runs_model.h"
#include "ui/dialog/runs_window.h"
#include "ui/session/run_archive.h"
#include "ui/session/run_index.h"
#include "ui/session/run_journal.h"
#include "ui/session/run_session.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace lab;

namespace {

/// Two lanes, four steps of two pictures; lane 0 half right, lane 1 all right.
Recording small(std::uint64_t seed) {
    Recording recording;
    recording.spec = quickExperiment();
    recording.spec.stream.seed = seed;
    recording.spec.lanes.resize(2);
    recording.info.data_title = "Fashion-MNIST test";
    recording.info.model_title = "ResNet-14, GroupNorm";
    recording.info.total_steps = 4;
    recording.info.total_images = 8;
    for (int step = 1; step <= 4; ++step)
        for (int lane = 0; lane < 2; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step;
            record.batch_size = 2;
            record.images_seen = 2 * step;
            record.labels = {0, 1};
            record.predictions = {0, lane};
            record.accuracy = record.accuracy_running = lane == 0 ? 0.5 : 1.0;
            record.collapsed_at = lane == 0 && step >= 3 ? 3 : 0;
            recording.records.push_back(record);
        }
    return recording;
}

QString save(const QString& folder, const QString& name, const Recording& recording) {
    QDir().mkpath(folder);
    const QString file = QDir(folder).filePath(name + QStringLiteral(".collapselab"));
    save_recording(file.toStdString(), recording);
    return file;
}

} // namespace

class TestUiRuns : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    QString runs() const { return folder_->filePath(QStringLiteral("runs")); }

    void fill(RunsWindow& window, int expected) {
        QSignalSpy listed(&window, &RunsWindow::listed);
        window.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty() && listed.last()[0].toInt() == expected, 20'000);
    }

  private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void theIndexTellsWhatTheFilesHold() {
        const QString first = save(runs(), "a", small(3));
        RunIndex::setNote(first, QStringLiteral("talk, Friday"));
        save(runs(), "b", small(4));
        RunIndex index(runs());
        QVERIFY(index.update().isEmpty());
        std::vector<KeptRun> all = index.runs();
        QCOMPARE(all.size(), std::size_t(2));
        const KeptRun& run = all[0].seed == QStringLiteral("3") ? all[0] : all[1];
        QCOMPARE(run.file, first);
        QCOMPARE(run.data, QStringLiteral("Fashion-MNIST test"));
        QCOMPARE(run.lanes.size(), 2);
        QCOMPARE(run.accuracies, (std::vector<double>{0.5, 1.0}));
        QCOMPARE(run.collapsed, QStringList{run.lanes[0]});
        QCOMPARE(run.steps, 4);
        QCOMPARE(run.images, qint64(8));
        QVERIFY(run.complete);
        QCOMPARE(run.note, QStringLiteral("talk, Friday"));
    }
    void theFilesAreWhatCounts() {
        const QString first = save(runs(), "a", small(3));
        save(runs(), "b", small(4));
        {
            RunIndex index(runs());
            index.update();
        }
        QVERIFY(QFile::remove(first));
        save(runs(), "c", small(5));
        QFile foreign(QDir(runs()).filePath(QStringLiteral("d.collapselab")));
        QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("no recording") > 0);
        foreign.close();
        RunIndex index(runs());
        const QStringList faults = index.update();
        QCOMPARE(faults.size(), 1);
        QVERIFY2(faults.first().contains(QStringLiteral("d.collapselab")), qPrintable(faults.first()));
        QStringList seeds;
        for (const KeptRun& run : index.runs())
            seeds.append(run.seed);
        seeds.sort();
        QCOMPARE(seeds, (QStringList{"4", "5"}));
    }
    void aDamagedIndexIsMadeAnew() {
        save(runs(), "a", small(3));
        QFile index_file(QDir(runs()).filePath(QStringLiteral("runs.sqlite")));
        QVERIFY(index_file.open(QIODevice::WriteOnly));
        index_file.write(QByteArray(5000, 'x'));
        index_file.close();
        RunIndex index(runs());
        QVERIFY(index.update().isEmpty());
        QCOMPARE(index.runs().size(), std::size_t(1));
    }
    void theTableSearchesAndHidesWhatIsAlike() {
        save(runs(), "a", small(3));
        save(runs(), "b", small(40));
        RunsWindow window(runs());
        window.show();
        fill(window, 2);
        QCOMPARE(window.table()->model()->rowCount(), 2);
        window.search()->setText(QStringLiteral("40"));
        QCOMPARE(window.table()->model()->rowCount(), 1);
        window.search()->clear();
        window.differing()->setChecked(true);
        QVERIFY(window.table()->isColumnHidden(RunsModel::model));
        QVERIFY(!window.table()->isColumnHidden(RunsModel::seed));
        window.differing()->setChecked(false);
        QVERIFY(!window.table()->isColumnHidden(RunsModel::model));
    }
    void numbersAreSortedAsNumbers() {
        for (const int seed : {100, 9, 30})
            save(runs(), QString::number(seed), small(static_cast<std::uint64_t>(seed)));
        RunsWindow window(runs());
        fill(window, 3);
        window.table()->sortByColumn(RunsModel::seed, Qt::AscendingOrder);
        QStringList seeds;
        for (int row = 0; row < 3; ++row)
            seeds.append(window.table()->model()->index(row, RunsModel::seed).data().toString());
        QCOMPARE(seeds, (QStringList{"9", "30", "100"}));
    }
    void aRunIsOpenedAndNoted() {
        const QString file = save(runs(), "a", small(3));
        RunsWindow window(runs());
        fill(window, 1);
        QVERIFY(window.chosenFiles().isEmpty());
        window.table()->selectRow(0);
        QSignalSpy wanted(&window, &RunsWindow::openWanted);
        window.openChosen();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), file);
        QSignalSpy listed(&window, &RunsWindow::listed);
        window.noteChosen(QStringLiteral("good"));
        QTRY_VERIFY(!listed.isEmpty());
        QCOMPARE(window.table()->model()->index(0, RunsModel::note).data().toString(),
                 QStringLiteral("good"));
    }
    void aRunThatEndsIsKept() {
        MainWindow window(folder_->path(), FileDialogs::native());
        const WindowProbe probe(&window);
        RunSession* session = probe.session();
        session->setSpec(quickExperiment());
        session->run();
        const QDir kept(runs());
        const auto names = [&] {
            QDir again(kept.path());
            return again.entryList({QStringLiteral("*.collapselab")}, QDir::Files);
        };
        QTRY_COMPARE_WITH_TIMEOUT(names().size(), 1, 120'000);
        const Recording recording = load_recording(kept.filePath(names().first()).toStdString());
        QCOMPARE(recording.records.size(), session->recording().records.size());
        QVERIFY(recording.spec == session->recording().spec);
        // What is opened from a file is kept there.
        session->open(small(8));
        QTest::qWait(300);
        QCOMPARE(names().size(), 1);
    }
    void theOldestGoButThoseWithANote() {
        RunSession session;
        RunJournal journal(&session, folder_->filePath(QStringLiteral("journal")));
        RunArchive archive(&session, &journal, runs());
        archive.setBound(2);
        for (const char* name : {"20200101", "20200102", "20200103"})
            save(runs(), QString::fromLatin1(name), small(3));
        RunIndex::setNote(QDir(runs()).filePath(QStringLiteral("20200101.collapselab")),
                          QStringLiteral("stays"));
        // A journal that a killed program left.
        QFile left(QDir(runs()).filePath(QStringLiteral("20200104.jsonl")));
        QVERIFY(left.open(QIODevice::WriteOnly));
        const Recording recording = small(9);
        std::string text = recording_head(recording.spec) + recording_line(recording.info) + "\n";
        for (const StepRecord& record : recording.records)
            text += to_json_line(record) + "\n";
        left.write(QByteArray::fromStdString(text));
        left.close();
        QSignalSpy kept(&archive, &RunArchive::kept);
        archive.begin();
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, 20'000);
        QCOMPARE(QDir(runs()).entryList({QStringLiteral("*.collapselab")}, QDir::Files, QDir::Name),
                 (QStringList{"20200101.collapselab", "20200104.collapselab"}));
        QVERIFY(QDir(runs()).entryList({QStringLiteral("*.jsonl")}, QDir::Files).isEmpty());
    }
};

QTEST_MAIN(TestUiRuns)
#include "test_ui_runs.moc"
