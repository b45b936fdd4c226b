#include "tests/ui/sample_recording.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/command_palette.h"
#include "ui/dialog/frames_dialog.h"
#include "ui/export/html_report.h"
#include "ui/session/run_session.h"
#include "ui/text/language.h"
#include "ui/view/view_deck.h"
#include "ui/window/export_controller.h"

#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

using namespace lab;

namespace {

Page dummyPage() {
    const auto make = [](QWidget* parent) { return new QLabel(QStringLiteral("a page"), parent); };
    const auto draw = [](QPainter& painter) { painter.drawText(10, 40, QStringLiteral("dummy")); };
    return {QStringLiteral("dummy"),
            QStringLiteral("Dummy"),
            QStringLiteral("D&ummy page"),
            QStringLiteral("What a test adds"),
            QStringLiteral("Ctrl+Alt+1"),
            PageNeeds::records,
            make,
            [draw](const ExportScene&) {
                return FigurePage{{200, 80}, QStringLiteral("Dummy"), draw};
            }};
}

/// Sources with their translations in a context of a .ts file.
QHash<QString, QString> translations(const QString& language, const QString& context) {
    QFile file(QStringLiteral(LAB_SOURCE_DIR "/resources/translations/collapse-lab_%1.ts").arg(language));
    QHash<QString, QString> found;
    if (!file.open(QIODevice::ReadOnly))
        return found;
    QXmlStreamReader xml(&file);
    QString present, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            present = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation") && present == context)
            found.insert(source, xml.readElementText());
    }
    return found;
}

} // namespace

/// The tables of pages and commands: everything else in the window reads them.
class TestUiTables : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    void open(const WindowTables& tables) {
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        window_ = std::make_unique<MainWindow>(folder_.path(), FileDialogs{answer, answer, answer}, tables);
    }
    QStringList idsOfMenu(const char* id) const {
        QStringList ids;
        for (const QAction* action :
             window_->menuBar()->findChild<QMenu*>(QString::fromLatin1(id))->actions())
            ids.append(action->objectName());
        return ids;
    }

  private Q_SLOTS:
    void cleanup() { window_.reset(); }

    void aRowIsAllThatAPageNeeds() {
        WindowTables tables;
        tables.pages = pageTable();
        tables.pages.push_back(dummyPage());
        tables.commands = commandTable(tables.pages);
        open(tables);
        auto* deck = probe().find<ViewDeck>();
        QCOMPARE(deck->ids().last(), QStringLiteral("dummy"));
        QCOMPARE(deck->tabs()->tabText(deck->tabs()->count() - 1), QStringLiteral("Dummy"));
        QVERIFY(idsOfMenu("view").contains(QStringLiteral("page.dummy")));
        QVERIFY(idsOfMenu("export.view").contains(QStringLiteral("export.view.dummy")));
        probe().action(QStringLiteral("page.dummy"))->trigger();
        QCOMPARE(deck->current(), QStringLiteral("dummy"));
        probe().action(QStringLiteral("edit.palette"))->trigger();
        auto* palette = probe().find<CommandPalette>();
        QTest::keyClicks(palette->search(), QStringLiteral("dummy page"));
        QCOMPARE(palette->titles(),
                 (QStringList{QStringLiteral("Dummy page"), QStringLiteral("View: Dummy page…")}));
        palette->close();

        probe().session()->open(sampleRecording());
        answer_ = folder_.filePath(QStringLiteral("dummy.png"));
        probe().action(QStringLiteral("export.present"))->trigger();
        QCOMPARE(QImage(answer_).size(), QSize(400, 160));
        probe().action(QStringLiteral("export.frames"))->trigger();
        auto* frames = probe().find<FramesDialog>();
        QCOMPARE(frames->picture()->currentText(), QStringLiteral("Dummy page"));
        frames->close();
        QVERIFY(htmlReport(sampleRecording(), DetailStore(), {}, tables.pages)
                    .contains(QStringLiteral("Dummy page, step 40")));
    }

    void aPageOfNoRunSaysThatItCannotBeHandedOut() {
        open(WindowTables::standard());
        QSignalSpy failures(window_->controllers().exports, &ExportController::failed);
        probe().action(QStringLiteral("page.toy"))->trigger();
        probe().action(QStringLiteral("export.present"))->trigger();
        probe().session()->open(sampleRecording());
        probe().action(QStringLiteral("page.toy"))->trigger();
        probe().action(QStringLiteral("export.present"))->trigger();
        QCOMPARE(failures.size(), 2);
        for (const QList<QVariant>& failure : failures)
            QVERIFY2(failure[0].toString().startsWith(QStringLiteral("Toy: ")),
                     qPrintable(failure[0].toString()));
        QCOMPARE(probe().action(QStringLiteral("export.view.toy")), nullptr);
        QVERIFY(!htmlReport(sampleRecording(), DetailStore(), {}, pageTable())
                     .contains(QStringLiteral("Toy world")));
    }

    void aPageInTheMiddleMovesNothingElse() {
        WindowTables tables;
        tables.pages = pageTable();
        tables.pages.insert(tables.pages.begin() + 1, dummyPage());
        tables.commands = commandTable(tables.pages);
        open(tables);
        auto* deck = probe().find<ViewDeck>();
        for (const Page& page : tables.pages) {
            probe().action(QStringLiteral("page.") + page.id)->trigger();
            QCOMPARE(deck->current(), page.id);
            QCOMPARE(deck->tabs()->tabText(deck->tabs()->currentIndex()), page.title);
        }
    }

    void aRowIsAllThatACommandNeeds() {
        WindowTables tables = WindowTables::standard();
        int given = 0;
        CommandRow row{{Command::Kind::action,
                        QStringLiteral("run.dummy"),
                        QStringLiteral("run"),
                        QStringLiteral("D&ummy act"),
                        QStringLiteral("Ctrl+Alt+D"),
                        QStringLiteral("For a test"),
                        {},
                        [](const WindowState& state) { return state.run == RunState::finished; },
                        QStringLiteral("a finished run")},
                       [&given](const Controllers& c, bool) { given += c.session ? 1 : 0; }};
        tables.commands.push_back(row);
        open(tables);
        QVERIFY(idsOfMenu("run").contains(QStringLiteral("run.dummy")));
        QAction* action = probe().action(QStringLiteral("run.dummy"));
        QCOMPARE(action->shortcut().toString(), QStringLiteral("Ctrl+Alt+D"));
        QVERIFY(!action->isEnabled());
        probe().action(QStringLiteral("edit.palette"))->trigger();
        auto* palette = probe().find<CommandPalette>();
        QTest::keyClicks(palette->search(), QStringLiteral("dummy act"));
        QCOMPARE(palette->notes(), QStringList{QStringLiteral("needs a finished run")});
        probe().session()->open(sampleRecording());
        QVERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(given, 1);
    }

    void everyRowIsWhole() {
        const WindowTables tables = WindowTables::standard();
        QSet<QString> pages;
        for (const Page& page : tables.pages) {
            QVERIFY2(!pages.contains(page.id), qPrintable(page.id));
            pages.insert(page.id);
            QVERIFY2(!page.title.isEmpty() && page.name.contains(QLatin1Char('&')) && !page.tip.isEmpty(),
                     qPrintable(page.id));
            QVERIFY2(page.make, qPrintable(page.id));
            // What draws nothing of the run cannot be handed out.
            QCOMPARE(page.exported == nullptr,
                     page.id == QLatin1String("why") || page.id == QLatin1String("toy"));
        }
        for (const CommandRow& row : tables.commands) {
            QCOMPARE(row.id.isEmpty(), row.kind == Command::Kind::separator);
            if (row.kind == Command::Kind::separator)
                continue;
            QVERIFY2(!row.text.isEmpty(), qPrintable(row.id));
            QVERIFY2(row.kind == Command::Kind::menu || (row.act && !row.tip.isEmpty()), qPrintable(row.id));
            // What cannot always be given says what it needs.
            QVERIFY2((row.enabled == nullptr) == row.need.isEmpty(), qPrintable(row.id));
        }
    }

    void needsOfAPageAreToldOnce() {
        open(WindowTables::standard());
        probe().action(QStringLiteral("view.details"))->setChecked(false);
        auto* deck = probe().find<ViewDeck>();
        QStringList drawing;
        for (const Page& page : pageTable()) {
            deck->setCurrent(page.id);
            QCOMPARE(probe().session()->detailsOn(), page.drawsDetails());
            if (page.drawsDetails())
                drawing.append(page.id);
        }
        QCOMPARE(drawing, (QStringList{QStringLiteral("predictor"), QStringLiteral("features"),
                                       QStringLiteral("images"), QStringLiteral("step")}));
        probe().action(QStringLiteral("view.details"))->setChecked(true);
    }

    void rowsSpeakThreeLanguages_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("Chinese") << QStringLiteral("zh");
    }
    void rowsSpeakThreeLanguages() {
        QFETCH(QString, language);
        const auto pages = translations(language, QStringLiteral("Pages"));
        const auto commands = translations(language, QStringLiteral("Commands"));
        for (const Page& page : pageTable())
            for (const QString& text : {page.title, page.name, page.tip})
                QVERIFY2(!pages.value(text).isEmpty(), qPrintable(text));
        for (const CommandRow& row : commandTable({})) {
            // Named by other tables, or in their own language.
            if (row.id.startsWith(QStringLiteral("export.chart.")) ||
                row.id.startsWith(QStringLiteral("view.language.")))
                continue;
            for (const QString& text : {row.text, row.tip, row.need})
                QVERIFY2(text.isEmpty() || !commands.value(text).isEmpty(), qPrintable(text));
        }
    }

    void languagesAreInstalled() {
        QCOMPARE(languageOf(QStringLiteral("de")), QStringLiteral("de"));
        QVERIFY(languageChoices().size() >= 4);
        installLanguage(QStringLiteral("de"));
        if (presentLanguage() != QLatin1String("de"))
            QSKIP("built without Qt's translation tools");
        open(WindowTables::standard());
        QCOMPARE(probe().action(QStringLiteral("run.pause"))->text().remove(QLatin1Char('&')),
                 QStringLiteral("Pause"));
        QCOMPARE(probe().action(QStringLiteral("file.save"))->text().remove(QLatin1Char('&')),
                 QStringLiteral("Experiment speichern…"));
        QVERIFY2(window_->minimumSizeHint().width() <= 1366,
                 qPrintable(QString::number(window_->minimumSizeHint().width())));
        installLanguage(QStringLiteral("en"));
    }

  private:
    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
    QString answer_;
};

QTEST_MAIN(TestUiTables)
#include "test_ui_tables.moc"
