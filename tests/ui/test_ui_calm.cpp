#include "core/record/recording_file.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "tests/ui/window_probe.h"
#include "ui/panel/lane_card.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_session.h"
#include "ui/session/settings.h"
#include "ui/view/message_strip.h"
#include "ui/view/view_deck.h"
#include "ui/window/file_controller.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QSlider>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

#include <memory>

using namespace lab;

/// What a window does not do by itself, and what it says of its file.
class TestUiCalm : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
    QString asked_from_, answer_;

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    void turnWheel(QWidget* widget) {
        const QPoint middle = widget->rect().center();
        QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
        QCoreApplication::processEvents();
    }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        const auto answer = [this](QWidget*, const QString&, const QString& start, const QString&) {
            asked_from_ = start;
            return answer_;
        };
        window_ = std::make_unique<MainWindow>(folder_->path(), FileDialogs{answer, answer, answer});
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QCoreApplication::processEvents();
    }
    void cleanup() { window_.reset(); }

    void theWheelChangesNothingWithoutFocus() {
        const ExperimentSpec before = probe().session()->spec();
        probe().find<ViewDeck>()->tabs()->setFocus();
        auto* panel = probe().find<SetupPanel>();
        int fields = 0;
        for (QWidget* field : panel->findChildren<QWidget*>())
            if (field->isVisible() && !field->hasFocus() &&
                (qobject_cast<QSpinBox*>(field) || qobject_cast<QComboBox*>(field) ||
                 qobject_cast<QSlider*>(field))) {
                turnWheel(field);
                ++fields;
            }
        QVERIFY(fields >= 8);
        QVERIFY(probe().session()->spec() == before);
        panel->findChild<QSpinBox*>()->setFocus();
        const QString page = probe().find<ViewDeck>()->current();
        turnWheel(probe().find<ViewDeck>()->tabs());
        QCOMPARE(probe().find<ViewDeck>()->current(), page);
    }
    void withFocusItDoes() {
        auto* number = probe().find<SetupPanel>()->findChild<QSpinBox*>();
        number->setFocus();
        QVERIFY(number->hasFocus());
        const int before = number->value();
        turnWheel(number);
        QVERIFY(number->value() != before);
    }
    void theTitleNamesTheFileAndMarksChanges() {
        QCOMPARE(window_->windowTitle(), QStringLiteral("New experiment[*]"));
        answer_ = folder_->filePath(QStringLiteral("mine.json"));
        probe().action(QStringLiteral("file.save"))->trigger();
        QCOMPARE(window_->windowTitle(), QStringLiteral("mine.json[*]"));
        QVERIFY(!window_->isWindowModified());
        ExperimentSpec spec = probe().session()->spec();
        spec.stream.seed += 1;
        probe().session()->setSpec(spec);
        QVERIFY(window_->isWindowModified());
        probe().action(QStringLiteral("file.save"))->trigger();
        QVERIFY(!window_->isWindowModified());
    }
    void dialogsBeginInTheDocuments() {
        answer_.clear();
        probe().action(QStringLiteral("file.save"))->trigger();
        QCOMPARE(QFileInfo(asked_from_).absolutePath(),
                 QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).absolutePath());
        Settings(folder_->path()).setLastDataFolder(QStringLiteral("/data"));
        probe().action(QStringLiteral("file.save"))->trigger();
        QVERIFY(!asked_from_.startsWith(QStringLiteral("/data")));
    }
    /// As a file, a recording and a link: told in a sentence, and the experiment at hand stays.
    void whatAsksQuestionsIsNotShownYet() {
        ExperimentSpec at_hand = probe().session()->spec();
        at_hand.stream.seed = 31;
        probe().session()->setSpec(at_hand);
        auto* files = probe().find<FileController>();
        Recording recording;
        recording.spec = language_experiment("chain-arithmetic", "/m");
        recording.info.total_steps = 1;
        const QString specification = folder_->filePath(QStringLiteral("questions.json"));
        const QString recorded = folder_->filePath(QStringLiteral("questions.collapselab"));
        QFile file(specification);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(to_json(recording.spec)));
        file.close();
        save_recording(recorded.toStdString(), recording);
        const auto refused = [&](bool taken) {
            const bool told =
                probe().find<MessageStrip>()->text().contains(QStringLiteral("asks a language model"));
            probe().find<MessageStrip>()->hide();
            return !taken && told && probe().session()->spec().stream.seed == 31;
        };
        QVERIFY(refused(files->readExperiment(specification)));
        QVERIFY(refused(files->readExperiment(recorded)));
        QVERIFY(refused(files->readLink(QString::fromStdString(share_link(recording.spec)))));
    }

    void aCollapsedLaneLeadsToWhy() {
        auto* card = probe().find<LaneCard>();
        StepRecord record;
        record.step = 41;
        card->showRecord(record);
        const auto why = [card]() -> QToolButton* {
            for (auto* button : card->findChildren<QToolButton*>())
                if (button->text() == QStringLiteral("Why?"))
                    return button;
            return nullptr;
        };
        QVERIFY(why() != nullptr && why()->isHidden());
        record.collapsed_at = 41;
        card->showRecord(record);
        QVERIFY(why()->isVisible());
        why()->click();
        QCOMPARE(probe().find<ViewDeck>()->current(), QStringLiteral("why"));
    }
};

QTEST_MAIN(TestUiCalm)
#include "test_ui_calm.moc"
