#include "core/record/measure_table.h"
#include "core/record/recording_file.h"
#include "tests/ui/sample_recording.h"
#include "tests/ui/window_probe.h"
#include "ui/export/conditions.h"
#include "ui/export/frame_sequence.h"
#include "ui/export/html_report.h"
#include "ui/session/run_session.h"
#include "ui/style/theme.h"
#include "ui/view/message_strip.h"
#include "ui/window/export_controller.h"
#include "ui/window/main_window.h"
#include "ui/window/page_table.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

using namespace lab;

namespace {

QByteArray bytesOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

class TestUiExport : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

  private Q_SLOTS:
    void init() {
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        settings_ = std::make_unique<QTemporaryDir>();
        window_ = std::make_unique<MainWindow>(settings_->path(), FileDialogs{answer, answer, answer});
        probe().session()->open(sampleRecording());
    }
    void cleanup() { window_.reset(); }

    void conditionsNameEverythingThatDecides() {
        const QString words = conditionsOf(sampleRecording()).join(QLatin1Char(' '));
        for (const char* part :
             {"Fashion-MNIST", "2560 images", "batches of 64", "Gaussian noise, severity 5", "Label shift",
              "imbalance ratio 500000", "ResNet-14", "seed 1 (one seed)", "CPU, 1 thread",
              "Tent: norm rate 0.007", "stop-gradient on", "evaluated only"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), qPrintable(words));
        // What was set by hand is told, what has no effect is not.
        Recording edited = sampleRecording();
        Recipe& tent = edited.spec.lanes[0].recipe;
        tent.optimiser.rho = 0.3;
        tent.regulariser.fisher_alpha = 2;
        tent.trained.kind = TrainedKind::head;
        const QString told = conditionsOf(edited).last();
        QVERIFY2(told.startsWith(QStringLiteral("Tent: Fisher α 2, norm rate 0.007, momentum 0.9, "
                                                "trained: the head. ")),
                 qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("ZeroSiam: predictor linear, stop-gradient on, α 1, divergence "
                                              "symmetric KL, norm rate 0.007, predictor rate 0.007")),
                 qPrintable(told));
        Recording half = sampleRecording();
        half.records.resize(30);
        QVERIFY(conditionsOf(half).join(QLatin1Char(' ')).contains(QStringLiteral("ends at step 10 of 40")));
    }

    void pagesAreWrittenInThreeFormats() {
        const Recording recording = sampleRecording();
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

    /// A row of the table of measures with a name for files can be exported, and has words.
    void theTableOfMeasuresIsTheListOfFigures() {
        QStringList figures;
        for (const FigureMeasure& measure : figureMeasures()) {
            figures.append(measure.id);
            QVERIFY2(!measure.title.isEmpty() && !measure.sentence.isEmpty(), qPrintable(measure.id));
        }
        QStringList expected;
        for (const MeasureRow& row : measure_table())
            if (*row.figure != '\0')
                expected.append(QString::fromLatin1(row.figure));
        QCOMPARE(QSet<QString>(figures.begin(), figures.end()),
                 QSet<QString>(expected.begin(), expected.end()));
        QCOMPARE(figures.size(), expected.size());
        QCOMPARE(figures.mid(0, 4), (QStringList{QStringLiteral("accuracy"), QStringLiteral("logit-norm"),
                                                 QStringLiteral("predictor"), QStringLiteral("dominance")}));
    }

    void happeningsAreToldInTheWindowsWords() {
        const QStringList lines = happeningsOf(sampleRecording());
        QCOMPARE(lines, (QStringList{QStringLiteral("step 21: Tent has collapsed"),
                                     QStringLiteral("step 30: ZeroSiam, α 0.5")}));
    }

    void aPageIsLightInADarkWindow() {
        applyTheme(*qApp, ThemeChoice::dark);
        writeFigure(path("dark.png"), boardPage(sampleRecording(), 40));
        QVERIFY(theme::isDark());
        applyTheme(*qApp, ThemeChoice::light);
        writeFigure(path("light.png"), boardPage(sampleRecording(), 40));
        QCOMPARE(QImage(path("dark.png")), QImage(path("light.png")));
    }

    void anotherEndingIsRefused() {
        QVERIFY_EXCEPTION_THROWN(writeFigure(path("p.bmp"), boardPage(sampleRecording(), 40)),
                                 std::invalid_argument);
        QVERIFY(!QFile::exists(path("p.bmp")));
        QVERIFY(!probe().find<ExportController>()->writePicture(QStringLiteral("/no/such/folder/p.png"),
                                                                boardPage(sampleRecording(), 40)));
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("/no/such/folder/p.png")));
    }

    void theReportNeedsNothingElse() {
        const QString html = htmlReport(sampleRecording(), DetailStore(), {}, pageTable());
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
        probe().action(QStringLiteral("export.json"))->trigger();
        const QJsonObject json = QJsonDocument::fromJson(bytesOf(answer_)).object();
        QCOMPARE(json[QStringLiteral("records")].toArray().size(), 120);
        QCOMPARE(json[QStringLiteral("events")].toArray().size(), 2);
        QVERIFY(json[QStringLiteral("records")][6][QStringLiteral("loss")].isUndefined());
        QCOMPARE(
            json[QStringLiteral("specification")][QStringLiteral("stream")][QStringLiteral("seed")].toInt(),
            1);
    }

    void everyCommandWritesItsFile() {
        for (const char* id :
             {"export.board", "export.comparison", "export.images", "export.chart.loss", "export.report"}) {
            answer_ = path(qstrcmp(id, "export.report") == 0 ? "r.html" : "c.png");
            QFile::remove(answer_);
            probe().action(QString::fromLatin1(id))->trigger();
            QVERIFY2(QFile::exists(answer_), id);
            QVERIFY2(probe().find<MessageStrip>()->text().contains(answer_), id);
        }
    }

    void framesAreNumberedAndCanBeStopped() {
        answer_ = path("");
        ExportController* exports = probe().find<ExportController>();
        exports->exportFrames(QStringLiteral("charts"), 10);
        QTRY_VERIFY_WITH_TIMEOUT(!exports->frames(), 60000);
        QCOMPARE(QDir(answer_).entryList({QStringLiteral("frame-*.png")}),
                 (QStringList{"frame-00001.png", "frame-00002.png", "frame-00003.png", "frame-00004.png"}));
        QVERIFY(QImage(path("frame-00001.png")) != QImage(path("frame-00004.png")));
        exports->exportFrames(QStringLiteral("charts"), 1);
        QVERIFY(exports->frames());
        exports->frames()->cancel();
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("Stopped after 0 of 40")));
        QTRY_VERIFY(!exports->frames());
    }

    void thereIsNothingToHandOutBeforeARun() {
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        const QTemporaryDir empty;
        MainWindow fresh(empty.path(), FileDialogs{answer, answer, answer});
        WindowProbe(&fresh).action(QStringLiteral("export.board"))->trigger();
        QVERIFY(WindowProbe(&fresh).find<MessageStrip>()->text().contains(QStringLiteral("press Run first")));
    }

  private:
    QTemporaryDir folder_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<MainWindow> window_;
    QString answer_;
};

QTEST_MAIN(TestUiExport)
#include "test_ui_export.moc"
