#pragma once

#include "core/lesson/lesson.h"
#include "ui/dialog/file_dialogs.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

class QWidget;

namespace lab {

class LanePanel;
class LessonPanel;
class RunSession;
class Settings;
class SetupPanel;

/// Leads through a lesson: it sets up each step's experiment, shows the controls that the step needs and no
/// others, holds the run back until the guess is made, and looks at the recording when the run is over.
/// Leaving gives back the experiment from before.
class LessonController : public QObject {
    Q_OBJECT
  public:
    LessonController(RunSession* session, SetupPanel* setup, LanePanel* lanes, Settings* settings,
                     FileDialogs dialogs, QWidget* window);
    ~LessonController() override;

    LessonPanel* panel() const { return panel_; }
    /// Lessons that lie in the program's resources, with sentences about files that are none.
    const std::vector<Lesson>& lessons();
    /// Shows the list.
    void choose(bool played_through = false);
    /// By its id. False after an error has been told.
    bool begin(const QString& id);
    /// Asks for a teacher's own file and begins it.
    void openFile();
    /// A teacher's own file. False after an error has been told.
    bool beginFile(const QString& file);
    void leave();
    bool isActive() const { return active_; }
    /// The step has a question, and the run is held back until it is answered.
    bool waitsForGuess() const;
    /// −1 while no step is shown.
    int step() const { return lesson_ ? step_ : -1; }

  Q_SIGNALS:
    void failed(const QString& sentence);
    /// A lesson or the list appeared or went.
    void activeChanged(bool active);
    /// isActive() or waitsForGuess() may be different now.
    void changed();

  private:
    void load();
    void start(const Lesson& lesson);
    void goTo(int step);
    void run();
    void doTasks();
    void look();
    void allow();
    void setActive(bool active);
    void showControls(const std::optional<QStringList>& controls);
    const LessonStep& present() const { return lesson_->steps[static_cast<std::size_t>(step_)]; }

    RunSession* session_;
    SetupPanel* setup_;
    LanePanel* lanes_;
    Settings* settings_;
    FileDialogs dialogs_;
    QWidget* window_;
    LessonPanel* panel_;
    bool loaded_ = false;
    std::vector<Lesson> lessons_;
    QStringList faults_;
    std::optional<Lesson> lesson_;
    int step_ = 0;
    bool active_ = false;
    bool seen_ = false; ///< the step's run has come to its end
    std::optional<ExperimentSpec> before_;
};

} // namespace lab
