#include "ui/window/lesson_controller.h"

#include "core/base/resources.h"
#include "core/lesson/lesson_check.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/lesson/lesson_question_box.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_session.h"
#include "ui/session/settings.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace lab {

LessonController::LessonController(RunSession* session, SetupPanel* setup, LanePanel* lanes,
                                   Settings* settings, FileDialogs dialogs, QWidget* window)
    : QObject(window), session_(session), setup_(setup), lanes_(lanes), settings_(settings),
      dialogs_(std::move(dialogs)), window_(window), panel_(new LessonPanel(window)) {
    panel_->hide();
    connect(panel_, &LessonPanel::lessonChosen, this,
            [this](int index) { start(lessons_.at(static_cast<std::size_t>(index))); });
    connect(panel_, &LessonPanel::stepWanted, this, &LessonController::goTo);
    connect(panel_, &LessonPanel::answered, this, &LessonController::allow);
    connect(panel_, &LessonPanel::runWanted, this, &LessonController::run);
    connect(panel_, &LessonPanel::tasksWanted, this, &LessonController::doTasks);
    connect(panel_, &LessonPanel::leaveWanted, this, &LessonController::leave);
    connect(session, &RunSession::runStarted, this, [this] {
        if (lesson_)
            panel_->clearResults();
    });
    // When all that belongs to the end of the run has been told.
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

void LessonController::openFile() {
    const QString file =
        dialogs_.open(window_, tr("Open a lesson"), settings_->lastFolder(), tr("Lessons (*.json)"));
    if (!file.isEmpty())
        beginFile(file);
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
        before_ = session_->spec();
    lesson_ = lesson;
    step_ = 0;
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
    if (present().sets_up) {
        if (session_->isUnderWay())
            session_->stop();
        ExperimentSpec spec = present().experiment;
        // Where data and arithmetic are is the machine's matter, not the lesson's.
        spec.data_dir = session_->spec().data_dir;
        spec.device = session_->spec().device;
        spec.threads = session_->spec().threads;
        session_->setSpec(spec);
        session_->forget();
    }
    panel_->showStep(*lesson_, step);
    QStringList controls;
    for (const std::string& control : present().controls)
        controls.append(QString::fromStdString(control));
    showControls(controls);
    allow();
}

void LessonController::run() {
    if (session_->state() == RunState::paused)
        session_->run();
    else
        session_->restart();
}

void LessonController::doTasks() {
    if (!lesson_)
        return;
    try {
        session_->setSpec(experiment_with_tasks(present(), session_->spec()));
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

void LessonController::look() {
    if (!lesson_)
        return;
    if (session_->state() == RunState::finished && !present().checks.empty()) {
        std::vector<CheckResult> results;
        for (const LessonCheck& check : present().checks)
            results.push_back(evaluate(check, session_->recording()));
        panel_->showResults(present().checks, results);
        seen_ = true;
    }
    allow();
}

bool LessonController::waitsForGuess() const {
    return lesson_ && present().question && !panel_->question()->isAnswered();
}

void LessonController::allow() {
    const RunState state = session_->state();
    const bool busy = state == RunState::loading || state == RunState::running;
    const bool guessed = !waitsForGuess();
    panel_->setRunAllowed(guessed && !busy);
    panel_->setNextAllowed(!lesson_ || (guessed && (seen_ || present().checks.empty())));
    Q_EMIT changed();
}

void LessonController::leave() {
    lesson_.reset();
    if (before_ && !session_->isUnderWay()) {
        session_->setSpec(*before_);
        session_->forget(); // the lesson's run does not belong to this set-up
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
    setup_->setShownFields(controls);
    lanes_->setShownSwitches(controls);
}

} // namespace lab
