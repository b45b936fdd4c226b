#include "ui/window/lesson_controller.h"

#include "core/experiment/resources.h"
#include "core/lesson/lesson_check.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/lesson/lesson_question_box.h"
#include "ui/panel/hint_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/window/main_window.h"

#include <QAction>

#include <algorithm>
#include <exception>

namespace lab {

LessonController::LessonController(MainWindow* window)
    : QObject(window), window_(window), panel_(new LessonPanel(window)) {
    panel_->hide();
    connect(panel_, &LessonPanel::lessonChosen, this,
            [this](int index) { start(lessons_.at(static_cast<std::size_t>(index))); });
    connect(panel_, &LessonPanel::stepWanted, this, &LessonController::goTo);
    connect(panel_, &LessonPanel::answered, this, &LessonController::allow);
    connect(panel_, &LessonPanel::runWanted, this, &LessonController::run);
    connect(panel_, &LessonPanel::tasksWanted, this, &LessonController::doTasks);
    connect(panel_, &LessonPanel::leaveWanted, this, &LessonController::leave);
    RunSession* session = window->session();
    connect(session, &RunSession::runStarted, this, [this] {
        if (lesson_)
            panel_->clearResults();
    });
    // After the window's own handler, which offers Run again.
    connect(session, &RunSession::stateChanged, this, &LessonController::look, Qt::QueuedConnection);
}

LessonController::~LessonController() = default;

void LessonController::load() {
    if (loaded_)
        return;
    loaded_ = true;
    try {
        for (const std::string& file : lesson_files(resource_path("lessons")))
            try {
                lessons_.push_back(load_lesson(file));
            } catch (const std::exception& error) {
                faults_.append(QString::fromUtf8(error.what()));
            }
    } catch (const std::exception& error) {
        faults_.append(QString::fromUtf8(error.what()));
    }
    if (!faults_.isEmpty())
        Q_EMIT failed(faults_.first());
}

const std::vector<Lesson>& LessonController::lessons() {
    load();
    return lessons_;
}

void LessonController::choose(bool played_through) {
    load();
    // The lesson that is on, or the one after it.
    const auto on = std::find_if(lessons_.begin(), lessons_.end(), [this](const Lesson& lesson) {
        return lesson_ && lesson.id == lesson_->id;
    });
    const auto row = on == lessons_.end() ? 0 : static_cast<int>(on - lessons_.begin());
    lesson_.reset();
    panel_->showChooser(lessons_, faults_, played_through ? row + 1 : row);
    setActive(true);
    allow();
}

bool LessonController::begin(const QString& id) {
    load();
    const auto found = std::find_if(lessons_.begin(), lessons_.end(),
                                    [&](const Lesson& lesson) { return lesson.id == id.toStdString(); });
    if (found == lessons_.end()) {
        QStringList known;
        for (const Lesson& lesson : lessons_)
            known.append(QString::fromStdString(lesson.id));
        Q_EMIT failed(
            tr("There is no lesson \"%1\": expected one of %2.").arg(id, known.join(QStringLiteral(", "))));
        return false;
    }
    start(*found);
    return true;
}

bool LessonController::beginFile(const QString& file) {
    try {
        start(load_lesson(file.toStdString()));
        return true;
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
}

void LessonController::start(const Lesson& lesson) {
    if (!before_)
        before_ = window_->session()->spec();
    lesson_ = lesson;
    setActive(true);
    goTo(0);
}

void LessonController::goTo(int step) {
    if (!lesson_ || step < 0)
        return;
    if (step >= static_cast<int>(lesson_->steps.size())) {
        choose(true);
        return;
    }
    step_ = step;
    seen_ = false;
    RunSession* session = window_->session();
    if (present().sets_up) {
        if (session->isUnderWay())
            session->stop();
        ExperimentSpec spec = present().experiment;
        // Where data and arithmetic are is the machine's matter, not the lesson's.
        spec.data_dir = session->spec().data_dir;
        spec.device = session->spec().device;
        spec.threads = session->spec().threads;
        session->setSpec(spec);
        session->forget();
    }
    panel_->showStep(*lesson_, step);
    QStringList controls;
    for (const std::string& control : present().controls)
        controls.append(QString::fromStdString(control));
    showControls(controls);
    allow();
}

void LessonController::run() {
    RunSession* session = window_->session();
    if (session->state() == RunState::paused)
        session->run();
    else
        session->restart();
}

void LessonController::doTasks() {
    if (!lesson_)
        return;
    try {
        window_->session()->setSpec(experiment_with_tasks(present(), window_->session()->spec()));
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

void LessonController::look() {
    if (!lesson_)
        return;
    const RunSession* session = window_->session();
    if (session->state() == RunState::finished && !present().checks.empty()) {
        std::vector<CheckResult> results;
        for (const LessonCheck& check : present().checks)
            results.push_back(evaluate(check, session->recording()));
        panel_->showResults(present().checks, results);
        seen_ = true;
    }
    allow();
}

void LessonController::allow() {
    const bool guessed = !lesson_ || !present().question || panel_->question()->isAnswered();
    const RunState state = window_->session()->state();
    const bool busy = state == RunState::loading || state == RunState::running;
    panel_->setRunAllowed(guessed && !busy);
    panel_->setNextAllowed(!lesson_ || (guessed && (seen_ || present().checks.empty())));
    if (guessed && !active_)
        return;
    const auto enable = [&](const char* id, bool on) {
        window_->commands().action(QString::fromLatin1(id))->setEnabled(on);
    };
    const bool can_start = !window_->session()->isUnderWay() || state == RunState::paused;
    enable("run.start", guessed && can_start);
    enable("run.step", guessed && can_start);
    enable("run.restart", guessed && state != RunState::idle);
}

void LessonController::leave() {
    lesson_.reset();
    if (RunSession* session = window_->session(); before_ && !session->isUnderWay()) {
        session->setSpec(*before_);
        session->forget(); // the lesson's run does not belong to this set-up
    }
    before_.reset();
    setActive(false);
    showControls(std::nullopt);
    allow();
}

void LessonController::setActive(bool active) {
    // The window would grow for lesson and controls together: what goes, goes first.
    if (active && (!active_ || !lesson_))
        showControls(QStringList());
    panel_->setVisible(active);
    if (std::exchange(active_, active) != active)
        Q_EMIT activeChanged(active);
}

void LessonController::showControls(const std::optional<QStringList>& controls) {
    window_->setup()->setShownFields(controls);
    window_->lanes()->setShownSwitches(controls);
}

} // namespace lab
