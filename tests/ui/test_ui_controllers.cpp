#include "tests/ui/quick_experiment.h"
#include "tests/ui/window_probe.h"
#include "ui/dialog/command_palette.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_journal.h"
#include "ui/session/run_session.h"
#include "ui/session/spec_history.h"
#include "ui/view/message_strip.h"
#include "ui/view/offer_strip.h"
#include "ui/window/drop_target.h"
#include "ui/window/file_controller.h"
#include "ui/window/layout_memory.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace lab;

namespace {

constexpr int patience_ms = 180000;

/// Words by which a screen reader can name the widget.
QString nameOf(const QWidget* widget) {
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return button->text();
    // The viewport of a scroll area is spoken of as the area itself.
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget()))
        if (area->viewport() == widget)
            return nameOf(area);
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->text();
    return widget->windowTitle();
}

} // namespace

class TestUiControllers : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    void open() {
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return answer_;
        };
        window_ = std::make_unique<MainWindow>(folder_->path(), FileDialogs{answer, answer, answer});
        probe().session()->setSpec(quickExperiment());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QCoreApplication::processEvents();
    }
    QAction* command(const char* id) { return probe().action(QString::fromLatin1(id)); }
    void setSeed(std::uint64_t seed) {
        ExperimentSpec spec = probe().session()->spec();
        spec.stream.seed = seed;
        probe().session()->setSetup(spec);
    }
    void runToTheEnd() {
        command("run.start")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
    }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() {
        window_.reset();
        applyTheme(*qApp, ThemeChoice::light);
    }

    void settingsAreUndoneAndRedone() {
        const ExperimentSpec first = probe().session()->spec();
        QVERIFY(!command("edit.undo")->isEnabled());
        setSeed(7);
        ExperimentSpec spec = probe().session()->spec();
        spec.lanes.pop_back();
        probe().session()->setSpec(spec);
        QCOMPARE(probe().find<SpecHistory>()->stack()->count(), 2);
        QVERIFY(command("edit.undo")->text().contains(QStringLiteral("Lanes")));
        command("edit.undo")->trigger();
        QCOMPARE(probe().session()->spec().lanes.size(), first.lanes.size());
        QCOMPARE(probe().session()->spec().stream.seed, std::uint64_t(7));
        command("edit.undo")->trigger();
        QVERIFY(probe().session()->spec() == first);
        QVERIFY(!command("edit.undo")->isEnabled());
        command("edit.redo")->trigger();
        command("edit.redo")->trigger();
        QVERIFY(probe().session()->spec() == spec);
        QVERIFY(!command("edit.redo")->isEnabled());
    }

    void aDraggedSliderIsOneStep() {
        const int before = probe().session()->spec().stream.corruption.severity;
        QCOMPARE(before, 5);
        auto* slider = probe().find<SetupPanel>()->findChild<QSlider*>();
        for (const int severity : {4, 3, 2})
            slider->setValue(severity);
        QCOMPARE(probe().session()->spec().stream.corruption.severity, 2);
        QCOMPARE(probe().find<SpecHistory>()->stack()->count(), 1);
        command("edit.undo")->trigger();
        QCOMPARE(probe().session()->spec().stream.corruption.severity, 5);
    }

    void twoFieldsAreTwoSteps() {
        setSeed(7);
        ExperimentSpec spec = probe().session()->spec();
        spec.stream.images = 64;
        probe().session()->setSetup(spec);
        QCOMPARE(probe().find<SpecHistory>()->stack()->count(), 2);
    }

    void aSwitchIsUndoneInMidRun() {
        command("run.step")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::paused, patience_ms);
        Recipe recipe = probe().session()->spec().lanes[1].recipe;
        recipe.alignment.stop_gradient = false;
        probe().session()->throwSwitch(1, recipe);
        command("edit.undo")->trigger();
        QVERIFY(probe().session()->spec().lanes[1].recipe.alignment.stop_gradient);
        command("run.step")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->currentStep(), 2, patience_ms);
        command("run.stop")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::stopped, patience_ms);
    }

    void commandsAreFoundByTyping() {
        command("edit.palette")->trigger();
        CommandPalette* palette = probe().find<CommandPalette>();
        QVERIFY(palette);
        QVERIFY(palette->titles().size() > 25);
        QTest::keyClicks(palette->search(), QStringLiteral("dark th"));
        QCOMPARE(palette->titles(), QStringList{QStringLiteral("Dark theme")});
        QTest::keyClick(palette->search(), Qt::Key_Return);
        QTRY_VERIFY(theme::isDark());
        QVERIFY(!probe().find<CommandPalette>());
        command("edit.palette")->trigger();
        QTest::keyClicks(probe().find<CommandPalette>()->search(), QStringLiteral("zzz"));
        QVERIFY(probe().find<CommandPalette>()->titles().isEmpty());
    }

    void aGreyCommandSaysWhatItNeeds() {
        command("edit.palette")->trigger();
        CommandPalette* palette = probe().find<CommandPalette>();
        QTest::keyClicks(palette->search(), QStringLiteral("fork lane"));
        QCOMPARE(palette->notes(), QStringList{QStringLiteral("needs a paused run")});
        palette->search()->setText(QStringLiteral("shortcuts"));
        QCOMPARE(palette->notes().first(), QStringLiteral("Shift+F1"));
    }

    void runRightAfterPauseGoesOn() {
        RunSession* session = probe().session();
        ExperimentSpec spec = session->spec();
        spec.stream.images = 1600;
        session->setSpec(spec);
        command("run.start")->trigger();
        for (int turn = 0; turn < 5; ++turn) {
            QTRY_VERIFY_WITH_TIMEOUT(session->state() == RunState::running && session->currentStep() > turn,
                                     patience_ms);
            session->pause();
            session->run(); // before the runner has come to rest
            QCOMPARE(session->state(), RunState::running);
        }
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), RunState::finished, patience_ms);
        QCOMPARE(session->currentStep(), session->recording().info.total_steps);
    }

    void theThemeChangesEverythingAtOnce() {
        const auto lightness = [this] {
            QCoreApplication::processEvents();
            const QImage picture = window_->grab().toImage();
            long sum = 0;
            for (int y = 0; y < picture.height(); y += 8)
                for (int x = 0; x < picture.width(); x += 8)
                    sum += qGray(picture.pixel(x, y));
            return static_cast<int>(sum / (qint64{picture.height() / 8} * (picture.width() / 8)));
        };
        command("view.theme.light")->setChecked(true);
        QVERIFY(lightness() > 200);
        command("view.theme.dark")->setChecked(true);
        QVERIFY2(lightness() < 90, qPrintable(QString::number(lightness())));
        window_.reset();
        open();
        QVERIFY(command("view.theme.dark")->isChecked());
    }

    void everythingThatTakesTheKeyboardHasAName() {
        const auto walk = [](const QWidget* root) {
            QStringList nameless;
            for (const QWidget* widget : root->findChildren<QWidget*>()) {
                const bool inner = widget->objectName().startsWith(QStringLiteral("qt_"));
                if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(root) && !inner &&
                    nameOf(widget).isEmpty())
                    nameless.append(QString::fromLatin1(widget->metaObject()->className()) +
                                    QLatin1Char(' ') + widget->objectName() + QStringLiteral(" in ") +
                                    QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
            }
            return nameless;
        };
        QCOMPARE(walk(window_.get()).join(QStringLiteral("; ")), QString());
        command("lesson.choose")->trigger();
        QCOMPARE(walk(window_.get()).join(QStringLiteral("; ")), QString());
        command("edit.palette")->trigger();
        QCOMPARE(walk(probe().find<CommandPalette>()).join(QStringLiteral("; ")), QString());
    }

    void theLayoutIsRememberedAndReset() {
        command("view.lanes")->setChecked(false);
        command("view.setup")->setChecked(false);
        QVERIFY(probe().find<SetupPanel>()->isHidden());
        window_.reset();
        open();
        QVERIFY(probe().find<SetupPanel>()->isHidden());
        window_->resize(1400, 800);
        command("view.reset")->trigger();
        QVERIFY(!probe().find<SetupPanel>()->isHidden());
        QCOMPARE(window_->size(), LayoutMemory::usual_size);
    }

    void anExperimentIsSavedWithItsRecording() {
        runToTheEnd();
        const std::size_t records = probe().session()->recording().records.size();
        answer_ = folder_->filePath(QStringLiteral("run.collapselab"));
        const DetailStore details = probe().session()->details();
        QCOMPARE(details.size(), std::size_t(6));
        command("file.save")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(probe().find<FileController>()->recentFiles(), QStringList{answer_},
                                  patience_ms);
        QVERIFY(probe().find<MessageStrip>()->text().contains(answer_));
        window_.reset();
        open();
        command("file.open")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        QCOMPARE(probe().session()->details().steps(), details.steps());
        QVERIFY(probe().session()->details().at(6)->pictures == details.at(6)->pictures);
        QCOMPARE(probe().session()->state(), RunState::finished);
        QCOMPARE(probe().session()->recording().records.size(), records);
        QVERIFY(probe().session()->spec() == quickExperiment());
        command("file.open")->trigger();
        QCOMPARE(probe().find<FileController>()->recentFiles().size(), 1);
    }

    void aDamagedFileChangesNothing_data() {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a recording") << "bad.collapselab: " << QByteArray("\x1f\x8b\x08 nonsense");
        QTest::newRow("an experiment")
            << "lanes: expected 1 to 16 lanes, found 0" << QByteArray(R"({"lanes":[]})");
    }

    void aDamagedFileChangesNothing() {
        QFETCH(QString, said);
        QFETCH(QByteArray, content);
        answer_ = folder_->filePath(QStringLiteral("bad.collapselab"));
        QFile bad(answer_);
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(content) > 0 && bad.flush());
        command("file.open")->trigger();
        QTRY_VERIFY(probe().find<MessageStrip>()->text().contains(said));
        QVERIFY(probe().session()->spec() == quickExperiment());
        QVERIFY(probe().find<FileController>()->recentFiles().isEmpty());
    }

    void filesAndLinksCanBeDropped() {
        setSeed(31);
        answer_ = folder_->filePath(QStringLiteral("experiment.json"));
        command("file.save")->trigger();
        command("file.copy_command")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral(" --set stream.seed=31 ")));
        command("file.copy_link")->trigger();
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY(link.startsWith(QStringLiteral("collapselab:")));
        const auto drop = [this](QMimeData& data) {
            QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QVERIFY(window_->acceptDrops());
            for (QEvent* step : {static_cast<QEvent*>(&enter), static_cast<QEvent*>(&event)})
                for (QObject* filter : window_->findChildren<DropTarget*>())
                    filter->eventFilter(window_.get(), step);
            QVERIFY(enter.isAccepted());
        };
        setSeed(1);
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(answer_)});
        drop(file);
        QCOMPARE(probe().session()->spec().stream.seed, std::uint64_t(31));
        setSeed(1);
        QMimeData text;
        text.setText(link);
        drop(text);
        QCOMPARE(probe().session()->spec().stream.seed, std::uint64_t(31));
        setSeed(1);
        QGuiApplication::clipboard()->setText(link.left(60));
        command("file.paste_link")->trigger();
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("cut off")));
        QCOMPARE(probe().session()->spec().stream.seed, std::uint64_t(1));
    }

    void aRunThatEndsWellLeavesNoJournal() {
        runToTheEnd();
        const QDir journals(folder_->filePath(QStringLiteral("journal")));
        QCOMPARE(journals.entryList({QStringLiteral("*.jsonl")}).size(), 1);
        // Another program on the same settings must not take a living program's journal.
        QVERIFY(RunJournal::leftBehind(journals.path()).isEmpty());
        window_.reset();
        QVERIFY(journals.entryList(QDir::Files).isEmpty());
    }

    void aKilledRunIsOfferedAgain() {
        const QString program = QStringLiteral(LAB_BINARY_DIR "/bin/collapse-lab");
        if (!QFile::exists(program))
            QSKIP("collapse-lab is not built");
        QTemporaryDir home;
        const QString saved = home.filePath(QStringLiteral("saved.json"));
        QVERIFY(probe().find<FileController>()->writeExperiment(saved));
        const QByteArray before = [&] {
            QFile f(saved);
            return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
        }();
        QProcess victim;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        victim.setProcessEnvironment(environment);
        victim.start(program, {saved, QStringLiteral("--set"), QStringLiteral("stream.images=100000"),
                               QStringLiteral("--run")});
        const QDir journals(home.filePath(QStringLiteral("collapse-lab/journal")));
        const auto lines = [&] {
            const QStringList names = journals.entryList({QStringLiteral("*.jsonl")});
            if (names.isEmpty())
                return 0;
            QFile file(journals.filePath(names.first()));
            return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(lines() > 30, patience_ms);
        // Nothing is held back until the end: what the disk has at this moment must be there afterwards.
        const int earlier = lines();
        victim.kill(); // SIGKILL
        QVERIFY(victim.waitForFinished(patience_ms));
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
        QVERIFY(lines() >= earlier);
        QFile after(saved);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), before);

        window_.reset();
        window_ = std::make_unique<MainWindow>(home.filePath(QStringLiteral("collapse-lab")));
        OfferStrip* offer = probe().find<OfferStrip>();
        QVERIFY(offer->text().contains(QStringLiteral("ended unexpectedly")));
        offer->takeButton()->click();
        const Recording& recording = probe().session()->recording();
        // Head, specification, information and events are lines as well.
        QVERIFY2(static_cast<int>(recording.records.size()) >= earlier - 10,
                 qPrintable(QString::number(recording.records.size())));
        QCOMPARE(recording.spec.stream.images, std::int64_t(100000));
        QCOMPARE(probe().session()->state(), RunState::stopped);
        QVERIFY(offer->text().isEmpty());
        // Until it is saved, the recovered run is in a journal of its own; the old one is gone.
        QVERIFY(RunJournal::leftBehind(journals.path()).isEmpty());
        window_.reset();
        QVERIFY(journals.entryList({QStringLiteral("*.jsonl")}).isEmpty());
    }

  private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
    QString answer_;
};

QTEST_MAIN(TestUiControllers)
#include "test_ui_controllers.moc"
