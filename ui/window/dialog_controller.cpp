#include "ui/window/dialog_controller.h"

#include "ui/dialog/about_dialogs.h"
#include "ui/dialog/command_palette.h"
#include "ui/dialog/glossary_window.h"
#include "ui/dialog/runs_window.h"
#include "ui/dialog/study_window.h"
#include "ui/session/run_session.h"
#include "ui/style/help_topic.h"

#include <QApplication>
#include <QCursor>
#include <QLineEdit>

#include <utility>

namespace lab {

DialogController::DialogController(RunSession* session, Settings* settings, const CommandRegistry* commands,
                                   FileDialogs dialogs, QWidget* window)
    : QObject(window), session_(session), settings_(settings), commands_(commands),
      dialogs_(std::move(dialogs)), window_(window) {}

void DialogController::openStudies() {
    if (!studies_) {
        studies_ = new StudyWindow(settings_->resultsFolder(), dialogs_, window_);
        connect(studies_, &StudyWindow::folderChosen, this,
                [this](const QString& folder) { settings_->setResultsFolder(folder); });
    }
    studies_->setSpec(session_->spec());
    studies_->show();
    studies_->raise();
}

void DialogController::openRuns(const QString& folder) {
    if (!runs_) {
        runs_ = new RunsWindow(folder, window_);
        connect(runs_, &RunsWindow::openWanted, this, &DialogController::fileWanted);
    }
    runs_->refresh();
    runs_->show();
    runs_->raise();
    runs_->activateWindow();
}

void DialogController::refreshRuns() {
    if (runs_ && runs_->isVisible())
        runs_->refresh();
}

void DialogController::openPalette() {
    if (palette_)
        palette_->close();
    palette_ = new CommandPalette(*commands_, window_);
    palette_->show();
    palette_->activateWindow();
}

void DialogController::openGlossary() {
    QString topic = helpTopicOf(QApplication::widgetAt(QCursor::pos()));
    if (topic.isEmpty())
        topic = helpTopicOf(QApplication::focusWidget());
    if (!glossary_)
        glossary_ = new GlossaryWindow(window_);
    glossary_->search()->clear();
    glossary_->showEntry(topic);
    glossary_->show();
    glossary_->raise();
    glossary_->activateWindow();
}

void DialogController::openShortcuts() {
    showShortcuts(window_, *commands_);
}

void DialogController::openAbout() {
    showAbout(window_);
}

void DialogController::close() {
    if (studies_)
        studies_->close();
}

} // namespace lab
