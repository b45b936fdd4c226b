#include "core/catalogue/preset.h"
#include "ui/panel/lane_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/spec_history.h"
#include "ui/style/log_slider.h"
#include "ui/style/slider_mapping.h"
#include "ui/text/recipe_labels.h"
#include "ui/text/step_narration.h"
#include "ui/view/field_control.h"
#include "ui/view/recipe_switches.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace lab;

class TestUiPanel : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void logMappingGoesThereAndBack() {
        const SliderMapping rates{1e-5, 1, true, true};
        QCOMPARE(rates.valueAt(0), 0.0);
        QCOMPARE(rates.valueAt(SliderMapping::positions), 1.0);
        QCOMPARE(rates.positionOf(0), 0);
        QCOMPARE(rates.positionOf(1), SliderMapping::positions);
        QCOMPARE(rates.positionOf(7), SliderMapping::positions);
        for (const double value : {1e-4, 0.0025, 0.01, 0.3})
            QVERIFY(std::abs(rates.valueAt(rates.positionOf(value)) / value - 1) < 0.06);
        // A decade is the same way everywhere.
        QCOMPARE(rates.positionOf(1e-3) - rates.positionOf(1e-4),
                 rates.positionOf(1e-1) - rates.positionOf(1e-2));
        double before = -1;
        for (int position = 0; position <= SliderMapping::positions; ++position) {
            QVERIFY(rates.valueAt(position) >= before);
            before = rates.valueAt(position);
        }
    }

    void linearMapping() {
        const SliderMapping momentum{0, 0.99, false, false};
        QCOMPARE(momentum.valueAt(0), 0.0);
        QCOMPARE(momentum.valueAt(SliderMapping::positions), 0.99);
        QVERIFY(std::abs(momentum.valueAt(momentum.positionOf(0.9)) - 0.9) < 0.006);
    }

    void sliderAndFieldAgree() {
        LogSlider slider({1e-5, 1, true, true});
        QSignalSpy changes(&slider, &LogSlider::valueChanged);
        slider.setValue(0.0123);
        QCOMPARE(changes.count(), 0);
        QCOMPARE(slider.value(), 0.0123);
        QCOMPARE(slider.field()->text(), QStringLiteral("0.0123"));
        slider.slider()->setValue(SliderMapping::positions);
        QCOMPARE(slider.value(), 1.0);
        slider.field()->setText(QStringLiteral("0.005"));
        QTest::keyClick(slider.field(), Qt::Key_Return);
        QCOMPARE(slider.value(), 0.005);
        QCOMPARE(changes.count(), 2);
    }

    void changesAreDescribed() {
        Recipe before;
        before.alignment.predictor = PredictorKind::linear;
        Recipe after = before;
        QVERIFY(describeChange(before, after).isEmpty());
        after.alignment.stop_gradient = false;
        QCOMPARE(describeChange(before, after), QStringLiteral("stop-gradient off"));
        after.optimiser.rate = 0.001;
        QCOMPARE(describeChange(before, after), QStringLiteral("stop-gradient off, norm rate 0.001"));
    }

    /// Blocks that files leave out where they are as usual are told by name when they change.
    void undoNamesTheField() {
        const ExperimentSpec before = default_experiment();
        ExperimentSpec after = before;
        after.lanes[1].recipe.trained.kind = TrainedKind::head;
        QCOMPARE(differingFields(before, after), QStringList{QStringLiteral("lanes[1].recipe.trained.kind")});
        QCOMPARE(differingFields(after, before), differingFields(before, after));
        QCOMPARE(fieldTitle(QStringLiteral("lanes[1].recipe.trained.kind")), QStringLiteral("Trained"));
        QCOMPARE(fieldTitle(QStringLiteral("lanes[0].recipe.alignment.stop_gradient")),
                 QStringLiteral("Stop-gradient"));
        QCOMPARE(fieldTitle(QStringLiteral("stream.seed")), QStringLiteral("Seed"));
        QCOMPARE(fieldTitle(QStringLiteral("alignment.alpha")), QStringLiteral("Set-up"));
    }

    void theStepIsToldAsItIsTrained() {
        StepFacts facts;
        facts.recipe = make_lane("tent").recipe;
        facts.record.kept = facts.record.batch_size = 4;
        QVERIFY(
            phaseSentence(StepPhase::backward, facts).contains(QStringLiteral("shifts of the norm layers")));
        facts.recipe.trained.kind = TrainedKind::head;
        const QString backward = phaseSentence(StepPhase::backward, facts);
        QVERIFY2(backward.contains(QStringLiteral("(the head)")) &&
                     !backward.contains(QStringLiteral("norm")),
                 qPrintable(backward));
        QVERIFY(!phaseSentence(StepPhase::update, facts).contains(QStringLiteral("norm layers")));
    }

    void aDraggedSliderIsOneChange() {
        const LaneSpec lane = make_lane("zerosiam");
        LaneCard card(lane, laneStyles({lane})[0]);
        QSignalSpy changes(&card, &LaneCard::recipeChanged);
        for (int position = 100; position < 200; position += 10)
            card.switches()->control("optimiser.rate")->slider()->slider()->setValue(position);
        QCOMPARE(changes.count(), 0);
        QVERIFY(changes.wait(2000));
        QTest::qWait(2 * LaneCard::settle_ms);
        QCOMPARE(changes.count(), 1);
    }

    void switchesThatMeanNothingAreDisabled() {
        const LaneSpec tent = make_lane("tent");
        RecipeSwitches switches(tent.recipe, QStringLiteral("Tent"));
        QVERIFY(!switches.control("alignment.stop_gradient")->tick()->isEnabled());
        QVERIFY(!switches.control("alignment.alpha")->slider()->isEnabled());
        switches.control("alignment.predictor")->choose("linear");
        QVERIFY(switches.control("alignment.stop_gradient")->tick()->isEnabled());
        QCOMPARE(switches.recipe().alignment.predictor, PredictorKind::linear);
        const LaneSpec none = make_lane("no_adaptation");
        QVERIFY(!LaneCard(none, laneStyles({none})[0]).hasSwitches());
    }

    void lanesAreAddedOnlyWhenNoRunIsUnderWay() {
        LanePanel panel;
        const auto lanes = default_experiment().lanes;
        panel.setLanes(lanes, laneStyles(lanes));
        QCOMPARE(panel.count(), 3);
        QSignalSpy added(&panel, &LanePanel::addRequested);
        panel.setRunUnderWay(true);
        for (QAbstractButton* button : panel.findChildren<QAbstractButton*>())
            if (button->accessibleName() == QStringLiteral("Add a lane")) {
                QVERIFY(!button->isEnabled());
                panel.setRunUnderWay(false);
                QTest::mouseClick(button, Qt::LeftButton);
            }
        QCOMPARE(added.count(), 1);
    }

    void setUpRoundTrip() {
        SetupPanel panel;
        QSignalSpy edits(&panel, &SetupPanel::specEdited);
        ExperimentSpec spec = default_experiment();
        spec.stream.batch_size = 33;
        spec.stream.images = 777;
        spec.stream.seed = 12;
        spec.stream.imbalance_ratio = 40;
        spec.stream.corruption.kind = CorruptionKind::fog;
        spec.stream.corruption.severity = 2;
        spec.stream.scenario = ScenarioKind::mild;
        spec.device = "cpu";
        spec.model = "/somewhere/weights.safetensors";
        panel.setSpec(spec);
        QVERIFY(panel.spec() == spec);
        QCOMPARE(edits.count(), 0);

        // Reading the widgets back must change only what is touched.
        for (QSpinBox* box : panel.findChildren<QSpinBox*>())
            if (box->accessibleName() == QStringLiteral("Seed"))
                box->setValue(13);
        spec.stream.seed = 13;
        QCOMPARE(edits.count(), 1);
        QVERIFY(panel.spec() == spec);
    }

    void presetsAreRecognised() {
        SetupPanel panel;
        QComboBox* presets = nullptr;
        for (QComboBox* box : panel.findChildren<QComboBox*>())
            if (box->accessibleName() == QStringLiteral("Preset"))
                presets = box;
        QVERIFY(presets);
        ExperimentSpec spec = default_experiment();
        panel.setSpec(spec);
        QCOMPARE(presets->currentData().toString(), QStringLiteral("default"));
        spec.stream.seed += 99;
        panel.setSpec(spec);
        QCOMPARE(presets->currentIndex(), -1);
    }
};

QTEST_MAIN(TestUiPanel)
#include "test_ui_panel.moc"
