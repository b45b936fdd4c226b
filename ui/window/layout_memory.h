#pragma once

#include "ui/session/settings.h"

#include <QObject>
#include <QSize>

class QMainWindow;

namespace lab {

class CommandRegistry;
class LanePanel;
class SetupPanel;
class ViewController;

/// Size of the window and which of its panels are shown: remembered, reset, and put aside while presenting.
class LayoutMemory : public QObject {
    Q_OBJECT
  public:
    LayoutMemory(Settings* settings, const CommandRegistry* commands, SetupPanel* setup, LanePanel* lanes,
                 ViewController* views, QMainWindow* window);

    /// Size and place as they were, or the usual size.
    void restore();
    void save();
    void showSetup(bool on);
    void showImages(bool on);
    void showLanes(bool on);
    void setPresentation(bool on);
    /// The set-up shares its column with a lesson and shows what the lesson needs.
    void makeRoomForLesson(bool on);
    /// As at the first start.
    void reset();
    /// The window's size with a new user: usual_size, or what a smaller screen leaves beside the desktop's
    /// frame.
    QSize usualSize() const;

    static constexpr QSize usual_size{1366, 768};

  private:
    Settings* settings_;
    const CommandRegistry* commands_;
    SetupPanel* setup_;
    LanePanel* lanes_;
    ViewController* views_;
    QMainWindow* window_;
};

} // namespace lab
