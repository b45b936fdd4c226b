#include "core/catalogue/catalog.h"
#include "core/catalogue/preset.h"
#include "tests/recipe/dummy_field.h"
#include "ui/dialog/lane_editor.h"
#include "ui/dialog/recipe_form.h"
#include "ui/dialog/recipe_picker.h"
#include "ui/dialog/schedule_dialog.h"
#include "ui/panel/scenario_field.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/lane_rates.h"
#include "ui/session/spec_history.h"
#include "ui/style/lane_style.h"
#include "ui/style/log_slider.h"
#include "ui/text/recipe_labels.h"
#include "ui/view/field_control.h"
#include "ui/view/recipe_diagram.h"
#include "ui/view/recipe_switches.h"
#include "ui/window/lane_controller.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace lab;

class TestUiDialog : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void pickerExplainsAndChooses() {
        auto* picker = new RecipePicker(QStringLiteral("Add a lane"), QStringLiteral("Add lane"),
                                        QStringLiteral("tent"), "resnet-gn", 64);
        QSignalSpy chosen(picker, &RecipePicker::chosen);
        for (const Choice& choice : method_choices()) {
            picker->select(QString::fromStdString(choice.id));
            QCOMPARE(picker->explanation(), QString::fromStdString(choice.tip));
            QVERIFY(picker->diagram()->recipe() == make_lane(choice.id).recipe);
        }
        picker->select(QStringLiteral("sar"));
        picker->open();
        picker->accept();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("sar"));
    }

    void pickerRatesSuitTheBatchSize() {
        const RecipePicker picker({}, {}, QStringLiteral("zerosiam"), "resnet-gn", 1);
        QVERIFY(picker.diagram()->recipe().optimiser.rate < make_lane("zerosiam").recipe.optimiser.rate);
    }

    void diagramNamesTheBlocksInUse() {
        RecipeDiagram diagram;
        diagram.setRecipe(make_lane("sar").recipe);
        QVERIFY(diagram.describe().contains(QStringLiteral("Optimiser: SAM")));
        QVERIFY(diagram.describe().contains(QStringLiteral("Recovery")));
        QVERIFY(!diagram.describe().contains(QStringLiteral("Alignment")));
        diagram.setRecipe(make_lane("no_adaptation").recipe);
        QCOMPARE(diagram.describe(), QStringLiteral("No block is in use."));
        // In use is drawn darker than not in use.
        const auto darkness = [&](const char* method) {
            diagram.setRecipe(make_lane(method).recipe);
            diagram.resize(diagram.sizeHint());
            const QImage picture = diagram.grab().toImage();
            qint64 sum = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    sum += 255 - qGray(picture.pixel(x, y));
            return sum;
        };
        QVERIFY(darkness("no_adaptation") < darkness("tent"));
        QVERIFY(darkness("tent") < darkness("zerosiam"));
    }

    void formShowsEveryFieldAndGivesItBack() {
        RecipeForm form;
        QSignalSpy changes(&form, &RecipeForm::recipeChanged);
        for (const Choice& choice : method_choices()) {
            const Recipe recipe = make_lane(choice.id, "vit", 1).recipe;
            form.setRecipe(recipe);
            QVERIFY2(form.recipe() == recipe, choice.id.c_str());
        }
        QCOMPARE(changes.count(), 0);
        // Reading all fields back changes none but the touched one.
        Recipe odd = make_lane("zerosiam_deyo", "vit", 1).recipe;
        odd.selection = {SelectionKind::entropy_plpd, 0.51, 0.41, 0.31, 0.21};
        odd.regulariser.fisher_alpha = 12;
        odd.optimiser = {OptimiserKind::sam, 0.00012345, 0.054321, 0.85, 0.07};
        odd.recovery = {true, 0.3};
        odd.reference_quirks = true;
        form.setRecipe(odd);
        QLineEdit* frozen = form.control("frozen_prefixes")->texts();
        frozen->setText(QStringLiteral("layer3 ,  norm,"));
        Q_EMIT frozen->editingFinished();
        odd.frozen_prefixes = {"layer3", "norm"};
        QCOMPARE(changes.count(), 1);
        QVERIFY(form.recipe() == odd);
    }

    /// A knob is a row of the table: form, card, words and undo know it from there.
    void aRowIsAllThatAFieldNeeds() {
        const ExtraRecipeField extra(dummy_field());
        RecipeForm form;
        FieldControl* dummy = form.control("selection.dummy");
        QVERIFY(dummy != nullptr && dummy->widget()->accessibleName() == QStringLiteral("Dummy"));
        const Recipe tent = make_lane("tent").recipe, eta = make_lane("eta").recipe;
        form.setRecipe(tent);
        QVERIFY(!dummy->widget()->isEnabled());
        form.setRecipe(eta);
        QVERIFY(dummy->widget()->isEnabled());
        QSignalSpy changes(&form, &RecipeForm::recipeChanged);
        dummy->slider()->slider()->setValue(SliderMapping::positions / 2);
        QCOMPARE(changes.count(), 1);
        Recipe expected = eta;
        set_recipe_field(expected, "selection.dummy", 5.0);
        QVERIFY(form.recipe() == expected);
        QVERIFY(describeChange(eta, form.recipe()).endsWith(QStringLiteral("dummy 5")));
        QCOMPARE(fieldTitle(QStringLiteral("lanes[1].recipe.selection.dummy")), QStringLiteral("Dummy"));
        RecipeSwitches switches(eta, QStringLiteral("ETA"));
        QVERIFY(switches.control("selection.dummy") != nullptr);
        QVERIFY(switches.setShown(QStringList{QStringLiteral("dummy")}));
        QVERIFY(!switches.setShown(QStringList{QStringLiteral("seed")}));
    }

    void whatHasOneChoiceIsNotOffered() {
        const RecipeForm form;
        for (const RecipeField& field : recipe_fields())
            QVERIFY2((form.control(field.path.c_str()) != nullptr) ==
                         (field.access.choices.size() != 1 && !field.language),
                     field.path.c_str());
    }

    void editorTellsOneChangeInWords() {
        LaneEditor editor;
        editor.setLane(1, make_lane("tent"), QStringLiteral("Tent"));
        QSignalSpy changes(&editor, &LaneEditor::recipeChanged);
        editor.form()->control("objective")->choose("come");
        editor.form()->control("optimiser.kind")->choose("sam");
        QVERIFY(changes.wait(2000));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first()[0].toInt(), 1);
        QCOMPARE(changes.first()[2].toString(),
                 QStringLiteral("objective COME, optimiser SAM, sharpness-aware"));
        const auto recipe = changes.first()[1].value<Recipe>();
        QCOMPARE(recipe.objective, ObjectiveKind::come);
        QVERIFY(editor.diagram()->recipe() == recipe);
    }

    void policiesWaitForTheNextRunAndSaySo() {
        LaneEditor editor;
        editor.setLane(0, make_lane("tent"), QStringLiteral("Tent"));
        QSignalSpy changes(&editor, &LaneEditor::policyChanged);
        editor.onCollapse()->setCurrentIndex(
            static_cast<int>(collapseActions().indexOf(CollapseAction::reset)));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first()[2].value<CollapseAction>(), CollapseAction::reset);
        QVERIFY(editor.note().contains(QStringLiteral("next run")));
    }

    void scheduleThereAndBack() {
        const std::vector<Segment> wanted = {
            {{CorruptionKind::fog, 3}, 700},
            {{CorruptionKind::none, 1}, 50},
            {{CorruptionKind::jpeg_compression, 5, CorruptionTable::size32}, 64}};
        auto* dialog = new ScheduleDialog(wanted);
        QVERIFY(dialog->segments() == wanted);
        QSignalSpy chosen(dialog, &ScheduleDialog::chosen);
        dialog->addSegment({{CorruptionKind::snow, 2}, 10});
        QCOMPARE(dialog->segments().size(), std::size_t(4));
        QCOMPARE(dialog->segments().back().corruption.kind, CorruptionKind::snow);
        dialog->removeSegment(0);
        QCOMPARE(dialog->segments().front().images, std::int64_t(50));
        dialog->removeSegment(0);
        dialog->removeSegment(0);
        dialog->removeSegment(0);
        QCOMPARE(dialog->segments().size(), std::size_t(1)); // never empty
        dialog->open();
        dialog->accept();
        QCOMPARE(chosen.count(), 1);
    }

    void scenarioAsksForWhatItNeeds() {
        SetupPanel panel;
        QSignalSpy edits(&panel, &SetupPanel::specEdited);
        ExperimentSpec spec = default_experiment();
        spec.stream.scenario = ScenarioKind::noise_first;
        panel.setSpec(spec);
        ScenarioField* field = panel.scenarioField();
        QVERIFY(field->noiseBatches()->isVisibleTo(&panel));
        field->noiseBatches()->setValue(40);
        QCOMPARE(panel.spec().stream.noise_batches, 40);

        spec.stream.scenario = ScenarioKind::blind_spot;
        panel.setSpec(spec);
        QVERIFY(field->blindSpotTop()->isVisibleTo(&panel));
        field->blindSpotTop()->setCurrentIndex(1);
        QCOMPARE(panel.spec().stream.blind_spot_top, 5);

        spec.stream.scenario = ScenarioKind::custom;
        panel.setSpec(spec);
        QVERIFY(field->schedule()->isVisibleTo(&panel));
        panel.setSegments({{{CorruptionKind::fog, 2}, 100}});
        QCOMPARE(panel.spec().stream.segments.size(), std::size_t(1));
        QCOMPARE(edits.count(), 3);
    }

    void choosingTheOwnScheduleMakesAValidOne() {
        SetupPanel panel;
        panel.setSpec(default_experiment());
        for (QComboBox* box : panel.findChildren<QComboBox*>())
            if (box->accessibleName() == QStringLiteral("Scenario"))
                box->setCurrentIndex(box->findData(QStringLiteral("custom")));
        QCOMPARE(panel.spec().stream.scenario, ScenarioKind::custom);
        validate(panel.spec());
    }

    void presetsAreValidDistinctAndShown() {
        SetupPanel panel;
        QComboBox* box = nullptr;
        for (QComboBox* candidate : panel.findChildren<QComboBox*>())
            if (candidate->accessibleName() == QStringLiteral("Preset"))
                box = candidate;
        QVERIFY(box);
        QStringList ids;
        for (const Choice& choice : preset_choices()) {
            const ExperimentSpec spec = preset_experiment(choice.id);
            validate(spec);
            QVERIFY2(spec.lanes.size() >= 2 && spec.lanes.size() <= 6, choice.id.c_str());
            QVERIFY(!choice.title.empty() && !choice.tip.empty());
            panel.setSpec(spec);
            QCOMPARE(box->currentData().toString(), QString::fromStdString(choice.id));
            const auto styles = laneStyles(spec.lanes);
            for (std::size_t i = 0; i < styles.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY2(styles[i].name != styles[j].name, choice.id.c_str());
            ids.append(QString::fromStdString(choice.id));
        }
        for (const char* id :
             {"fig2a", "fig2bcd", "fig3", "fig4", "label-shift", "mixed", "bs1", "blind-spot",
              "ablation-predictor", "ablation-divergence", "ablation-objective", "plug-in"})
            QVERIFY2(ids.contains(QString::fromLatin1(id)), id);
    }

    void ratesFollowTheBatchSizeUnlessEdited() {
        ExperimentSpec spec = default_experiment();
        const RateBasis before = rateBasis(spec);
        spec.lanes[1].recipe.optimiser.rate = 0.123;
        spec.stream.batch_size = 1;
        const QString sentence = suitRates(spec, before);
        QCOMPARE(sentence, QStringLiteral("Tent: rates scaled for batch size 1, as published."));
        QVERIFY(spec.lanes[0].recipe == make_lane("tent", spec.model, 1).recipe);
        QCOMPARE(spec.lanes[1].recipe.optimiser.rate, 0.123);
        const RateBasis single = rateBasis(spec);
        spec.stream.batch_size = 32;
        QVERIFY(!suitRates(spec, single).isEmpty());
        QVERIFY(spec.lanes[0].recipe == make_lane("tent", spec.model, 32).recipe);
        spec.stream.batch_size = 64;
        QVERIFY(suitRates(spec, {spec.model, 32}).isEmpty());
    }

    void secondLanesOfAMethodGetNumbers() {
        ExperimentSpec spec = default_experiment();
        spec.lanes.push_back(newLane(spec, QStringLiteral("zerosiam")));
        spec.lanes.push_back(newLane(spec, QStringLiteral("zerosiam")));
        QCOMPARE(spec.lanes[3].name, std::string("ZeroSiam 2"));
        QCOMPARE(spec.lanes[4].name, std::string("ZeroSiam 3"));
        const auto styles = laneStyles(spec.lanes);
        QVERIFY(styles[1].color != styles[3].color && styles[3].color != styles[4].color);
    }
};

QTEST_MAIN(TestUiDialog)
#include "test_ui_dialog.moc"
