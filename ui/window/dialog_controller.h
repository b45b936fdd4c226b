#pragma once

#include "ui/dialog/file_dialogs.h"
#include "ui/session/settings.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace lab {

class CommandPalette;
class CommandRegistry;
class RunSession;
class GlossaryWindow;
class RunsWindow;
class StudyWindow;

/// Opens the dialogs that stand beside the window and belong to no panel.
class DialogController : public QObject {
    Q_OBJECT
  public:
    DialogController(RunSession* session, Settings* settings, const CommandRegistry* commands,
                     FileDialogs dialogs, QWidget* window);

    void openStudies();
    /// The runs that are kept in the folder.
    void openRuns(const QString& folder);
    /// Another run is there.
    void refreshRuns();
    void openPalette();
    /// At the entry for what is under the mouse, else for what has the focus.
    void openGlossary();
    void openShortcuts();
    void openAbout();
    /// What would outlive the window.
    void close();

  Q_SIGNALS:
    void fileWanted(const QString& file);

  private:
    RunSession* session_;
    Settings* settings_;
    const CommandRegistry* commands_;
    FileDialogs dialogs_;
    QWidget* window_;
    StudyWindow* studies_ = nullptr;
    GlossaryWindow* glossary_ = nullptr;
    RunsWindow* runs_ = nullptr;
    QPointer<CommandPalette> palette_;
};

} // namespace lab
