#include "tests/ui/quick_experiment.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/lane_editor.h"
#include "ui/dialog/recipe_form.h"
#include "ui/dialog/recipe_picker.h"
#include "ui/panel/lane_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/time_chart.h"
#include "ui/session/run_session.h"
#include "ui/text/recipe_labels.h"
#include "ui/view/field_control.h"
#include "ui/view/message_strip.h"
#include "ui/view/recipe_switches.h"
#include "ui/window/lane_controller.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lab;

namespace {

constexpr int patience_ms = 120000;

} // namespace

class TestUiLanes : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    void press(const char* command) { probe().action(QString::fromLatin1(command))->trigger(); }
    TimeChart* accuracy() { return probe().find<ChartBoard>()->chart(ChartBoard::accuracy); }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        window_ = std::make_unique<MainWindow>(folder_->path());
        probe().session()->setSpec(quickExperiment());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    void cleanup() { window_.reset(); }

    void lanesComeAndGo() {
        Q_EMIT probe().find<LanePanel>()->addRequested();
        QVERIFY(probe().find<RecipePicker>());
        probe().find<RecipePicker>()->select(QStringLiteral("eata"));
        probe().find<RecipePicker>()->accept();
        QCOMPARE(probe().session()->spec().lanes.back().method, std::string("eata"));
        QVERIFY(probe().session()->spec().lanes.back().recipe == make_lane("eata", "resnet-gn", 16).recipe);
        QCOMPARE(probe().find<LanePanel>()->count(), 4);
        QCOMPARE(probe().session()->spec().lanes.size(), std::size_t(4));
        Q_EMIT probe().find<LanePanel>()->removeRequested(0);
        QTRY_COMPARE(probe().find<LanePanel>()->count(), 3);
        QCOMPARE(probe().session()->spec().lanes[0].method, std::string("zerosiam"));
    }

    void methodsAreExchangedWhenNoRunIsUnderWay() {
        Q_EMIT probe().find<LanePanel>()->methodRequested(0);
        probe().find<RecipePicker>()->select(QStringLiteral("zerosiam"));
        probe().find<RecipePicker>()->accept();
        QCOMPARE(probe().session()->spec().lanes[0].method, std::string("zerosiam"));
        QCOMPARE(probe().session()->spec().lanes[0].name, std::string("ZeroSiam 2"));
        press("run.step");
        QVERIFY(!probe().find<LanePanel>()->card(0)->methodButton()->isEnabled());
        QVERIFY(probe().find<LanePanel>()->card(0)->editButton()->isEnabled());
        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

    void blocksAreEditedDuringARun() {
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 1, patience_ms);
        probe().find<LaneController>()->editLane(1);
        LaneEditor* editor = probe().find<LaneEditor>();
        editor->form()->control("objective")->choose("come");
        QTRY_COMPARE(editor->note(), QStringLiteral("objective COME from step 2 on"));
        QCOMPARE(probe().find<LanePanel>()->card(1)->note(), editor->note());
        QCOMPARE(probe().find<LanePanel>()->card(1)->switches()->recipe().objective, ObjectiveKind::come);
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(accuracy()->marks().size(), 1, patience_ms);
        QCOMPARE(accuracy()->marks().first().text, QStringLiteral("ZeroSiam, objective COME"));

        // A switch on the card shows in the editor.
        const RecipeSwitches* switches = probe().find<LanePanel>()->card(1)->switches();
        switches->control("alignment.stop_gradient")->tick()->setChecked(false);
        QTRY_VERIFY(!editor->form()->recipe().alignment.stop_gradient);
        QCOMPARE(editor->form()->recipe().objective, ObjectiveKind::come);

        editor->onCollapse()->setCurrentIndex(
            static_cast<int>(collapseActions().indexOf(CollapseAction::stop)));
        QCOMPARE(probe().session()->spec().lanes[1].on_collapse, CollapseAction::stop);
        QVERIFY(probe().session()->hasPendingSetup());
        QVERIFY(editor->note().contains(QStringLiteral("next run")));
        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

    void batchSizeOneScalesDefaultRatesAndSaysSo() {
        ExperimentSpec spec = probe().find<SetupPanel>()->spec();
        spec.stream.batch_size = 1;
        Q_EMIT probe().find<SetupPanel>()->specEdited(spec);
        QVERIFY(
            probe().find<MessageStrip>()->text().contains(QStringLiteral("rates scaled for batch size 1")));
        QVERIFY(probe().session()->spec().lanes[1].recipe == make_lane("zerosiam", "resnet-gn", 1).recipe);
        QCOMPARE(probe().find<LanePanel>()->card(1)->switches()->recipe().optimiser.rate,
                 make_lane("zerosiam", "resnet-gn", 1).recipe.optimiser.rate);
    }

    void ratesOfARunUnderWayWaitForTheNext() {
        press("run.step");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 1, patience_ms);
        ExperimentSpec spec = probe().find<SetupPanel>()->spec();
        spec.stream.batch_size = 1;
        Q_EMIT probe().find<SetupPanel>()->specEdited(spec);
        QVERIFY(probe().session()->spec().lanes[0].recipe == make_lane("tent").recipe);
        press("run.restart");
        QVERIFY(probe().session()->spec().lanes[0].recipe == make_lane("tent", "resnet-gn", 1).recipe);
        QVERIFY(
            probe().find<MessageStrip>()->text().contains(QStringLiteral("rates scaled for batch size 1")));
        press("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

  private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestUiLanes)
#include "test_ui_lanes.moc"
