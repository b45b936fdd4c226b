#include "tests/ui/window_probe.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/lesson/lesson_question_box.h"
#include "ui/panel/lane_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_session.h"
#include "ui/view/field_control.h"
#include "ui/view/message_strip.h"
#include "ui/view/recipe_switches.h"
#include "ui/window/lesson_controller.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <fstream>
#include <memory>

using namespace lab;

namespace {

constexpr int patience_ms = 120000;

const char* const lesson_json = R"({
  "format": "collapse-lab-lesson", "version": 1, "id": "short", "title": "Short", "summary": "s", "minutes": 1,
  "steps": [
    {"id": "first", "title": "First", "controls": ["seed", "stop_gradient"],
     "experiment": {"threads": 1, "device": "cpu", "stream": {"images": 48, "batch_size": 16}},
     "question": {"text": "Which?", "options": ["this", "that"], "answer": 1, "why": "because"},
     "tasks": ["lanes[1].recipe.alignment.stop_gradient=false"],
     "checks": [{"text": "it is off", "setting": "lanes[1].recipe.alignment.stop_gradient", "equals": false},
                {"text": "it is perfect", "lane": 0, "measure": "accuracy", "above": 1.5}]},
    {"id": "last", "title": "Last"}
  ]
})";

} // namespace

class TestUiLesson : public QObject {
    Q_OBJECT

    WindowProbe probe() const { return WindowProbe(window_.get()); }
    LessonController* lessons() { return probe().find<LessonController>(); }
    LessonPanel* panel() { return lessons()->panel(); }
    bool isOffered(const char* id) { return probe().action(QString::fromLatin1(id))->isEnabled(); }
    bool shows(const char* accessible_name) {
        for (const QWidget* widget : probe().find<SetupPanel>()->findChildren<QWidget*>())
            if (widget->accessibleName() == QLatin1String(accessible_name))
                return widget->isVisibleTo(probe().find<SetupPanel>());
        return false;
    }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        std::ofstream(folder_->filePath("short.json").toStdString()) << lesson_json;
        std::ofstream(folder_->filePath("short.en.md").toStdString())
            << "## first\n\n**Do** this.\n\n## last\n\nThat was it.\n\n## teacher\n\nA note.\n";
        const auto answer = [this](QWidget*, const QString&, const QString&, const QString&) {
            return folder_->filePath("short.json");
        };
        window_ = std::make_unique<MainWindow>(folder_->path(), FileDialogs{answer, answer, answer});
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        before_ = probe().session()->spec();
    }
    void cleanup() { window_.reset(); }

    void theListNamesAllLessons() {
        probe().action(QStringLiteral("lesson.choose"))->trigger();
        QVERIFY(panel()->isVisible());
        QVERIFY(panel()->list()->count() >= 6);
        panel()->beginButton()->click();
        QCOMPARE(lessons()->step(), 0);
        QVERIFY(panel()->text()->toPlainText().size() > 100);
        QVERIFY2(window_->minimumSizeHint().width() <= 1366,
                 qPrintable(QString::number(window_->minimumSizeHint().width())));
        QVERIFY2(window_->minimumSizeHint().height() <= 740,
                 qPrintable(QString::number(window_->minimumSizeHint().height())));
    }

    void everyLessonOpensOnEveryStep() {
        for (const Lesson& lesson : lessons()->lessons()) {
            QVERIFY(lessons()->begin(QString::fromStdString(lesson.id)));
            for (std::size_t step = 0; step < lesson.steps.size(); ++step) {
                Q_EMIT panel()->stepWanted(static_cast<int>(step));
                QCOMPARE(lessons()->step(), static_cast<int>(step));
                QVERIFY(!panel()->text()->toPlainText().isEmpty());
                QCOMPARE(panel()->runButton()->isHidden(), lesson.steps[step].checks.empty());
            }
        }
    }

    void aLessonIsWalkedThrough() {
        probe().action(QStringLiteral("lesson.file"))->trigger();
        QCOMPARE(lessons()->step(), 0);
        QCOMPARE(probe().session()->spec().stream.images, std::int64_t(48));
        // Only what the step needs.
        QVERIFY(shows("Seed"));
        QVERIFY(!shows("Data"));
        QVERIFY(!shows("Images"));
        LaneCard* card = probe().find<LanePanel>()->card(1);
        QVERIFY(card->switches()->control("alignment.stop_gradient")->tick()->isVisible());
        QVERIFY(!card->switches()->control("alignment.predictor")->choice()->isVisible());
        QVERIFY(!card->editButton()->isVisible());

        // The run waits for the guess; a wrong one will do.
        QVERIFY(!isOffered("run.start"));
        QVERIFY(!panel()->runButton()->isEnabled());
        QVERIFY(!panel()->nextButton()->isEnabled());
        panel()->question()->options().first()->click();
        panel()->question()->guessButton()->click();
        QVERIFY(panel()->question()->verdict().contains(QStringLiteral("Not quite. because")));
        QVERIFY(isOffered("run.start"));
        QVERIFY(!panel()->nextButton()->isEnabled());

        panel()->taskButton()->click();
        QVERIFY(!probe().session()->spec().lanes[1].recipe.alignment.stop_gradient);
        QVERIFY(!card->switches()->control("alignment.stop_gradient")->tick()->isChecked());
        panel()->runButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        QTRY_VERIFY(panel()->resultText().contains(QStringLiteral("✓ it is off")));
        QVERIFY(panel()->resultText().contains(QStringLiteral("✗ it is perfect (measured: ")));

        panel()->teacherButton()->click();
        QVERIFY(panel()->text()->toPlainText().contains(QStringLiteral("A note.")));
        panel()->nextButton()->click();
        QCOMPARE(lessons()->step(), 1);
        QVERIFY(panel()->text()->toPlainText().contains(QStringLiteral("That was it.")));
        panel()->leaveButton()->click();
        QVERIFY(!panel()->isVisible());
        QVERIFY(shows("Data"));
        QVERIFY(probe().session()->spec() == before_);
        // The lesson's run does not stand beside another set-up.
        QVERIFY(probe().session()->recording().records.empty());
        QCOMPARE(probe().session()->state(), RunState::idle);
    }

    void aStepBeginsWithoutTheRunBefore() {
        probe().action(QStringLiteral("lesson.file"))->trigger();
        panel()->question()->options().first()->click();
        panel()->question()->guessButton()->click();
        panel()->runButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(probe().session()->state(), RunState::finished, patience_ms);
        QVERIFY(!probe().session()->recording().records.empty());
        probe().action(QStringLiteral("lesson.file"))->trigger();
        QCOMPARE(lessons()->step(), 0);
        QVERIFY(probe().session()->recording().records.empty());
        QVERIFY(panel()->resultText().isEmpty());
    }

    void theButtonsStayWhereTheyAre() {
        probe().action(QStringLiteral("lesson.file"))->trigger();
        QTest::qWait(50);
        const int at = panel()->runButton()->mapTo(panel(), QPoint()).y();
        panel()->question()->options().first()->click();
        panel()->question()->guessButton()->click();
        panel()->runButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->resultText().isEmpty(), patience_ms);
        QTest::qWait(50);
        QCOMPARE(panel()->runButton()->mapTo(panel(), QPoint()).y(), at);
    }

    void aMistakeInALessonIsToldWithItsLine() {
        std::ofstream(folder_->filePath("short.json").toStdString()) << "{\n\"format\": \"x\"\n}";
        probe().action(QStringLiteral("lesson.file"))->trigger();
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("short.json:2: format")));
        QVERIFY(!lessons()->isActive());
    }

    void theEndOfALessonLeadsToTheNext() {
        QVERIFY(lessons()->begin(QStringLiteral("2-collapse")));
        lessons()->choose();
        QCOMPARE(panel()->list()->currentRow(), 1); // opened in between: the lesson that is on
        QVERIFY(lessons()->begin(QStringLiteral("2-collapse")));
        lessons()->choose(true);
        QCOMPARE(panel()->list()->currentRow(), 2);
        QVERIFY(lessons()->begin(QString::fromStdString(lessons()->lessons().back().id)));
        lessons()->choose(true);
        QCOMPARE(panel()->list()->currentRow(), 0);
    }

    void anUnknownLessonIsToldWithTheKnownOnes() {
        QVERIFY(!lessons()->begin(QStringLiteral("nothing")));
        QVERIFY(probe().find<MessageStrip>()->text().contains(QStringLiteral("2-collapse")));
    }

  private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
    ExperimentSpec before_;
};

QTEST_MAIN(TestUiLesson)
#include "test_ui_lesson.moc"
