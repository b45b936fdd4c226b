#include "tests/ui/scene_maker.h"
#include "ui/view/class_river.h"
#include "ui/view/confusion_view.h"
#include "ui/view/feature_map.h"
#include "ui/view/image_board.h"
#include "ui/view/predictor_map.h"
#include "ui/view/step_view.h"
#include "ui/view/view_deck.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QWheelEvent>

#include <numeric>
#include <set>

using namespace lab;

namespace {

template <typename Page>
void put(Page& page, const Scene& scene) {
    page.resize(770, 560);
    page.show();
    page.showScene(scene);
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCoreApplication::processEvents();
}

/// Colours that a widget shows, roughly.
std::set<QRgb> coloursOf(QWidget& widget) {
    const QImage picture = widget.grab().toImage();
    std::set<QRgb> found;
    for (int y = 0; y < picture.height(); y += 2)
        for (int x = 0; x < picture.width(); x += 2)
            found.insert(picture.pixel(x, y));
    return found;
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

class TestUiViews : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void riverSharesSumToOneAndFollowTheRecords() {
        const SceneMaker maker;
        ClassRiver page;
        put(page, maker.scene(20));
        const RiverCanvas& river = *page.canvas();
        QCOMPARE(river.rows(), 3);
        for (int row = 0; row < 3; ++row)
            for (int step = 1; step <= 20; ++step)
                QVERIFY(std::abs(sum(river.columnShares(row, river.xOf(step))) - 1) < 1e-9);
        // In the last quarter Tent says class 0, ZeroSiam and the labels class 3.
        QCOMPARE(river.columnShares(1, river.xOf(19))[0], 1.0);
        QCOMPARE(river.columnShares(2, river.xOf(19))[3], 1.0);
        QCOMPARE(river.columnShares(0, river.xOf(19))[3], 1.0);
        const QString words = river.hoverText(QPointF(river.xOf(19), river.rowBox(1).center().y()).toPoint());
        QVERIFY2(words.contains(QStringLiteral("Step 19, Tent")) && words.contains(QStringLiteral("100 %")),
                 qPrintable(words));
        QCOMPARE(river.stepAt(river.xOf(7)), 7);
        QVERIFY(coloursOf(page).contains(classColor(0).rgb()));
    }

    void riverTakesOnlyWhatIsNew() {
        RiverData data;
        data.reset(1, 3);
        StepRecord record;
        record.labels = {0, 1, 2, 2};
        record.predictions = {0, 0, 0, 2};
        for (int step = 1; step <= 3000; ++step) {
            record.step = step;
            data.add(record);
        }
        QVERIFY(data.buckets() <= RiverData::most_buckets);
        QCOMPARE(data.stride(), 8);
        const ClassGroups groups(data.totals());
        for (int bucket = 0; bucket < data.buckets(); ++bucket) {
            QCOMPARE(data.shares(0, bucket, groups), (std::vector<double>{0.75, 0, 0.25}));
            QCOMPARE(data.shares(RiverData::labels, bucket, groups), (std::vector<double>{0.25, 0.25, 0.5}));
        }
        QCOMPARE(data.totals(), (std::vector<std::int64_t>{12000, 3000, 9000}));
    }

    void aThousandClassesBecomeNineAndOther() {
        const SceneMaker maker(40, 1000);
        ClassRiver page;
        put(page, maker.scene(40));
        const ClassGroups& groups = page.canvas()->groups();
        QCOMPARE(groups.size(), 10);
        QVERIFY(groups.hasOther());
        QCOMPARE(groups.classOf(9), -1);
        QVERIFY(std::abs(sum(page.canvas()->columnShares(2, page.canvas()->xOf(30))) - 1) < 1e-9);
        ConfusionView confusion;
        put(confusion, maker.scene(40));
        QCOMPARE(confusion.canvas()->groups().size(), 10);
    }

    void heatMapShowsTheMatrixOfTheStep() {
        const SceneMaker maker;
        PredictorMap page;
        page.setLane(1);
        put(page, maker.scene(20));
        QVERIFY(page.canvas()->emptyText().isEmpty());
        // The norm that is written is the record's.
        QVERIFY2(page.numbers().contains(QStringLiteral("2 after step 20")), qPrintable(page.numbers()));
        QVERIFY(page.numbers().contains(QStringLiteral("(5, 3)")));
        QCOMPARE(page.canvas()->limit(), 2.0);
        HeatCanvas& canvas = *page.canvas();
        QCOMPARE(canvas.hoverText(canvas.cellBox(5, 3).center().toPoint()),
                 QStringLiteral("row 5, column 3: -2"));
        QCOMPARE(canvas.hoverText(canvas.cellBox(0, 15).center().toPoint()),
                 QStringLiteral("row 0, column 15: 0"));
        page.showScene(maker.scene(5));
        QVERIFY(page.numbers().contains(QStringLiteral("0.5 after step 5")));
        QCOMPARE(canvas.limit(), 0.5);
    }

    void heatMapZoomsAtThePointer() {
        const SceneMaker maker;
        PredictorMap page;
        page.setLane(1);
        put(page, maker.scene(20));
        HeatCanvas& canvas = *page.canvas();
        const QPointF at = canvas.cellBox(5, 3).center();
        const double before = canvas.cellBox(5, 3).width();
        QWheelEvent wheel(at, canvas.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &wheel);
        QVERIFY(canvas.zoom() > 1);
        QVERIFY(canvas.cellBox(5, 3).width() > before);
        QVERIFY(canvas.hoverText(at.toPoint()).startsWith(QStringLiteral("row 5, column 3")));
        QTest::keyClick(&canvas, Qt::Key_0);
        QCOMPARE(canvas.zoom(), 1.0);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(canvas.zoom() <= 4.0); // four entries remain
    }

    void predictorPageSaysWhatIsMissing() {
        const SceneMaker maker;
        PredictorMap page;
        put(page, maker.scene(20));
        QCOMPARE(page.lane(), 1); // of its own accord the first lane that has a predictor
        page.setLane(0);          // Tent
        page.showScene(maker.scene(20));
        QVERIFY(page.canvas()->emptyText().contains(QStringLiteral("Tent has no predictor")));
        page.showScene(maker.scene(0));
        QCOMPARE(page.canvas()->emptyText(), QStringLiteral("Press Run."));
        const SceneMaker plain(20, 4, false);
        Scene scene = plain.scene(9);
        page.showScene(scene);
        QVERIFY(page.canvas()->emptyText().contains(QStringLiteral("next step")));
        scene.details_on = false;
        page.showScene(scene);
        QVERIFY(page.canvas()->emptyText().contains(QStringLiteral("Details of steps")));
    }

    void featuresLieWhereTheDetailsSay() {
        const SceneMaker maker;
        FeatureMap page;
        put(page, maker.scene(20));
        const auto& points = page.canvas()->points();
        QCOMPARE(points.size(), std::size_t(2));
        QCOMPARE(points[0].size(), std::size_t(10 * SceneMaker::batch)); // the last ten batches
        const auto newest = std::count_if(points[0].begin(), points[0].end(),
                                          [](const FeatureCanvas::Point& point) { return point.newest; });
        QCOMPARE(newest, SceneMaker::batch);
        // The same features lie at the same place of either panel; larger x is further right.
        const FeatureCanvas::Point& a = points[1].front();
        const FeatureCanvas::Point& b = points[1].back();
        QVERIFY(b.x > a.x);
        QVERIFY(page.canvas()->placeOf(1, b).x() > page.canvas()->placeOf(1, a).x());
        for (int lane = 0; lane < 2; ++lane)
            for (const FeatureCanvas::Point& point : points[std::size_t(lane)])
                QVERIFY(page.canvas()->panelBox(lane).contains(page.canvas()->placeOf(lane, point)));
        const QString words = page.canvas()->hoverText(page.canvas()->placeOf(1, b).toPoint());
        QVERIFY2(words.contains(QStringLiteral("true label: class 3")), qPrintable(words));
        page.window()->setCurrentIndex(0);
        page.showScene(maker.scene(20));
        QCOMPARE(page.canvas()->points()[0].size(), std::size_t(SceneMaker::batch));
    }

    void imagesAreFilteredByRightAndWrong() {
        const SceneMaker maker;
        ImageBoard page;
        put(page, maker.scene(20));
        QCOMPARE(page.grid()->shown().size(), std::size_t(SceneMaker::batch));
        connect(&page, &ViewPage::sceneNeeded, &page, [&] { page.showScene(maker.scene(20)); });
        page.setFilter({true, 1, 0}); // ZeroSiam right, Tent wrong: all of them
        QCOMPARE(page.grid()->shown().size(), std::size_t(SceneMaker::batch));
        page.setFilter({true, 0, 1});
        QVERIFY(page.grid()->shown().empty());
        QCOMPARE(page.grid()->selected(), -1);
        page.setFilter({false, 0, 1});
        QCOMPARE(page.grid()->selected(), 0);
    }

    void anImageHasAHistory() {
        const SceneMaker maker;
        ImageBoard page;
        put(page, maker.scene(20));
        // Even places hold the same picture at every step, odd ones a new one each time.
        QTest::mouseClick(page.grid(), Qt::LeftButton, {}, page.grid()->cellBox(2).center());
        QCOMPARE(page.grid()->selected(), 2);
        QCOMPARE(page.card()->seenAt().size(), std::size_t(20));
        QTest::keyClick(page.grid(), Qt::Key_Right);
        QCOMPARE(page.card()->seenAt(), std::vector<int>{20});
        QVERIFY(page.card()->accessibleDescription().contains(QStringLiteral("0.80")));
        const QString words = page.grid()->hoverText(page.grid()->cellBox(3).center());
        QVERIFY(words.contains(QStringLiteral("✗ Tent")) && words.contains(QStringLiteral("✓ ZeroSiam")));
    }

    void confusionRowsSumToTheLabels() {
        const SceneMaker maker;
        ConfusionView page;
        put(page, maker.scene(20));
        for (int lane = 0; lane < 2; ++lane) {
            const ConfusionCounts& counts = page.canvas()->counts(lane);
            for (int label = 0; label < 4; ++label) {
                std::int64_t row = 0;
                for (int answer = 0; answer < 4; ++answer)
                    row += counts.at(label, answer);
                QCOMPARE(row, std::int64_t(5 * SceneMaker::batch));
            }
        }
        QCOMPARE(page.canvas()->counts(0).at(3, 0), std::int64_t(5 * SceneMaker::batch));
        QCOMPARE(page.canvas()->counts(0).accuracy(), 0.5);
        QCOMPARE(page.canvas()->counts(1).accuracy(), 1.0);
        const QString words = page.canvas()->hoverText(page.canvas()->cellBox(0, 3, 0).center().toPoint());
        QVERIFY2(words.startsWith(QStringLiteral("Tent calls 40 of 40 images of class 3")),
                 qPrintable(words));
    }

    void confusionGoesBackAndForth() {
        const SceneMaker maker;
        ConfusionCounts moved, fresh;
        for (const auto& [first, last] :
             {std::pair{1, 20}, {1, 18}, {5, 12}, {6, 13}, {1, 13}, {20, 20}, {1, 0}}) {
            moved.count(maker.scene(20), 0, first, last);
            fresh = ConfusionCounts();
            fresh.count(maker.scene(20), 0, first, last);
            for (int label = 0; label < 4; ++label)
                for (int answer = 0; answer < 4; ++answer)
                    QCOMPARE(moved.at(label, answer), fresh.at(label, answer));
        }
    }

    void confusionJumpsOverThousandsOfSteps() {
        const SceneMaker maker(5000, 4, false);
        ConfusionCounts moved;
        for (const int last : {5000, 100, 3100, 1024, 4999, 2048, 2047, 1, 4000}) {
            moved.count(maker.scene(5000), 0, 1, last);
            ConfusionCounts fresh;
            fresh.count(maker.scene(5000), 0, 1, last);
            for (int label = 0; label < 4; ++label)
                for (int answer = 0; answer < 4; ++answer)
                    QCOMPARE(moved.at(label, answer), fresh.at(label, answer));
        }
    }

    void slowMotionTellsTheNumbersOfTheStep() {
        const SceneMaker maker;
        StepView page;
        page.setLane(1);
        put(page, maker.scene(7));
        QVERIFY(page.words().contains(QStringLiteral("‖z‖ is 3.5")));
        page.setPhase(StepPhase::loss);
        QVERIFY2(page.words().contains(QStringLiteral("L = H + α·D = 0.5 + 1 · 0.25 = 0.75")),
                 qPrintable(page.words()));
        page.setPhase(StepPhase::update);
        QVERIFY2(page.words().contains(QStringLiteral("from 0.6 to 0.7")), qPrintable(page.words()));
        page.setLane(0);
        page.showScene(maker.scene(7));
        page.setPhase(StepPhase::branches);
        QVERIFY(page.words().contains(QStringLiteral("no predictor")));
        for (int phase = 0; phase < step_phases; ++phase) {
            page.setPhase(static_cast<StepPhase>(phase));
            QVERIFY(!page.words().isEmpty());
            QCOMPARE(page.diagram()->accessibleDescription(), page.words());
        }
    }

    void onlyThePageInFrontIsDrawn() {
        const SceneMaker maker;
        ViewDeck deck;
        auto* charts = new QWidget;
        auto* river = new ClassRiver;
        auto* predictor = new PredictorMap;
        auto* steps = new StepView;
        deck.addPage(QStringLiteral("charts"), charts, QStringLiteral("Charts"), QStringLiteral("all"));
        deck.addPage(QStringLiteral("classes"), river, QStringLiteral("Classes"), QStringLiteral("tip"));
        deck.addPage(QStringLiteral("predictor"), predictor, QStringLiteral("Predictor"),
                     QStringLiteral("tip"));
        deck.addPage(QStringLiteral("step"), steps, QStringLiteral("Slow motion"), QStringLiteral("tip"));
        deck.resize(770, 600);
        deck.show();
        deck.setScene(maker.scene(20));
        QCOMPARE(river->canvas()->data().buckets(), 0);
        deck.setCurrent(QStringLiteral("classes"));
        QCOMPARE(river->canvas()->data().buckets(), 20);
        // The keyboard reaches the tabs; a lane that is chosen on one page is chosen on all.
        deck.tabs()->setFocus();
        QTest::keyClick(deck.tabs(), Qt::Key_Right);
        QCOMPARE(deck.current(), QStringLiteral("predictor"));
        Q_EMIT predictor->laneChosen(1);
        QCOMPARE(steps->lane(), 1);
        for (int i = 0; i < deck.tabs()->count(); ++i)
            QVERIFY(!deck.tabs()->tabToolTip(i).isEmpty());
        QSignalSpy picks(&deck, &ViewDeck::stepPicked);
        deck.setCurrent(QStringLiteral("classes"));
        QTest::mouseClick(
            river->canvas(), Qt::LeftButton, {},
            QPointF(river->canvas()->xOf(9), river->canvas()->rowBox(1).center().y()).toPoint());
        QCOMPARE(picks.size(), 1);
        QCOMPARE(picks[0][0].toInt(), 9);
    }
};

QTEST_MAIN(TestUiViews)
#include "test_ui_views.moc"
