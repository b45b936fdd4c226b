#include "ui/window/file_title.h"

#include "ui/session/run_session.h"
#include "ui/window/file_controller.h"

#include <QFileInfo>
#include <QMainWindow>

namespace lab {

FileTitle::FileTitle(QMainWindow* window, FileController* files, RunSession* session) : QObject(window) {
    connect(files, &FileController::fileHolds, window, [window](const QString& file) {
        window->setWindowTitle(QFileInfo(file).fileName() + QStringLiteral("[*]"));
        window->setWindowModified(false);
    });
    const auto mark = [window] { window->setWindowModified(true); };
    connect(session, &RunSession::specChanged, window, mark);
    connect(session, &RunSession::recipeChanged, window, mark);
    connect(session, &RunSession::runStarted, window, mark);
    connect(session, &RunSession::recordsArrived, window, mark);
    connect(session, &RunSession::lanesForked, window, mark);
}

} // namespace lab
