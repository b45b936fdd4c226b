#include "tests/ui/quick_experiment.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/step_window.h"
#include "ui/plot/time_chart.h"
#include "ui/window/chart_zoom.h"

#include <QChart>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

using namespace lab;

/// Zoom along the steps: what is in sight, and that all charts share it.
class TestUiZoom : public QObject {
    Q_OBJECT

    static Recording recording(int steps) {
        Recording made;
        made.spec = quickExperiment();
        for (int step = 1; step <= steps; ++step) {
            StepRecord record;
            record.step = step;
            record.accuracy = record.accuracy_window = step % 2;
            record.logit_norm = step;
            made.records.push_back(record);
        }
        return made;
    }

  private Q_SLOTS:
    void theStepUnderThePointerStays() {
        StepWindow window;
        window.setTotal(1000);
        window.zoom(0.5, 250);
        QCOMPARE(window.first(), 125.0);
        QCOMPARE(window.last(), 625.0);
        window.zoom(2, 250);
        QVERIFY(window.isAll());
        window.zoom(1e-9, 250);
        QCOMPARE(window.last() - window.first(), StepWindow::narrowest);
        window.zoom(1e9, 250);
        QVERIFY(window.isAll());
    }
    void whatIsShownStaysWithinTheRun() {
        StepWindow window;
        window.setTotal(1000);
        window.show(900, 700);
        QCOMPARE(window.first(), 700.0);
        window.pan(500);
        QCOMPARE(window.first(), 800.0);
        QCOMPARE(window.last(), 1000.0);
        window.pan(-5000);
        QCOMPARE(window.first(), 0.0);
        QCOMPARE(window.last(), 200.0);
        window.show(500, 500);
        QCOMPARE(window.last() - window.first(), StepWindow::narrowest);
        window.setTotal(2); // shorter than the narrowest
        QVERIFY(window.isAll());
        QCOMPARE(window.last(), 2.0);
    }
    void theLatestStepsAreFollowed() {
        StepWindow window;
        window.setTotal(1000);
        window.setNewest(300);
        window.follow(100);
        QVERIFY(window.follows());
        QCOMPARE(window.first(), 200.0);
        QVERIFY(window.setNewest(301));
        QCOMPARE(window.last(), 301.0);
        window.pan(-10);
        QVERIFY(!window.follows() && !window.setNewest(302));
        window.follow(5000);
        QVERIFY(window.isAll() && !window.follows());
    }
    void allChartsShareTheZoom() {
        ChartBoard board;
        board.resize(900, 600);
        board.show();
        const Recording run = recording(1000);
        board.setLanes(laneStyles(run.spec.lanes));
        ChartZoom zoom({&board}, nullptr);
        zoom.begin(1000);
        board.append(run, 0);
        board.refresh();
        TimeChart* chart = board.chart(1);
        const auto shown = [&](int which) {
            const QList<QPointF> points = board.chart(which)->shownPoints(0);
            return points.isEmpty() ? std::pair{0.0, 0.0} : std::pair{points.first().x(), points.last().x()};
        };
        QCOMPARE(shown(1), (std::pair{1.0, 1000.0}));
        const QPointF middle = chart->chart()->plotArea().center();
        for (int notch = 0; notch < 10; ++notch) {
            QWheelEvent event(middle, chart->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(chart->viewport(), &event);
        }
        QVERIFY(!zoom.window().isAll());
        for (const int which : {0, 1}) {
            const auto [first, last] = shown(which);
            QVERIFY2(first > 400 && last < 600, qPrintable(QString("%1 to %2").arg(first).arg(last)));
        }
        // Close enough, every step is drawn, and one beyond either end so that lines leave the plot.
        zoom.zoomIn();
        zoom.zoomIn();
        const QList<QPointF> points = chart->shownPoints(0);
        QVERIFY(points.first().x() <= zoom.window().first() && points.last().x() >= zoom.window().last());
        for (qsizetype i = 1; i < points.size(); ++i)
            QCOMPARE(points[i].x() - points[i - 1].x(), 1.0);
        QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, middle.toPoint());
        QVERIFY(zoom.window().isAll());
        QCOMPARE(shown(0), (std::pair{1.0, 1000.0}));
    }
    void dragsPickPanAndSelect() {
        ChartBoard board;
        board.resize(900, 600);
        board.show();
        const Recording run = recording(100);
        board.setLanes(laneStyles(run.spec.lanes));
        ChartZoom zoom({&board}, nullptr);
        zoom.begin(100);
        board.append(run, 0);
        board.refresh();
        TimeChart* chart = board.chart(0);
        const QRectF plot = chart->chart()->plotArea();
        const auto at = [&](double share) {
            return QPoint(static_cast<int>(plot.left() + share * plot.width()),
                          static_cast<int>(plot.center().y()));
        };
        const auto drag = [&](Qt::KeyboardModifiers keys, double from, double to) {
            QTest::mousePress(chart->viewport(), Qt::LeftButton, keys, at(from));
            QMouseEvent move(QEvent::MouseMove, at(to), chart->viewport()->mapToGlobal(at(to)), Qt::NoButton,
                             Qt::LeftButton, keys);
            QApplication::sendEvent(chart->viewport(), &move);
            QTest::mouseRelease(chart->viewport(), Qt::LeftButton, keys, at(to));
        };
        QSignalSpy picked(&board, &ChartGrid::stepPicked);
        drag(Qt::NoModifier, 0.2, 0.6);
        QVERIFY(picked.size() >= 2);
        QVERIFY(std::abs(picked.last()[0].toInt() - 60) <= 1);
        QVERIFY(zoom.window().isAll());
        picked.clear();
        drag(Qt::ControlModifier, 0.2, 0.6);
        QVERIFY(std::abs(zoom.window().first() - 20) < 1 && std::abs(zoom.window().last() - 60) < 1);
        drag(Qt::ShiftModifier, 0.75, 0.25); // half of the forty steps to the right
        QVERIFY(std::abs(zoom.window().first() - 40) < 1 && std::abs(zoom.window().last() - 80) < 1);
        QVERIFY(picked.isEmpty());
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, at(0.5));
        QVERIFY(std::abs(picked.last()[0].toInt() - 60) <= 1); // within what is shown
    }
};

QTEST_MAIN(TestUiZoom)
#include "test_ui_zoom.moc"
