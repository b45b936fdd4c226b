#pragma once

#include <QObject>

class QMenu;

namespace lab {

class FileController;

/// The menu of the experiments that were opened or saved lately; filled when it is opened.
class RecentFiles : public QObject {
    Q_OBJECT
  public:
    RecentFiles(FileController* files, QMenu* menu);

  private:
    void fill();

    FileController* files_;
    QMenu* menu_;
};

} // namespace lab
