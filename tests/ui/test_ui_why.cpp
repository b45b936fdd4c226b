#include "tests/ui/scene_maker.h"
#include "ui/view/why_view.h"

#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace lab;

/// The account of a run in words: its numbers are the records'.
class TestUiWhy : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tellsWhatTookOver() {
        const SceneMaker maker(40);
        WhyView view;
        view.resize(700, 400);
        view.show();
        view.showScene(maker.scene(40));
        const QString first = view.textOf(0), second = view.textOf(1);
        // Lane 0 says class 0 from step 21 on; the stream is at class 1 just before.
        QVERIFY2(first.contains("100 % of the pictures of other classes class 0 with a long name"),
                 qPrintable(first));
        QVERIFY2(first.contains("since step 21") && first.contains("were mostly class 1 with a long name"),
                 qPrintable(first));
        QVERIFY2(second.contains("has not collapsed in 40 steps"), qPrintable(second));
        QVERIFY(!second.contains("since step"));
        QSignalSpy picked(&view, &WhyView::stepPicked);
        for (QToolButton* button : view.findChildren<QToolButton*>())
            if (button->isVisible())
                button->click();
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toInt(), 21);
    }
    void followsTheStepInView() {
        const SceneMaker maker(40);
        WhyView view;
        view.showScene(maker.scene(15));
        QVERIFY(view.textOf(0).contains("has not collapsed in 15 steps"));
        QVERIFY(!view.textOf(0).contains("since step"));
        view.showScene(maker.scene(0));
        QVERIFY(view.textOf(0).isEmpty());
    }
    void saysOfALossOnlyWhatIsKnown() {
        const SceneMaker maker(40);
        WhyView view;
        view.showScene(maker.scene(40));
        QVERIFY(!view.textOf(0).contains("entropy alone")); // the scene does not tell the recipes
        Recording recording;
        recording.spec.lanes = {make_lane("tent"), make_lane("zerosiam")};
        Scene scene = maker.scene(40);
        scene.recording = &recording;
        view.showScene(scene);
        QVERIFY(view.textOf(0).contains("entropy alone"));
        QVERIFY(view.textOf(1).contains("Its predictor is at a distance of"));
        recording.spec.lanes = {make_lane("no_adaptation"), make_lane("zerosiam")};
        view.showScene(scene);
        QVERIFY(view.textOf(0).contains("It learns nothing"));
    }
};

QTEST_MAIN(TestUiWhy)
#include "test_ui_why.moc"
