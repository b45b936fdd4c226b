#pragma once

#include "ui/session/command_registry.h"
#include "ui/session/frame_clock.h"
#include "ui/session/run_session.h"
#include "ui/session/settings.h"
#include "ui/style/lane_style.h"
#include "ui/window/file_controller.h"

#include <QMainWindow>

namespace lab {

class ChartBoard;
class DataController;
class ImageStrip;
class LaneController;
class LanePanel;
class MessageStrip;
class SetupPanel;
class StatusStrip;
class StudyWindow;
class TransportBar;
class ViewController;
class WindowManners;

/// The window: it places the widgets and connects them with the session; what they do is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(const QString& settings_folder = Settings::defaultFolder(),
                        FileDialogs dialogs = FileDialogs::native(), QWidget* parent = nullptr);

    RunSession* session() { return &session_; }
    const CommandRegistry& commands() const { return commands_; }
    /// To add commands to.
    CommandRegistry& registry() { return commands_; }
    const FileDialogs& fileDialogs() const { return dialogs_; }
    WindowManners* manners() const { return manners_; }
    FileController* files() const { return files_; }
    ChartBoard* charts() const { return charts_; }
    LanePanel* lanes() const { return lanes_; }
    LaneController* laneController() const { return desk_; }
    DataController* dataController() const { return data_; }
    /// Null until it is first opened.
    StudyWindow* studies() const { return studies_; }
    SetupPanel* setup() const { return setup_; }
    ImageStrip* images() const { return images_; }
    ViewController* views() const { return views_; }
    MessageStrip* message() const { return message_; }
    StatusStrip* status() const { return status_; }
    FrameClock& frameClock() { return frames_; }

    void showSetup(bool on);
    void showImages(bool on);
    void showLanes(bool on);
    /// The set-up shares its column with a lesson and shows what the lesson needs.
    void makeRoomForLesson(bool on);
    /// The lanes' colours anew, after the theme changed.
    void restyle();
    static constexpr QSize usual_size{1366, 768};
    /// Its size with a new user: usual_size, or what a smaller screen leaves beside the desktop's frame.
    QSize usualSize() const;

  protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    void addCommands();
    void addPageCommands(const QString& menu);
    void addTimeCommands(const QString& menu);
    void build();
    void connectPanels();
    void connectSession();
    void showSpec();
    /// Panels and views forget what they show and take the lanes of the specification.
    void beginLanes();
    void showState(RunState state, const QString& message);
    void showProgress();
    void showHint();
    void takeRecords(int first);
    void takeEvent(const Event& event);
    void editSchedule();
    void openStudies();
    void setPresentation(bool on);

    Settings settings_;
    RunSession session_;
    CommandRegistry commands_;
    FrameClock frames_;
    FileDialogs dialogs_;
    FileController* files_;
    WindowManners* manners_;
    TransportBar* transport_ = nullptr;
    SetupPanel* setup_ = nullptr;
    ChartBoard* charts_ = nullptr;
    ImageStrip* images_ = nullptr;
    LanePanel* lanes_ = nullptr;
    LaneController* desk_ = nullptr;
    DataController* data_ = nullptr;
    ViewController* views_ = nullptr;
    StudyWindow* studies_ = nullptr;
    std::vector<LaneStyle> styles_; ///< of the lanes that charts and images show
    MessageStrip* message_ = nullptr;
    StatusStrip* status_ = nullptr;
    QString collapsed_;     ///< name of a collapsed lane without a predictor
    bool switched_ = false; ///< a switch was thrown in the run that is shown
};

} // namespace lab
