#pragma once

#include <QObject>

class QMainWindow;

namespace lab {

class FileController;
class RunSession;

/// The window's title: the file that holds what is shown, and a mark where it no longer holds all of it.
class FileTitle : public QObject {
    Q_OBJECT
  public:
    FileTitle(QMainWindow* window, FileController* files, RunSession* session);
};

} // namespace lab
