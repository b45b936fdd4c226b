#include "ui/style/log_slider.h"
#include "ui/style/theme.h"
#include "ui/view/toy_canvas.h"
#include "ui/view/toy_controls.h"
#include "ui/view/toy_curves.h"
#include "ui/view/toy_looks.h"
#include "ui/view/toy_numbers.h"
#include "ui/view/toy_page.h"
#include "ui/view/view_deck.h"

#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <set>

using namespace lab;

namespace {

void put(ToyPage& page, QSize size = {760, 620}) {
    page.resize(size);
    page.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCoreApplication::processEvents();
}

void press(ToyPage& page, int steps) {
    for (int i = 0; i < steps; ++i)
        page.stepButton()->click();
}

QPoint placeOf(const ToyPage& page, int plane, int point) {
    return page.canvas()
        ->plane(plane)
        .placeOf(page.experiment().next_batch()[static_cast<std::size_t>(point)].x)
        .toPoint();
}

/// A point that no other one hides.
int lonelyPoint(const ToyPage& page, int plane) {
    const auto& batch = page.experiment().next_batch();
    int best = 0;
    double most = 0;
    for (int i = 0; i < static_cast<int>(batch.size()); ++i) {
        double least = 1e9;
        for (int j = 0; j < static_cast<int>(batch.size()); ++j)
            if (i != j)
                least = std::min(least, QLineF(placeOf(page, plane, i), placeOf(page, plane, j)).length());
        if (least > most) {
            most = least;
            best = i;
        }
    }
    return best;
}

std::size_t coloursIn(const QImage& picture) {
    std::set<QRgb> found;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            found.insert(picture.pixel(x, y));
    return found.size();
}

} // namespace

/// "Why it collapses": what is shown is what the toy world is.
class TestUiToy : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theNumbersAreTheWorlds() {
        ToyPage page;
        put(page);
        press(page, 25);
        ToyExperiment alone;
        for (int i = 0; i < 25; ++i)
            alone.step();
        for (const ToyLane lane : toy_lanes) {
            const ToyMeasures& measures = alone.measures(lane);
            const ToyNumbers& shown = *page.numbers();
            QCOMPARE(shown.text(ToyNumbers::stream, lane), toyPercent(alone.world(lane).stream_accuracy()));
            QCOMPARE(shown.text(ToyNumbers::balanced, lane), toyPercent(measures.accuracy));
            QCOMPARE(shown.text(ToyNumbers::top_share, lane), toyPercent(measures.top_share));
            QCOMPARE(shown.text(ToyNumbers::length, lane), toyNumber(measures.length));
            QCOMPARE(shown.text(ToyNumbers::logit_norm, lane), toyNumber(measures.logit_norm));
            QCOMPARE(page.curves()->valueAt(ToyCurves::accuracy, lane, 25), 100 * measures.accuracy);
            QCOMPARE(page.curves()->valueAt(ToyCurves::length, lane, 25), measures.length);
        }
        QCOMPARE(page.numbers()->text(ToyNumbers::predictor, ToyLane::zerosiam),
                 toyNumber(alone.world(ToyLane::zerosiam).predictor_distance()));
        QCOMPARE(page.numbers()->text(ToyNumbers::predictor, ToyLane::tent), QStringLiteral("–"));
        QCOMPARE(toyNumber(-0.12345), QStringLiteral("−0.12"));
        QCOMPARE(toyNumber(16.349), QStringLiteral("16.3"));
        QCOMPARE(toyNumber(9.996), QStringLiteral("10.0"));
    }

    void theWholeStreamGivesTheTable() {
        ToyPage page;
        put(page);
        press(page, 300);
        ToyExperiment alone;
        while (!alone.is_over())
            alone.step();
        QVERIFY(page.experiment().is_over());
        QVERIFY(!page.stepButton()->isEnabled() && !page.playButton()->isEnabled());
        QCOMPARE(page.numbers()->text(ToyNumbers::balanced, ToyLane::tent),
                 toyPercent(alone.measures(ToyLane::tent).accuracy));
        // Tent ends far below the model that does not adapt, ZeroSiam above it: the sentences say so.
        const QString words = page.words();
        const auto right = [&](ToyLane lane) { return toyPercent(alone.measures(lane).accuracy); };
        QVERIFY2(words.startsWith(QStringLiteral("The stream is over.")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("Tent leans to one class: it calls %1 % of balanced data %2")
                                    .arg(toyPercent(alone.measures(ToyLane::tent).top_share),
                                         toyClassName(alone.measures(ToyLane::tent).top_class))),
                 qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("ZeroSiam gets %1 % of balanced data right, without "
                                               "adaptation %2 %.")
                                    .arg(right(ToyLane::zerosiam), right(ToyLane::none))),
                 qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("grown from length %1 to %2")
                                   .arg(toyNumber(alone.measures(ToyLane::none).length),
                                        toyNumber(alone.measures(ToyLane::tent).length))));
        page.resetButton()->click();
        QCOMPARE(page.experiment().steps(), 0);
        QVERIFY(page.stepButton()->isEnabled() &&
                page.words().contains(QStringLiteral("Nothing is learned")));
        QCOMPARE(page.numbers()->text(ToyNumbers::balanced, ToyLane::tent), right(ToyLane::none));
        QCOMPARE(page.numbers()->text(ToyNumbers::stream, ToyLane::tent), QStringLiteral("–"));
    }

    void aPointIsDraggedAndItsArrowsFollow() {
        ToyPage page;
        put(page);
        press(page, 60); // the predictor has left the identity: the two arrows differ
        ToyCanvas& canvas = *page.canvas();
        const int point = lonelyPoint(page, 1);
        const QLineF tent = canvas.plane(1).arrow(point, true), siam = canvas.plane(1).arrow(point, false);
        QVERIFY(QLineF(tent.p2(), siam.p2()).length() > 0.5);
        QCOMPARE(canvas.plane(1).nearest(placeOf(page, 1, point)), point);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, placeOf(page, 1, point));
        const QPoint to = canvas.plane(1).box().center().toPoint() + QPoint(-31, 24);
        QTest::mouseMove(&canvas, to);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
        const ToyVector& x = page.experiment().next_batch()[static_cast<std::size_t>(point)].x;
        const ToyVector wanted = canvas.plane(1).pointAt(to);
        QVERIFY(std::abs(x[0] - wanted[0]) < 1e-9 && std::abs(x[1] - wanted[1]) < 1e-9);
        QCOMPARE(canvas.selected(), point);
        for (const bool of_tent : {true, false}) {
            const QLineF now = canvas.plane(1).arrow(point, of_tent), before = of_tent ? tent : siam;
            QVERIFY(QLineF(now.p1(), before.p1()).length() > 5);
            QVERIFY(std::hypot(now.dx() - before.dx(), now.dy() - before.dy()) > 0.5);
        }
        // The same sample moves in the other plane, and the next step learns from where it lies.
        QVERIFY(QLineF(canvas.plane(0).arrow(point, true).p1(), canvas.plane(0).placeOf(x)).length() < 1e-9);
        ToyExperiment alone;
        for (int i = 0; i < 60; ++i)
            alone.step();
        alone.move(point, x);
        alone.step();
        press(page, 1);
        QVERIFY(page.experiment().world(ToyLane::tent).parameters() ==
                alone.world(ToyLane::tent).parameters());
        // A drag beyond the edge leaves the point in sight.
        const int other = lonelyPoint(page, 0);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, placeOf(page, 0, other));
        QTest::mouseMove(&canvas, {-200, -300});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {-200, -300});
        const QPointF place =
            canvas.plane(0).placeOf(page.experiment().next_batch()[static_cast<std::size_t>(other)].x);
        QVERIFY(canvas.plane(0).box().contains(place));
    }

    void arrowsPointDownTheLoss() {
        ToyPage page;
        put(page);
        press(page, 10);
        for (int point = 0; point < 32; ++point) {
            const ToyVector& x = page.experiment().next_batch()[static_cast<std::size_t>(point)].x;
            const ToyVector pull = toy_pull({}, page.experiment().world(ToyLane::zerosiam).parameters(), x);
            const QLineF line = page.canvas()->plane(1).arrow(point, false);
            // To the right is larger, up is larger; the pull is the gradient, the arrow goes against it.
            QVERIFY(line.dx() * pull[0] <= 0 && line.dy() * pull[1] >= 0);
            QVERIFY(std::abs(line.dx() * pull[1] + line.dy() * pull[0]) < 1e-6);
        }
    }

    void keysMoveAPoint() {
        ToyPage page;
        put(page);
        ToyCanvas& canvas = *page.canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_Right);
        QCOMPARE(canvas.selected(), -1);
        QTest::keyClick(&canvas, Qt::Key_PageDown);
        QTest::keyClick(&canvas, Qt::Key_PageDown);
        QCOMPARE(canvas.selected(), 1);
        const ToyVector before = page.experiment().next_batch()[1].x;
        QTest::keyClick(&canvas, Qt::Key_Right);
        QTest::keyClick(&canvas, Qt::Key_Up, Qt::ShiftModifier);
        const ToyVector after = page.experiment().next_batch()[1].x;
        QVERIFY(std::abs(after[0] - before[0] - 0.1) < 1e-9);
        QVERIFY(std::abs(after[1] - before[1] - 0.02) < 1e-9);
        QVERIFY2(canvas.accessibleDescription().contains(QStringLiteral("point 2 of 32")),
                 qPrintable(canvas.accessibleDescription()));
        QTest::keyClick(&canvas, Qt::Key_PageUp);
        QTest::keyClick(&canvas, Qt::Key_PageUp);
        QCOMPARE(canvas.selected(), 31);
        const QString words = canvas.hoverText(placeOf(page, 0, 31));
        QVERIFY2(words.contains(QStringLiteral("class A")) && words.contains(QStringLiteral("pull")),
                 qPrintable(words));
    }

    void switchesAndSlidersReachTheWorld() {
        ToyPage page;
        put(page);
        page.settings()->predictor()->setChecked(false);
        QVERIFY(!page.settings()->alpha()->isEnabled() && !page.settings()->stopGradient()->isEnabled());
        press(page, 40);
        const ToyExperiment& experiment = page.experiment();
        QVERIFY(experiment.world(ToyLane::tent).parameters() ==
                experiment.world(ToyLane::zerosiam).parameters());
        for (const auto row : {ToyNumbers::stream, ToyNumbers::balanced, ToyNumbers::length})
            QCOMPARE(page.numbers()->text(row, ToyLane::tent), page.numbers()->text(row, ToyLane::zerosiam));
        QVERIFY2(page.words().contains(QStringLiteral("agree to the last digit")), qPrintable(page.words()));
        page.settings()->predictor()->setChecked(true);
        page.settings()->stopGradient()->setChecked(false);
        QVERIFY(!experiment.settings().rule.stop_gradient);
        QVERIFY(page.words().contains(QStringLiteral("Without the stop-gradient")));
        page.settings()->alpha()->slider()->setValue(0);
        page.settings()->rate()->slider()->setValue(1000);
        page.settings()->predictorRate()->slider()->setValue(0);
        page.settings()->imbalance()->slider()->setValue(0);
        QCOMPARE(experiment.settings().rule.alpha, 0.0);
        QCOMPARE(experiment.settings().rates.features, 1.0);
        QCOMPARE(experiment.settings().rates.predictor, 0.0);
        QCOMPARE(experiment.settings().stream.imbalance, 1.0);
        QCOMPARE(experiment.steps(), 40); // what was learned stays
        QVERIFY(page.words().contains(QStringLiteral("α is 0")));
        QLineEdit* field = page.settings()->alpha()->field();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("2.5"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(experiment.settings().rule.alpha, 2.5);
    }

    void anotherSeedBeginsAnew() {
        ToyPage page;
        put(page);
        press(page, 30);
        const ToyVector before = page.experiment().next_batch()[0].x;
        page.settings()->seed()->setValue(7);
        QCOMPARE(page.experiment().steps(), 0);
        QCOMPARE(page.experiment().settings().stream.seed, std::uint64_t(7));
        QVERIFY(page.experiment().next_batch()[0].x != before);
        ToySettings settings;
        settings.stream.seed = 7;
        QVERIFY(page.experiment().measures(ToyLane::none).accuracy ==
                ToyExperiment(settings).measures(ToyLane::none).accuracy);
    }

    void thePlaneTurnsToOneColour() {
        ToyPage page;
        put(page);
        const auto start = coloursIn(page.canvas()->plane(1).regions());
        QVERIFY(start > 6);
        page.settings()->seed()->setValue(3);
        page.settings()->alpha()->slider()->setValue(0);
        press(page, 300);
        QVERIFY(page.experiment().measures(ToyLane::zerosiam).top_share > 0.9);
        QVERIFY2(page.words().contains(QStringLiteral("ZeroSiam has collapsed")), qPrintable(page.words()));
        // Where the balanced data lie, the plane has that class's colour.
        const ToyPlane plane = page.canvas()->plane(1);
        const QImage picture = plane.regions();
        const int wanted = toyClassMark(page.experiment().measures(ToyLane::zerosiam).top_class).color.hue();
        int coloured = 0;
        for (const ToyPoint& point : page.experiment().balanced()) {
            const QPointF place = plane.placeOf(point.x) - plane.box().topLeft();
            const QColor found(
                picture.pixel(static_cast<int>(place.x() * picture.width() / plane.box().width()),
                              static_cast<int>(place.y() * picture.height() / plane.box().height())));
            const int away = std::abs(found.hue() - wanted);
            coloured += std::min(away, 360 - away) < 25 ? 1 : 0;
        }
        QVERIFY2(coloured > 2700, qPrintable(QString::number(coloured)));
    }

    void itPlaysCalmlyAndPausesWhereItIsHidden() {
        ViewDeck deck;
        auto* page = new ToyPage;
        deck.addPage(QStringLiteral("why"), page, QStringLiteral("Why"), QStringLiteral("tip"));
        deck.addPage(QStringLiteral("other"), new QLabel, QStringLiteral("Other"), QStringLiteral("tip"));
        deck.resize(760, 640);
        deck.show();
        QVERIFY(QTest::qWaitForWindowExposed(&deck));
        deck.setScene({}); // without any run
        page->playButton()->click();
        QVERIFY(page->isPlaying());
        QCOMPARE(page->playButton()->text(), QStringLiteral("Pause"));
        QTRY_VERIFY(page->experiment().steps() >= 2);
        deck.setCurrent(QStringLiteral("other"));
        QVERIFY(!page->isPlaying());
        const int steps = page->experiment().steps();
        QTest::qWait(120);
        QCOMPARE(page->experiment().steps(), steps);
        deck.setCurrent(QStringLiteral("why"));
        page->playButton()->click();
        page->stepButton()->click(); // by hand: it no longer plays
        QVERIFY(!page->isPlaying());
        QVERIFY(ToyPage::steps_per_second <= 25);
    }

    void everythingHasANameAndIsReachedByKeys() {
        ToyPage page;
        put(page);
        std::set<QWidget*> seen;
        page.playButton()->setFocus();
        QWidget* at = QApplication::focusWidget();
        while (at && seen.insert(at).second) {
            QVERIFY2(!at->accessibleName().isEmpty() || !at->property("text").toString().isEmpty(),
                     at->metaObject()->className());
            QTest::keyClick(at, Qt::Key_Tab);
            at = QApplication::focusWidget();
        }
        for (QWidget* wanted :
             {static_cast<QWidget*>(page.playButton()), static_cast<QWidget*>(page.stepButton()),
              static_cast<QWidget*>(page.resetButton()), static_cast<QWidget*>(page.canvas()),
              static_cast<QWidget*>(page.curves()), static_cast<QWidget*>(page.settings()->predictor()),
              static_cast<QWidget*>(page.settings()->stopGradient()),
              static_cast<QWidget*>(page.settings()->alpha()->slider()),
              static_cast<QWidget*>(page.settings()->imbalance()->field())})
            QVERIFY2(seen.count(wanted) == 1, wanted->metaObject()->className());
    }

    void itFitsSmallAndLargeWindows_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x600") << QSize(396, 420);
        QTest::newRow("1366x768") << QSize(730, 618);
        QTest::newRow("1920x1080") << QSize(1280, 930);
        QTest::newRow("4K") << QSize(3200, 2000);
    }
    void itFitsSmallAndLargeWindows() {
        QFETCH(QSize, size);
        ToyPage page;
        put(page, size);
        press(page, 120);
        QCoreApplication::processEvents();
        QCOMPARE(page.size(), size); // nothing asks for more
        const QScrollArea* below = page.findChild<QScrollArea*>();
        QVERIFY(below->widget()->width() <= below->viewport()->width());
        for (const QWidget* part :
             {static_cast<const QWidget*>(page.numbers()), static_cast<const QWidget*>(page.settings()),
              static_cast<const QWidget*>(page.curves())}) {
            QVERIFY2(part->width() >= part->minimumSizeHint().width(), part->metaObject()->className());
            QVERIFY2(part->height() >= part->minimumSizeHint().height(), part->metaObject()->className());
            QVERIFY(part->parentWidget()->rect().contains(part->geometry()));
        }
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible() && label->wordWrap())
                QVERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(page.canvas()->height() >= 150);
    }
};

QTEST_MAIN(TestUiToy)
#include "test_ui_toy.moc"
