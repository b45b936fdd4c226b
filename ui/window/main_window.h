#pragma once

#include "ui/dialog/file_dialogs.h"
#include "ui/session/command_registry.h"
#include "ui/session/frame_clock.h"
#include "ui/session/settings.h"
#include "ui/window/controllers.h"
#include "ui/window/window_tables.h"

#include <QMainWindow>

namespace lab {

class LanePanel;
class OfferStrip;
class SetupPanel;
class StatusStrip;
class TransportBar;

/// The window: it places the widgets and makes the controllers that join them with the session; what they do
/// is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(const QString& settings_folder = Settings::defaultFolder(),
                        const FileDialogs& dialogs = FileDialogs::native(),
                        const WindowTables& tables = WindowTables::standard(), QWidget* parent = nullptr);
    /// For the program that opens the window.
    const Controllers& controllers() const { return controllers_; }

  protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    void addCommands(const std::vector<CommandRow>& rows);
    void makeWidgets();
    void makeControllers(const FileDialogs& dialogs, const std::vector<Page>& pages);
    void placeWidgets();
    void connectCommands(const std::vector<CommandRow>& rows);
    void connectMessages();
    void updateCommands();

    Settings settings_;
    CommandRegistry commands_;
    FrameClock frames_;
    Controllers controllers_;
    std::vector<CommandRow> changing_; ///< commands whose text changes
    OfferStrip* offer_ = nullptr;
    TransportBar* transport_ = nullptr;
    SetupPanel* setup_ = nullptr;
    LanePanel* lanes_ = nullptr;
    StatusStrip* status_ = nullptr;
};

} // namespace lab
