#include "tests/ui/quick_experiment.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/data_window.h"
#include "ui/panel/hint_card.h"
#include "ui/panel/lane_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/time_chart.h"
#include "ui/session/run_session.h"
#include "ui/view/field_control.h"
#include "ui/view/image_strip.h"
#include "ui/view/message_strip.h"
#include "ui/view/recipe_switches.h"
#include "ui/view/status_strip.h"
#include "ui/window/data_controller.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lab;

namespace {

constexpr int patience_ms = 120000;

} // namespace

class TestUiWindow : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    void press(const char* command) { probe().action(QString::fromLatin1(command))->trigger(); }
    bool isOffered(const char* command) { return probe().action(QString::fromLatin1(command))->isEnabled(); }
    TimeChart* accuracy() { return probe().find<ChartBoard>()->chart(ChartBoard::accuracy); }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        window_ = std::make_unique<MainWindow>(folder_->path(), FileDialogs{answer, answer, answer});
        probe().session()->setSpec(quickExperiment());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    void cleanup() { window_.reset(); }

    void firstStartOffersTheDefaultExperiment() {
        const MainWindow fresh(folder_->path());
        QVERIFY(WindowProbe(&fresh).session()->spec() == default_experiment());
        QVERIFY(isOffered("run.start"));
        QVERIFY(!isOffered("run.pause"));
        QVERIFY(!isOffered("run.stop"));
        QCOMPARE(probe().find<LanePanel>()->count(), 3);
        QVERIFY(probe().find<StatusStrip>()->text().contains(QStringLiteral("Press Run")));
        QVERIFY(!probe().find<SetupPanel>()->hint()->hint().isEmpty());
    }

    void everythingFitsOnASmallScreen() {
        QVERIFY2(window_->minimumSizeHint().width() <= 1366,
                 qPrintable(QString::number(window_->minimumSizeHint().width())));
        QVERIFY2(window_->minimumSizeHint().height() <= 700,
                 qPrintable(QString::number(window_->minimumSizeHint().height())));
    }

    void commandsAreUniqueAndExplained() {
        QSet<QString> ids;
        QSet<QString> keys;
        for (const Command& command : probe().commands().commands()) {
            if (command.action->isSeparator())
                continue;
            QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
            ids.insert(command.id);
            const QString key = command.action->shortcut().toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key));
            keys.insert(key);
            QVERIFY2(!command.action->toolTip().isEmpty(), qPrintable(command.id));
            QVERIFY2(!command.action->text().isEmpty(), qPrintable(command.id));
        }
        QVERIFY(ids.contains(QStringLiteral("run.start")));
    }

    void runDrawsItsWayToTheEnd() {
        press("run.start");
        QCOMPARE(probe().session()->state(), RunState::loading);
        QVERIFY(!isOffered("run.start"));
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        QCOMPARE(probe().session()->recording().records.size(), std::size_t(18));
        for (int lane = 0; lane < 3; ++lane)
            QCOMPARE(accuracy()->shownPoints(lane).size(), 6);
        QVERIFY(probe().find<ImageStrip>()->describe(0).contains(QStringLiteral("ZeroSiam")));
        QVERIFY(probe().find<StatusStrip>()->text().contains(QStringLiteral("Finished")));
        QVERIFY(isOffered("run.restart"));

        probe().action(QStringLiteral("view.running"))->setChecked(true);
        const StepRecord& last = probe().session()->recording().records.back();
        QCOMPARE(accuracy()->shownPoints(last.lane).last().y(), 100 * last.accuracy_running);
    }

    void aSwitchAnswersAtOnceAndIsMarked() {
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 1, patience_ms);
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::paused, patience_ms);
        LaneCard* card = probe().find<LanePanel>()->card(1);
        card->switches()->control("alignment.stop_gradient")->tick()->setChecked(false);
        QTRY_COMPARE(card->note(), QStringLiteral("stop-gradient off from step 2 on"));
        QVERIFY(accuracy()->marks().isEmpty());
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(accuracy()->marks().size(), 1, patience_ms);
        QCOMPARE(accuracy()->marks().first().step, 2);
        QCOMPARE(accuracy()->marks().first().lane, 1);
        QVERIFY(accuracy()->marks().first().text.contains(QStringLiteral("stop-gradient off")));
        QVERIFY(!probe().session()->spec().lanes[1].recipe.alignment.stop_gradient);

        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
        QVERIFY(probe().find<StatusStrip>()->text().contains(QStringLiteral("Stopped")));
    }

    void restartRepeatsTheRun() {
        press("run.start");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        const Recording first = probe().session()->recording();
        press("run.restart");
        QVERIFY(probe().session()->recording().records.empty());
        QVERIFY(accuracy()->shownPoints(0).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        const Recording& second = probe().session()->recording();
        QCOMPARE(second.records.size(), first.records.size());
        for (std::size_t i = 0; i < first.records.size(); ++i)
            QCOMPARE(second.records[i].logit_norm, first.records[i].logit_norm);
    }

    void aSetUpChangedDuringARunWaits() {
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 1, patience_ms);
        ExperimentSpec spec = probe().session()->spec();
        spec.stream.seed = 5;
        probe().session()->setSpec(spec);
        QVERIFY(probe().session()->hasPendingSetup());
        QCOMPARE(accuracy()->shownPoints(0).size(), 1);
        press("run.restart");
        QVERIFY(!probe().session()->hasPendingSetup());
        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

    void aBadSpecificationIsExplainedInTheStrip() {
        ExperimentSpec spec = quickExperiment();
        spec.stream.batch_size = 0;
        probe().session()->setSpec(spec);
        // The set-up panel shows the nearest value; the session still holds what the file said.
        press("run.start");
        QVERIFY(!probe().find<MessageStrip>()->text().isEmpty());
        QCOMPARE(probe().session()->state(), RunState::idle);
        probe().session()->setSpec(quickExperiment());
        press("run.step");
        QVERIFY(probe().find<MessageStrip>()->text().isEmpty());
        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

    void dataThatIsNotThereFailsInWords() {
        ExperimentSpec spec = quickExperiment();
        spec.data_dir = "/there/is/no/such/folder";
        probe().session()->setSpec(spec);
        press("run.start");
        QTRY_VERIFY_WITH_TIMEOUT(!probe().find<MessageStrip>()->text().isEmpty(), patience_ms);
        QTRY_VERIFY_WITH_TIMEOUT(isOffered("run.start"), patience_ms);
    }

    void segmentsAreMarkedByName() {
        ExperimentSpec spec = quickExperiment();
        spec.stream.scenario = ScenarioKind::custom;
        spec.stream.segments = {{{CorruptionKind::fog, 3}, 32}, {{CorruptionKind::snow, 3}, 32}};
        probe().session()->setSpec(spec);
        press("run.start");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        QCOMPARE(accuracy()->marks().size(), 1);
        QCOMPARE(accuracy()->marks().first().kind, MarkKind::segment);
        QCOMPARE(accuracy()->marks().first().text, QStringLiteral("Snow"));
    }

    void aFinishedRunKeepsItsChartsWhileTheSetUpChanges() {
        press("run.start");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        ExperimentSpec spec = probe().find<SetupPanel>()->spec();
        spec.stream.seed = 9;
        Q_EMIT probe().find<SetupPanel>()->specEdited(spec);
        QCOMPARE(accuracy()->shownPoints(0).size(), 6);
    }

    void missingDataHasAButtonThatMendsIt() {
        ExperimentSpec spec = quickExperiment();
        QVERIFY(probe().find<SetupPanel>()->dataButton()->isHidden());
        spec.data_dir = "/there/is/no/such/folder";
        probe().session()->setSpec(spec);
        QTRY_VERIFY(!probe().find<SetupPanel>()->dataButton()->isHidden());
        if (!QFile::exists(QStringLiteral("/usr/share/datasets/fashion-mnist")))
            QSKIP("Fashion-MNIST is not in its usual place");
        probe().find<SetupPanel>()->dataButton()->click();
        DataWindow* sets = probe().find<DataWindow>();
        QCOMPARE(sets->selected(), QStringLiteral("fashion-mnist"));
        QTRY_VERIFY(sets->useButton()->isEnabled());
        sets->useButton()->click();
        QVERIFY(probe().session()->spec().data_dir.empty());
        QTRY_VERIFY(probe().find<SetupPanel>()->dataButton()->isHidden());
    }

    void filesAreWrittenAndRead() {
        answer_ = folder_->filePath(QStringLiteral("experiment.json"));
        press("file.save");
        QVERIFY(QFile::exists(answer_));
        const ExperimentSpec saved = probe().session()->spec();
        probe().session()->setSpec(default_experiment());
        press("file.open");
        QVERIFY(probe().session()->spec() == saved);

        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 1, patience_ms);
        answer_ = folder_->filePath(QStringLiteral("records.csv"));
        press("file.records");
        QVERIFY(QFile(answer_).size() > 100);
        answer_ = folder_->filePath(QStringLiteral("window.png"));
        press("file.picture");
        QVERIFY(QImage(answer_).width() >= 800);

        answer_ = folder_->filePath(QStringLiteral("not-there.json"));
        press("file.open");
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("not-there.json")));
    }

    void presentationHidesTheSetUp() {
        QAction* present = probe().action(QStringLiteral("view.presentation"));
        present->trigger();
        QVERIFY(probe().find<SetupPanel>()->isHidden());
        present->trigger();
        QVERIFY(!probe().find<SetupPanel>()->isHidden());
    }

  private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
    QString answer_;
};

QTEST_MAIN(TestUiWindow)
#include "test_ui_window.moc"
