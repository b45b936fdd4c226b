#include "ui/dialog/study_results.h"
#include "ui/dialog/study_window.h"
#include "ui/session/study_report.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lab;

namespace {

constexpr int patience_ms = 300000;

ExperimentSpec cheapSpec() {
    ExperimentSpec spec = default_experiment();
    spec.device = "cpu";
    return spec;
}

} // namespace

class TestUiStudy : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return folder_->path();
        };
        window_ = std::make_unique<StudyWindow>(folder_->path(), FileDialogs{answer, answer, answer});
        window_->setSpec(cheapSpec());
        window_->images()->setValue(64);
        window_->seeds()->setValue(1);
        window_->corruptions()->setCurrentIndex(1);
    }

    void orderIsWhatIsSet() {
        window_->select(QStringLiteral("plug-in"));
        window_->seeds()->setValue(3);
        const StudyOrder order = window_->order();
        QCOMPARE(order.study, std::string("plug-in"));
        QCOMPARE(order.options.seeds, (std::vector<std::uint64_t>{0, 1, 2}));
        QCOMPARE(order.options.images, std::int64_t(64));
        QCOMPARE(order.options.corruptions, std::vector<std::string>{"gaussian_noise"});
        QCOMPARE(order.folder, folder_->path());
    }

    void aTinyStudyFillsTableAndChart() {
        window_->select(QStringLiteral("demo"));
        QSignalSpy finished(window_->session(), &StudySession::finished);
        QSignalSpy failed(window_->session(), &StudySession::failed);
        window_->run();
        QVERIFY(window_->session()->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() + failed.count() > 0, patience_ms);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().first().toString()));
        QVERIFY(!window_->session()->isRunning());
        QTableWidget* table = window_->results()->table();
        QCOMPARE(table->rowCount(), 6);
        QCOMPARE(table->verticalHeaderItem(0)->text(), QStringLiteral("No adaptation"));
        QCOMPARE(table->horizontalHeaderItem(0)->text(), QStringLiteral("gaussian noise"));
        bool number = false;
        table->item(0, 0)->text().toDouble(&number);
        QVERIFY2(number, qPrintable(table->item(0, 0)->text()));
        QCOMPARE(window_->results()->chartCount(), 1);
        QVERIFY(window_->status().contains(QStringLiteral("Done")));

        const auto* conditions = window_->results()->findChild<QLabel*>();
        QVERIFY(conditions->text().startsWith(QStringLiteral("One seed: fashion-mnist test pictures")));

        // Another window opens what lies in the folder; the page for people is not asked.
        QVERIFY(QFile::remove(folder_->filePath(QStringLiteral("demo.md"))));
        StudyWindow other(folder_->filePath(QStringLiteral("nothing-here")), {}, nullptr);
        other.setSpec(cheapSpec());
        other.openResults(folder_->path());
        QCOMPARE(other.results()->table()->rowCount(), 6);
        QCOMPARE(reportsIn(folder_->path()), QStringList{QStringLiteral("demo")});

        // A damaged file is told, and shows nothing.
        QFile file(folder_->filePath(QStringLiteral("demo.json")));
        QVERIFY(file.resize(file.size() / 2));
        other.openResults(folder_->path());
        QCOMPARE(other.results()->table()->rowCount(), 0);
        conditions = other.results()->findChild<QLabel*>();
        QVERIFY2(conditions->text().contains(QStringLiteral("demo.json: expected the results of a study")),
                 qPrintable(conditions->text()));
    }

    void cancelKeepsFinishedRunsAndTheNextRunGoesOn() {
        window_->select(QStringLiteral("fig2a")); // five runs
        StudySession* session = window_->session();
        QSignalSpy progress(session, &StudySession::progressChanged);
        QSignalSpy cancelled(session, &StudySession::cancelled);
        QSignalSpy finished(session, &StudySession::finished);
        // One run at a time, so that a cancelled study leaves some undone.
        StudyOrder order = window_->order();
        order.jobs = 1;
        session->run(order);
        QTRY_VERIFY_WITH_TIMEOUT(progress.count() > 0, patience_ms);
        window_->cancel();
        QVERIFY(window_->status().contains(QStringLiteral("Cancelling")));
        QTRY_VERIFY_WITH_TIMEOUT(cancelled.count() == 1, patience_ms);
        QVERIFY(!session->isRunning());
        QVERIFY(window_->status().contains(QStringLiteral("kept")));
        const int kept = progress.last()[0].toInt();
        QVERIFY(kept < 5);

        progress.clear();
        session->run(order);
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() == 1, patience_ms);
        QCOMPARE(progress.first()[0].toInt(), kept);
        QCOMPARE(window_->results()->chartCount(), 1);
    }

    void closingWhileRunningCancels() {
        window_->select(QStringLiteral("fig2a"));
        window_->show();
        window_->run();
        QSignalSpy cancelled(window_->session(), &StudySession::cancelled);
        QSignalSpy finished(window_->session(), &StudySession::finished);
        window_->close();
        QVERIFY(window_->isHidden());
        QTRY_VERIFY_WITH_TIMEOUT(cancelled.count() + finished.count() == 1, patience_ms);
        window_->run();
        window_.reset(); // the destructor waits for the runs under way
    }

    void faultsAreToldInWords() {
        ExperimentSpec spec = cheapSpec();
        spec.data_dir = "/there/is/no/such/folder";
        window_->setSpec(spec);
        QSignalSpy failed(window_->session(), &StudySession::failed);
        window_->run();
        QTRY_VERIFY_WITH_TIMEOUT(failed.count() == 1, patience_ms);
        QVERIFY(window_->status().contains(QStringLiteral("/there/is/no/such/folder")));
        window_->openResults(folder_->filePath(QStringLiteral("empty")));
        QVERIFY(window_->status().contains(QStringLiteral("no results")));
    }

    void cleanup() { window_.reset(); }

  private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<StudyWindow> window_;
};

QTEST_MAIN(TestUiStudy)
#include "test_ui_study.moc"
