#include "ui/window/layout_memory.h"

#include "ui/lesson/lesson_panel.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/command_registry.h"
#include "ui/view/image_strip.h"
#include "ui/window/view_controller.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>
#include <QScreen>

namespace lab {

namespace {
constexpr int setup_width = LessonPanel::width; // the charts stay where they are when a lesson begins
constexpr int lanes_width = 320;
} // namespace

LayoutMemory::LayoutMemory(Settings* settings, const CommandRegistry* commands, SetupPanel* setup,
                           LanePanel* lanes, ViewController* views, QMainWindow* window)
    : QObject(window), settings_(settings), commands_(commands), setup_(setup), lanes_(lanes), views_(views),
      window_(window) {
    setup_->setFixedWidth(setup_width);
    lanes_->setFixedWidth(lanes_width);
}

QSize LayoutMemory::usualSize() const {
    constexpr QSize frame{16, 40}; // what desktops put around a window
    const QSize room = window_->screen()->availableSize() - frame;
    // A screen without a desktop, smaller than the window can be, decides nothing.
    return room.width() < window_->minimumSizeHint().width() ? usual_size : usual_size.boundedTo(room);
}

void LayoutMemory::restore() {
    window_->resize(usualSize());
    window_->restoreGeometry(settings_->geometry());
}

void LayoutMemory::save() {
    if (!window_->isFullScreen())
        settings_->setGeometry(window_->saveGeometry());
}

void LayoutMemory::showSetup(bool on) {
    setup_->setVisible(on);
}

void LayoutMemory::showImages(bool on) {
    if (views_->images())
        views_->images()->setVisible(on);
}

void LayoutMemory::showLanes(bool on) {
    lanes_->setVisible(on);
}

void LayoutMemory::setPresentation(bool on) {
    window_->menuBar()->setVisible(!on);
    setup_->setVisible(!on && commands_->action(QStringLiteral("view.setup"))->isChecked());
    views_->setPresentation(on);
    window_->setWindowState(on ? window_->windowState() | Qt::WindowFullScreen
                               : window_->windowState() & ~Qt::WindowFullScreen);
}

void LayoutMemory::makeRoomForLesson(bool on) {
    setup_->setFixedWidth(on ? LessonPanel::width : setup_width);
    setup_->setSizePolicy(QSizePolicy::Preferred, on ? QSizePolicy::Maximum : QSizePolicy::Preferred);
}

void LayoutMemory::reset() {
    for (const char* id : {"view.setup", "view.images", "view.lanes", "view.labels", "view.marks"})
        commands_->action(QString::fromLatin1(id))->setChecked(true);
    for (const char* id : {"view.running", "view.centre", "view.presentation"})
        commands_->action(QString::fromLatin1(id))->setChecked(false);
    window_->showNormal();
    window_->resize(usualSize());
    settings_->setGeometry({});
}

} // namespace lab
