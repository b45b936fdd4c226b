#include "ui/plot/chart_board.h"
#include "ui/plot/decimate.h"
#include "ui/plot/growing_line.h"
#include "ui/plot/time_chart.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace lab;

class TestUiPlot : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void decimateKeepsFewPointsAsTheyAre() {
        const QList<QPointF> points{{1, 2}, {2, 3}, {3, 1}};
        QCOMPARE(decimate(points, 300), points);
        QVERIFY(decimate({}, 300).isEmpty());
    }

    void decimateKeepsExtremesAndEnds() {
        QList<QPointF> points;
        for (int i = 0; i < 20000; ++i)
            points.append({double(i), std::sin(i * 0.01)});
        points[7777].setY(50);
        points[12345].setY(-50);
        const QList<QPointF> kept = decimate(points, 400);
        QVERIFY(kept.size() <= 400);
        QVERIFY(kept.size() > 300);
        QCOMPARE(kept.first(), points.first());
        QCOMPARE(kept.last(), points.last());
        QVERIFY(kept.contains(points[7777]));
        QVERIFY(kept.contains(points[12345]));
        QVERIFY(std::is_sorted(kept.begin(), kept.end(),
                               [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    }

    void decimateLeavesOutWhatIsNotFinite() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        const QList<QPointF> kept = decimate({{1, nan}, {2, 1}, {3, infinity}, {4, 2}, {5, nan}}, 100);
        QCOMPARE(kept, (QList<QPointF>{{2, 1}, {4, 2}}));
    }

    void decimateCopesWithOneColumnOfPoints() {
        const QList<QPointF> points(1000, QPointF(3, 1));
        QVERIFY(decimate(points, 10).size() <= 10);
    }

    void growingLineShowsExtremesAndEnds() {
        GrowingLine line;
        QVERIFY(line.shown().isEmpty());
        line.setBucketWidth(100);
        for (int i = 1; i <= 20000; ++i)
            line.append({double(i), i == 7777 ? 50 : i == 12345 ? -50 : std::sin(i * 0.01)});
        const QList<QPointF> shown = line.shown();
        QVERIFY(shown.size() <= 2 * 201 + 2);
        QCOMPARE(shown.first(), line.points().first());
        QCOMPARE(shown.last(), line.points().last());
        QVERIFY(shown.contains(QPointF(7777, 50)));
        QVERIFY(shown.contains(QPointF(12345, -50)));
        QVERIFY(std::is_sorted(shown.begin(), shown.end(),
                               [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
        QCOMPARE(std::adjacent_find(shown.begin(), shown.end()), shown.end());
    }

    void growingLineIsTheSameWhenItsBucketsCameLater() {
        GrowingLine before, after;
        before.setBucketWidth(7);
        for (int i = 1; i <= 500; ++i) {
            before.append({double(i), std::sin(i * 0.3)});
            after.append({double(i), std::sin(i * 0.3)});
        }
        QCOMPARE(after.shown(), after.points()); // a bucket to each
        after.setBucketWidth(7);
        QCOMPARE(after.shown(), before.shown());
        after.clear();
        QVERIFY(after.shown().isEmpty());
        after.append({1, 2});
        QCOMPARE(after.shown(), (QList<QPointF>{{1, 2}}));
        after.append({2, 1});
        after.append({3, 2});
        QCOMPARE(after.shown(), (QList<QPointF>{{1, 2}, {2, 1}, {3, 2}}));
    }

    void boardDrawsRecordsMarksAndHover() {
        ChartBoard board;
        board.resize(900, 600);
        const auto styles = laneStyles(default_experiment().lanes);
        board.setLanes(styles);
        board.setStepRange(0, 20);
        Recording recording;
        for (int step = 1; step <= 10; ++step)
            for (int lane = 0; lane < 3; ++lane) {
                StepRecord record;
                record.lane = lane;
                record.step = step;
                record.accuracy_window = 0.5;
                record.accuracy_running = 0.25;
                record.predictor_distance = lane == 1 ? step * 0.1 : std::numeric_limits<double>::quiet_NaN();
                recording.records.push_back(record);
            }
        board.append(recording, 0);
        SwitchThrown thrown;
        thrown.after.alignment.stop_gradient = false;
        board.addEvent({1, 1, 5, thrown});
        board.addEvent({1, -1, 10, RunFinished{}});
        board.show();
        board.refresh();
        QVERIFY(QTest::qWaitForWindowExposed(&board));

        TimeChart* chart = board.chart(ChartBoard::accuracy);
        QCOMPARE(chart->shownPoints(0).size(), 10);
        QCOMPARE(chart->shownPoints(0).last(), QPointF(10, 50));
        QCOMPARE(board.chart(ChartBoard::predictor)->shownPoints(0).size(), 0);
        QCOMPARE(board.chart(ChartBoard::predictor)->shownPoints(1).size(), 10);
        QCOMPARE(chart->marks().size(), 1);
        board.addEvent({1, 0, 7, Collapsed{}});
        board.addEvent({1, 0, 8, LaneReset{ResetCause::collapse}});
        board.addEvent({1, -1, 9, SegmentBegan{"jpeg_compression"}});
        QCOMPARE(chart->marks()[1].kind, MarkKind::collapsed);
        QCOMPARE(chart->marks()[1].text, QStringLiteral("Tent has collapsed"));
        QCOMPARE(chart->marks()[2].kind, MarkKind::reset);
        QCOMPARE(chart->marks()[2].text, QStringLiteral("Tent reset after its collapse"));
        QCOMPARE(chart->marks()[3].kind, MarkKind::segment);
        QCOMPARE(chart->marks()[3].text, QStringLiteral("JPEG compression"));
        bool mark_told = false;
        bool values_told = false;
        for (int x = 0; x < chart->width(); ++x) {
            const QString words = chart->hoverText({x, chart->height() / 2});
            mark_told = mark_told || words.contains(QStringLiteral("ZeroSiam, stop-gradient off"));
            values_told = values_told || words.contains(QStringLiteral("50 %"));
        }
        QVERIFY(mark_told);
        QVERIFY(values_told);
    }

    void lanesKeepTheirColoursAndDiffer() {
        std::vector<LaneSpec> lanes;
        for (const char* method : {"eata", "tent", "zerosiam", "zerosiam", "no_adaptation", "sar"})
            lanes.push_back(make_lane(method));
        const auto styles = laneStyles(lanes);
        QCOMPARE(styles[1].color, QColor(0xd5, 0x5e, 0x00));
        QCOMPARE(styles[2].color, QColor(0x00, 0x72, 0xb2));
        QCOMPARE(styles[4].color, QColor(0x76, 0x76, 0x76));
        QCOMPARE(styles[4].dash, Qt::DashLine);
        for (std::size_t i = 0; i < styles.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY(styles[i].color != styles[j].color);
                QVERIFY(styles[i].name != styles[j].name);
                QVERIFY(styles[i].dash != styles[j].dash || styles[i].marker != styles[j].marker);
            }
    }
};

QTEST_MAIN(TestUiPlot)
#include "test_ui_plot.moc"
