#include "tests/ui/quick_experiment.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/fork_dialog.h"
#include "ui/panel/lane_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/time_bar.h"
#include "ui/panel/time_line.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/loss_board.h"
#include "ui/plot/time_chart.h"
#include "ui/session/run_session.h"
#include "ui/view/class_river.h"
#include "ui/view/confusion_view.h"
#include "ui/view/feature_map.h"
#include "ui/view/field_control.h"
#include "ui/view/image_board.h"
#include "ui/view/image_strip.h"
#include "ui/view/message_strip.h"
#include "ui/view/predictor_map.h"
#include "ui/view/recipe_switches.h"
#include "ui/view/step_view.h"
#include "ui/view/view_deck.h"
#include "ui/window/main_window.h"
#include "ui/window/view_controller.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <optional>

using namespace lab;

namespace {

constexpr int patience_ms = 120000;

} // namespace

class TestUiTime : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    void press(const char* command) { probe().action(QString::fromLatin1(command))->trigger(); }
    bool isOffered(const char* command) { return probe().action(QString::fromLatin1(command))->isEnabled(); }
    ViewController* views() { return probe().find<ViewController>(); }
    StepCursor* cursor() { return views()->cursor(); }
    void runAll() {
        press("run.start");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
    }
    void runSteps(int steps) {
        for (int step = 1; step <= steps; ++step) {
            press("run.step");
            QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), step, patience_ms);
        }
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::paused, patience_ms);
    }
    std::vector<StepRecord> lane(int index, int after = 0) {
        std::vector<StepRecord> own;
        for (const StepRecord& record : probe().session()->recording().records)
            if (record.lane == index && record.step > after)
                own.push_back(record);
        return own;
    }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        window_ = std::make_unique<MainWindow>(folder_->path());
        probe().session()->setSpec(quickExperiment());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    void cleanup() { window_.reset(); }

    void theCursorFollowsTheRunUntilItIsPut() {
        StepCursor cursor;
        QSignalSpy moves(&cursor, &StepCursor::moved);
        cursor.setStep(3); // nothing to show yet
        QCOMPARE(cursor.step(), 0);
        cursor.setLast(4);
        QCOMPARE(cursor.step(), 4);
        cursor.setStep(2);
        cursor.setLast(9);
        QCOMPARE(cursor.step(), 2);
        QVERIFY(!cursor.isLive());
        cursor.stepBy(-5);
        QCOMPARE(cursor.step(), 1);
        cursor.toLast();
        QCOMPARE(cursor.step(), 9);
        QVERIFY(!cursor.isLive());
        cursor.goLive();
        cursor.setLast(12);
        QCOMPARE(cursor.step(), 12);
        QVERIFY(moves.size() >= 6);
        cursor.clear();
        QCOMPARE(cursor.step(), 0);
        QVERIFY(cursor.isLive());
    }

    void theCursorJumpsBetweenEvents() {
        StepCursor cursor;
        cursor.setLast(50);
        for (const int step : {30, 12, 41})
            cursor.addEvent(step);
        cursor.jumpToEvent(-1);
        QCOMPARE(cursor.step(), 41);
        cursor.jumpToEvent(-1);
        QCOMPARE(cursor.step(), 30);
        cursor.jumpToEvent(1);
        cursor.jumpToEvent(1);
        QCOMPARE(cursor.step(), 50);
        cursor.setStep(12);
        cursor.jumpToEvent(-1);
        QCOMPARE(cursor.step(), 1);
    }

    void playingComesToTheEnd() {
        StepCursor cursor;
        cursor.setLast(30);
        cursor.setStep(3);
        cursor.setSpeed(64);
        QSignalSpy plays(&cursor, &StepCursor::playingChanged);
        cursor.play();
        QVERIFY(cursor.isPlaying());
        QTRY_VERIFY(!cursor.isPlaying());
        QCOMPARE(cursor.step(), 30);
        QVERIFY(cursor.isLive());
        QCOMPARE(plays.size(), 2);
    }

    void theTimeLineObeysMouseAndKeys() {
        StepCursor cursor;
        TimeLine line(&cursor);
        line.resize(400, 28);
        line.setTotalSteps(100);
        cursor.setLast(80);
        line.addMark(40, Qt::red, QStringLiteral("Tent has collapsed"));
        cursor.addEvent(40);
        line.show();
        QTest::mouseClick(&line, Qt::LeftButton, {}, QPoint(int(line.xOf(25)), 14));
        QCOMPARE(cursor.step(), line.stepAt(int(line.xOf(25))));
        QVERIFY(std::abs(cursor.step() - 25) <= 1);
        QTest::mouseClick(&line, Qt::LeftButton, {}, QPoint(399, 14)); // beyond what is recorded
        QCOMPARE(cursor.step(), 80);
        QTest::keyClick(&line, Qt::Key_Left);
        QCOMPARE(cursor.step(), 79);
        QTest::keyClick(&line, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(cursor.step(), 40);
        QTest::keyClick(&line, Qt::Key_Home);
        QCOMPARE(cursor.step(), 1);
        QTest::keyClick(&line, Qt::Key_Right);
        QCOMPARE(cursor.step(), 2);
        QTest::keyClick(&line, Qt::Key_End);
        QCOMPARE(cursor.step(), 80);
        QVERIFY(line.hoverText(int(line.xOf(40))).contains(QStringLiteral("Tent has collapsed")));
        QCOMPARE(line.accessibleDescription(), QStringLiteral("Step 80 of 80 is shown."));
    }

    void aStepThatIsChosenIsShownEverywhere() {
        runAll();
        cursor()->setStep(3);
        for (const ChartBoard::Tile tile : {ChartBoard::accuracy, ChartBoard::predictor})
            QCOMPARE(probe().find<ChartBoard>()->chart(tile)->cursorStep(), 3);
        QCOMPARE(probe().find<LossBoard>()->chart(LossBoard::objective)->cursorStep(), 3);
        QCOMPARE(probe().find<TimeBar>()->stepText(), QStringLiteral("3 / 6"));
        // Numbers on the cards are those of the step, the strip has its pictures.
        QVERIFY(!probe().find<ImageStrip>()->describe(0).isEmpty());
        const BatchDetailPtr detail = probe().session()->details().at(3);
        QVERIFY(detail);
        QVERIFY(probe().find<ImageStrip>()->describe(0).contains(
            QString::fromStdString(probe().session()->recording().info.class_names.at(
                static_cast<std::size_t>(detail->of_lane(1)->predictions[0])))));
        int step = 0;
        for (const QString& page : views()->deck()->ids()) {
            views()->deck()->setCurrent(page);
            cursor()->setStep(step % 6 + 1);
            QCOMPARE(probe().find<TimeBar>()->stepText(), QStringLiteral("%1 / 6").arg(step++ % 6 + 1));
            QVERIFY(!window_->grab().isNull());
        }
        cursor()->goLive();
        QCOMPARE(probe().find<ChartBoard>()->chart(ChartBoard::accuracy)->cursorStep(), 0);
    }

    void aClickOnAChartChoosesTheStep() {
        runAll();
        TimeChart* chart = probe().find<ChartBoard>()->chart(ChartBoard::logit_norm);
        QSignalSpy picks(chart, &TimeChart::stepPicked);
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->viewport()->rect().center());
        QCOMPARE(picks.size(), 1);
        QCOMPARE(cursor()->step(), picks[0][0].toInt());
        QVERIFY(!cursor()->isLive());
    }

    void heatMapAndRecordAgree() {
        runAll();
        views()->deck()->setLane(1);
        views()->deck()->setCurrent(QStringLiteral("predictor"));
        cursor()->setStep(4);
        const StepDetail* detail = probe().session()->details().at(4)->of_lane(1);
        double squares = 0;
        for (const float value : detail->matrix)
            squares += double(value) * double(value);
        const double distance = lane(1, 3).front().predictor_distance;
        QVERIFY(distance > 0 && std::abs(std::sqrt(squares) / distance - 1) < 1e-4);
        QVERIFY(probe().find<PredictorMap>()->canvas()->emptyText().isEmpty());
    }

    void detailsCanBeSwitchedOff() {
        press("view.details");
        runSteps(2);
        QVERIFY(probe().session()->details().empty());
        views()->deck()->setCurrent(QStringLiteral("features")); // a page that needs them asks for them
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 3, patience_ms);
        QCOMPARE(probe().session()->details().steps(), std::vector<int>{3});
        press("view.details");
        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

    void aRunIsDoneAgainAsItWasRecorded() {
        QVERIFY(!isOffered("run.again"));
        runSteps(2);
        const ExperimentSpec begun = probe().session()->spec();
        Recipe off = begun.lanes[1].recipe;
        off.alignment.stop_gradient = false;
        probe().session()->throwSwitch(1, off);
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 3, patience_ms);
        probe().session()->fork({1, 1, begun.lanes[0].recipe, "fork"});
        QTRY_COMPARE_WITH_TIMEOUT(lane(3).size(), std::size_t(2), patience_ms);
        QVERIFY(!isOffered("run.again")); // not before it is over
        press("run.start");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        QVERIFY(isOffered("run.again"));
        const Recording recorded = probe().session()->recording();

        std::optional<RunComparison> comparison;
        connect(probe().session(), &RunSession::ranAgain, this,
                [&](const RunComparison& found) { comparison = found; });
        press("run.again");
        QCOMPARE(probe().session()->spec().lanes.size(), std::size_t(3));
        QVERIFY(probe().session()->spec().lanes[1].recipe == begun.lanes[1].recipe);
        QTRY_VERIFY_WITH_TIMEOUT(comparison.has_value(), patience_ms);
        QVERIFY(!comparison->difference && comparison->parts.empty());
        QCOMPARE(comparison->compared, recorded.records.size());
        QVERIFY(!first_difference(recorded.records, probe().session()->recording().records));
        QCOMPARE(probe().session()->recording().spec.lanes.size(), std::size_t(4));
        QVERIFY(probe().session()->spec().lanes[1].recipe == off); // the cards followed
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("are the same, bit for bit")));
        disconnect(probe().session(), &RunSession::ranAgain, this, nullptr);
    }

    void aForkRunsAlong() {
        QVERIFY(!isOffered("run.fork"));
        runSteps(3);
        QVERIFY(isOffered("run.fork"));
        cursor()->setStep(2);
        press("run.fork");
        ForkDialog* dialog = probe().find<ForkDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->step()->value(), 2);
        dialog->lane()->setCurrentIndex(1);
        QVERIFY(dialog->words().contains(QStringLiteral("digit for digit")));
        dialog->switches()->control("alignment.stop_gradient")->tick()->setChecked(false);
        QVERIFY2(dialog->words().contains(QStringLiteral("From step 3 on: stop-gradient off")),
                 qPrintable(dialog->words()));
        dialog->accept();
        QTRY_COMPARE_WITH_TIMEOUT(probe().find<LanePanel>()->count(), 4, patience_ms);
        QTRY_COMPARE_WITH_TIMEOUT(lane(3).size(), std::size_t(1), patience_ms);
        QCOMPARE(probe().session()->recording().spec.lanes.back().name, std::string("ZeroSiam fork @2"));
        QCOMPARE(lane(3)[0].logit_norm, lane(1, 2)[0].logit_norm);
        QCOMPARE(probe().find<ChartBoard>()->chart(ChartBoard::logit_norm)->marks().last().lane, 3);
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::paused, patience_ms);
        QCOMPARE(probe().find<ChartBoard>()->chart(ChartBoard::logit_norm)->shownPoints(0).size(), 3);
        press("run.start");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        QCOMPARE(lane(3).size(), std::size_t(4));
        QVERIFY(lane(3).back().logit_norm != lane(1).back().logit_norm);
        QVERIFY(!isOffered("run.fork"));
        // The next run begins without it.
        press("run.restart");
        QCOMPARE(probe().session()->spec().lanes.size(), std::size_t(3));
        QCOMPARE(probe().find<LanePanel>()->count(), 3);
        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

    void aForkWithoutAChangeIsItsParent() {
        runSteps(2);
        press("run.fork");
        probe().find<ForkDialog>()->lane()->setCurrentIndex(0);
        probe().find<ForkDialog>()->accept();
        QTRY_COMPARE_WITH_TIMEOUT(probe().find<LanePanel>()->count(), 4, patience_ms);
        press("run.start");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        const auto parent = lane(0, 2), child = lane(3);
        QCOMPARE(child.size(), parent.size());
        for (std::size_t i = 0; i < child.size(); ++i) {
            QCOMPARE(child[i].logit_norm, parent[i].logit_norm);
            QCOMPARE(child[i].loss, parent[i].loss);
            QCOMPARE(child[i].predictions, parent[i].predictions);
        }
    }

    void pagesHaveKeysAndNames() {
        press("page.confusion");
        QCOMPARE(views()->deck()->current(), QStringLiteral("confusion"));
        press("page.step");
        QCOMPARE(views()->deck()->current(), QStringLiteral("step"));
        for (const QToolButton* button : probe().find<TimeBar>()->findChildren<QToolButton*>())
            QVERIFY(!button->accessibleName().isEmpty());
        for (const Canvas* canvas : window_->findChildren<Canvas*>())
            QVERIFY(!canvas->accessibleName().isEmpty());
    }

  private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestUiTime)
#include "test_ui_time.moc"
