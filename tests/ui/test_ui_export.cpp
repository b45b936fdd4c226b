#include "core/experiment/recording_file.h"
#include "ui/export/conditions.h"
#include "ui/export/frame_sequence.h"
#include "ui/export/html_report.h"
#include "ui/style/theme.h"
#include "ui/view/message_strip.h"
#include "ui/window/export_controller.h"
#include "ui/window/main_window.h"
#include "ui/window/window_manners.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <limits>
#include <memory>

using namespace lab;

namespace {

Recording sample() {
    Recording recording;
    recording.spec = default_experiment();
    recording.info.total_steps = 40;
    recording.info.total_images = 2560;
    recording.info.device = "CPU, 1 thread";
    for (int step = 1; step <= 40; ++step)
        for (int lane = 0; lane < 3; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step;
            record.batch_size = 64;
            record.images_seen = step * 64;
            record.accuracy = record.accuracy_window = record.accuracy_running =
                lane == 0 ? std::exp(-step / 8.0) : 0.5 + 0.1 * lane;
            record.logit_norm = 4 + (lane == 0 ? step / 10.0 : 0);
            record.predictor_distance = lane == 1 ? step / 30.0 : 0;
            record.class_dominance = 0.5;
            record.loss = step == 3 ? std::numeric_limits<double>::quiet_NaN() : 1;
            record.predictions.assign(64, lane);
            recording.records.push_back(record);
        }
    recording.events = {{0, EventKind::collapsed, 0, 21, "collapsed"},
                        {0, EventKind::switch_thrown, 1, 30, "α 0.5"}};
    return recording;
}

QByteArray bytesOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

class TestUiExport : public QObject {
    Q_OBJECT

    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

  private Q_SLOTS:
    void init() {
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        settings_ = std::make_unique<QTemporaryDir>();
        window_ = std::make_unique<MainWindow>(settings_->path(), FileDialogs{answer, answer, answer});
        window_->session()->open(sample());
    }
    void cleanup() { window_.reset(); }

    void conditionsNameEverythingThatDecides() {
        const QString words = conditionsOf(sample()).join(QLatin1Char(' '));
        for (const char* part :
             {"Fashion-MNIST", "2560 images", "batches of 64", "Gaussian noise, severity 5", "Label shift",
              "imbalance ratio 500000", "ResNet-14", "seed 1 (one seed)", "CPU, 1 thread",
              "Tent: norm rate 0.007", "stop-gradient on", "evaluated only"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), qPrintable(words));
        Recording half = sample();
        half.records.resize(30);
        QVERIFY(conditionsOf(half).join(QLatin1Char(' ')).contains(QStringLiteral("ends at step 10 of 40")));
    }

    void pagesAreWrittenInThreeFormats() {
        const Recording recording = sample();
        for (const FigurePage& page : {chartPage(recording, figureMeasures()[1]), boardPage(recording, 40),
                                       comparisonPage(recording)}) {
            for (const char* name : {"p.png", "p.svg", "p.pdf"})
                writeFigure(path(name), page);
            const QImage picture(path("p.png"));
            QCOMPARE(picture.size(), page.size * 2);
            QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::white));
            QXmlStreamReader svg(bytesOf(path("p.svg")));
            QString words;
            while (!svg.atEnd())
                if (svg.readNext() == QXmlStreamReader::Characters)
                    words += svg.text();
            QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
            QVERIFY(words.contains(QStringLiteral("one seed")));
            QVERIFY(words.contains(QStringLiteral("ZeroSiam")));
            QVERIFY(bytesOf(path("p.pdf")).startsWith("%PDF-"));
        }
    }

    void aPageIsLightInADarkWindow() {
        applyTheme(*qApp, ThemeChoice::dark);
        writeFigure(path("dark.png"), boardPage(sample(), 40));
        QVERIFY(theme::isDark());
        applyTheme(*qApp, ThemeChoice::light);
        writeFigure(path("light.png"), boardPage(sample(), 40));
        QCOMPARE(QImage(path("dark.png")), QImage(path("light.png")));
    }

    void anotherEndingIsRefused() {
        QVERIFY_EXCEPTION_THROWN(writeFigure(path("p.bmp"), boardPage(sample(), 40)), std::invalid_argument);
        QVERIFY(!QFile::exists(path("p.bmp")));
        QVERIFY(!window_->manners()->exports()->writePage(QStringLiteral("/no/such/folder/p.png"),
                                                          boardPage(sample(), 40)));
        QVERIFY(window_->message()->text().contains(QStringLiteral("/no/such/folder/p.png")));
    }

    void theReportNeedsNothingElse() {
        const QString html = htmlReport(sample());
        QVERIFY(html.count(QStringLiteral("data:image/png;base64,")) >= 5);
        static const QRegularExpression outside(QStringLiteral("(src|href)=\"(?!data:)"));
        QVERIFY(!html.contains(outside));
        QVERIFY(!html.contains(QStringLiteral("<script")));
        QVERIFY(html.contains(QStringLiteral("one seed")));
        QVERIFY(html.contains(QStringLiteral("&quot;stop_gradient&quot;: true")));
        QVERIFY(html.contains(QStringLiteral("collapselab:")));
        QVERIFY(html.contains(QStringLiteral("step 21")));
    }

    void recordsAreWrittenAsJson() {
        answer_ = path("records.json");
        window_->commands().action(QStringLiteral("export.json"))->trigger();
        const QJsonObject json = QJsonDocument::fromJson(bytesOf(answer_)).object();
        QCOMPARE(json[QStringLiteral("records")].toArray().size(), 120);
        QCOMPARE(json[QStringLiteral("events")].toArray().size(), 2);
        QVERIFY(json[QStringLiteral("records")][6][QStringLiteral("loss")].isNull());
        QCOMPARE(
            json[QStringLiteral("specification")][QStringLiteral("stream")][QStringLiteral("seed")].toInt(),
            1);
    }

    void everyCommandWritesItsFile() {
        for (const char* id :
             {"export.board", "export.comparison", "export.images", "export.chart.loss", "export.report"}) {
            answer_ = path(qstrcmp(id, "export.report") == 0 ? "r.html" : "c.png");
            QFile::remove(answer_);
            window_->commands().action(QString::fromLatin1(id))->trigger();
            QVERIFY2(QFile::exists(answer_), id);
            QVERIFY2(window_->message()->text().contains(answer_), id);
        }
    }

    void framesAreNumberedAndCanBeStopped() {
        answer_ = path("");
        ExportController* hand_out = window_->manners()->exports();
        hand_out->exportFrames(QStringLiteral("board"), 10);
        QTRY_VERIFY_WITH_TIMEOUT(!hand_out->frames(), 60000);
        QCOMPARE(QDir(answer_).entryList({QStringLiteral("frame-*.png")}),
                 (QStringList{"frame-00001.png", "frame-00002.png", "frame-00003.png", "frame-00004.png"}));
        QVERIFY(QImage(path("frame-00001.png")) != QImage(path("frame-00004.png")));
        hand_out->exportFrames(QStringLiteral("board"), 1);
        QVERIFY(hand_out->frames());
        hand_out->frames()->cancel();
        QVERIFY(window_->message()->text().contains(QStringLiteral("Stopped after 0 of 40")));
        QTRY_VERIFY(!hand_out->frames());
    }

    void thereIsNothingToHandOutBeforeARun() {
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        const QTemporaryDir empty;
        MainWindow fresh(empty.path(), FileDialogs{answer, answer, answer});
        fresh.commands().action(QStringLiteral("export.board"))->trigger();
        QVERIFY(fresh.message()->text().contains(QStringLiteral("press Run first")));
    }

  private:
    QTemporaryDir folder_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<MainWindow> window_;
    QString answer_;
};

QTEST_MAIN(TestUiExport)
#include "test_ui_export.moc"
