#pragma once

#include "ui/window/controllers.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

namespace lab {

/// Runs the window's experiment to its end without anyone at the keyboard, then writes a picture of the
/// window and the records, and ends the program: 0, or 1 after a sentence on standard error.
class DemoRun : public QObject {
    Q_OBJECT
  public:
    /// @param folder is made if it is not there
    /// @param since_start running since the program's first line
    /// @param frame_times whether the window's frame times are printed at the end
    DemoRun(const Controllers& controllers, const QString& folder, QElapsedTimer since_start,
            bool frame_times);
    void start();

  private:
    void fail(const QString& sentence);
    void finish();

    const Controllers& controllers_;
    QString folder_;
    QElapsedTimer since_start_;
    bool frame_times_;
    bool point_seen_ = false;
    bool over_ = false;
};

} // namespace lab
