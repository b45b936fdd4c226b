#include "ui/window/main_window.h"

#include "ui/lesson/lesson_panel.h"
#include "ui/panel/lane_panel.h"
#include "ui/panel/setup_panel.h"
#include "ui/panel/transport_bar.h"
#include "ui/session/run_session.h"
#include "ui/session/spec_history.h"
#include "ui/style/wheel_guard.h"
#include "ui/view/message_strip.h"
#include "ui/view/offer_strip.h"
#include "ui/view/status_strip.h"
#include "ui/window/appearance.h"
#include "ui/window/chart_zoom.h"
#include "ui/window/data_controller.h"
#include "ui/window/dialog_controller.h"
#include "ui/window/drop_target.h"
#include "ui/window/export_controller.h"
#include "ui/window/file_controller.h"
#include "ui/window/file_title.h"
#include "ui/window/lane_controller.h"
#include "ui/window/layout_memory.h"
#include "ui/window/lesson_controller.h"
#include "ui/window/menus.h"
#include "ui/window/recent_files.h"
#include "ui/window/run_recovery.h"
#include "ui/window/setup_controller.h"
#include "ui/window/status_controller.h"
#include "ui/window/view_controller.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QVBoxLayout>

namespace lab {

MainWindow::MainWindow(const QString& settings_folder, const FileDialogs& dialogs, const WindowTables& tables,
                       QWidget* parent)
    : QMainWindow(parent), settings_(settings_folder) {
    setWindowTitle(tr("New experiment[*]"));
    qApp->installEventFilter(new WheelGuard(this));
    addCommands(tables.commands);
    makeWidgets();
    makeControllers(dialogs, tables.pages);
    placeWidgets();
    connectCommands(tables.commands);
    connectMessages();
    controllers_.layout->restore();
    // What the command line sets belongs to the beginning, not to the history.
    QTimer::singleShot(0, controllers_.history, &SpecHistory::begin);
    auto* recovery = new RunRecovery(controllers_.session, settings_, controllers_.files,
                                     controllers_.message, offer_, this);
    controllers_.recovery = recovery;
    connect(recovery->archive(), &RunArchive::kept, controllers_.dialogs, &DialogController::refreshRuns);
    connect(controllers_.dialogs, &DialogController::fileWanted, controllers_.files,
            &FileController::openFile);
    recovery->begin();
    transport_->focusRun();
    QTimer::singleShot(0, controllers_.data, &DataController::check);
}

void MainWindow::addCommands(const std::vector<CommandRow>& rows) {
    for (const CommandRow& row : rows) {
        bool on = row.on;
        if (row.kind == Command::Kind::choice) {
            const QString chosen = settings_.choice(row.setting);
            on = row.value == (chosen.isEmpty() ? QStringLiteral("system") : chosen);
        } else if (!row.setting.isEmpty()) {
            on = settings_.flag(row.setting, row.on);
        }
        const bool remembered = row.kind == Command::Kind::toggle && !row.setting.isEmpty();
        commands_.add(
            row,
            [this, act = row.act, remembered, setting = row.setting](bool now) {
                if (remembered)
                    settings_.setFlag(setting, now);
                if (act)
                    act(controllers_, now);
            },
            on);
        if (row.present_text)
            changing_.push_back(row);
    }
    fillMenuBar(menuBar(), commands_);
    // The menu bar is hidden while presenting; its shortcuts must go on working.
    for (const Command& command : commands_.commands())
        addAction(command.action);
}

void MainWindow::makeWidgets() {
    transport_ = new TransportBar(commands_, this);
    addToolBar(transport_);
    auto* content = new QWidget(this);
    setCentralWidget(content);
    setup_ = new SetupPanel(content);
    lanes_ = new LanePanel(content);
    offer_ = new OfferStrip(content);
    status_ = new StatusStrip(content);
    controllers_.message = new MessageStrip(content);
}

void MainWindow::makeControllers(const FileDialogs& dialogs, const std::vector<Page>& pages) {
    Controllers& c = controllers_;
    c.window = this;
    c.commands = &commands_;
    c.frames = &frames_;
    c.session = new RunSession(this);
    c.history = new SpecHistory(c.session, this);
    c.files = new FileController(c.session, &settings_, dialogs, this);
    c.lanes = new LaneController(c.session, lanes_, this);
    c.views = new ViewController(c.session, lanes_, pages, centralWidget());
    c.data = new DataController(c.session, setup_, c.message, &settings_, dialogs, this);
    c.lessons = new LessonController(c.session, setup_, lanes_, &settings_, dialogs, this);
    c.exports = new ExportController(c.session, c.views, &settings_, dialogs, this);
    c.dialogs = new DialogController(c.session, &settings_, &commands_, dialogs, this);
    c.layout = new LayoutMemory(&settings_, &commands_, setup_, lanes_, c.views, this);
    c.appearance = new Appearance(&settings_, offer_, this);
    new SetupController(c.session, setup_, c.data, c.message, this);
    new StatusController(c.session, transport_, setup_, c.message, status_, this);
    new FileTitle(this, c.files, c.session);
    new RecentFiles(c.files, menuBar()->findChild<QMenu*>(QStringLiteral("file.recent")));
    auto* drop = new DropTarget(this);
    connect(drop, &DropTarget::fileDropped, c.files, &FileController::openFile);
    connect(drop, &DropTarget::linkDropped, c.files, &FileController::readLink);
    connect(c.session, &RunSession::drainStarted, this, [this] { frames_.begin(); });
    connect(c.appearance, &Appearance::themeChanged, c.lanes, &LaneController::showLanes);
    connect(c.appearance, &Appearance::themeChanged, c.views, &ViewController::restyle);
}

void MainWindow::placeWidgets() {
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    auto* left = new QVBoxLayout;
    left->addWidget(controllers_.lessons->panel(), 1);
    left->addWidget(setup_);
    columns->addLayout(left);
    columns->addWidget(controllers_.views->area(), 1);
    columns->addWidget(lanes_);
    auto* rows = new QVBoxLayout(centralWidget());
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(8);
    rows->addWidget(offer_);
    rows->addWidget(controllers_.message);
    rows->addLayout(columns, 1);
    rows->addWidget(status_);
}

void MainWindow::connectCommands(const std::vector<CommandRow>& rows) {
    const Controllers& c = controllers_;
    c.views->offer(commands_.action(QStringLiteral("export.present")),
                   commands_.action(QStringLiteral("run.fork")));
    for (const CommandRow& row : rows)
        if (row.kind == Command::Kind::toggle && !row.setting.isEmpty())
            row.act(c, commands_.action(row.id)->isChecked());
    // The commands go before the controllers, and these connections with them.
    const auto follow = [this](const char* id) {
        return [action = commands_.action(QString::fromLatin1(id))](bool on) { action->setChecked(on); };
    };
    connect(c.views, &ViewController::runningAccuracyShown, &commands_, follow("view.running"));
    connect(c.views->zoom(), &ChartZoom::followingChanged, &commands_, follow("view.follow"));
    connect(c.views, &ViewController::centreDominanceShown, &commands_, follow("view.centre"));
    const auto update = [this] { updateCommands(); };
    connect(c.session, &RunSession::stateChanged, &commands_, update);
    connect(c.views, &ViewController::forkOffered, &commands_, update);
    connect(c.lessons, &LessonController::changed, &commands_, update);
    connect(c.history->stack(), &QUndoStack::indexChanged, &commands_, update);
    updateCommands();
}

void MainWindow::connectMessages() {
    const Controllers& c = controllers_;
    connect(c.files, &FileController::failed, c.message, &MessageStrip::showError);
    connect(c.files, &FileController::done, c.message, &MessageStrip::showNews);
    connect(c.files, &FileController::busy, c.message, &MessageStrip::showNews);
    connect(c.files, &FileController::opened, c.message, &QWidget::hide);
    connect(c.exports, &ExportController::failed, c.message, &MessageStrip::showError);
    connect(c.exports, &ExportController::done, c.message, &MessageStrip::showNews);
    connect(c.lessons, &LessonController::failed, c.message, &MessageStrip::showError);
    connect(c.lessons, &LessonController::activeChanged, c.layout, &LayoutMemory::makeRoomForLesson);
}

void MainWindow::updateCommands() {
    const Controllers& c = controllers_;
    WindowState state;
    state.run = c.session->state();
    state.guess_missing = c.lessons->waitsForGuess();
    state.in_lesson = c.lessons->isActive();
    state.can_undo = c.history->stack()->canUndo();
    state.can_redo = c.history->stack()->canRedo();
    state.can_fork = c.views->canFork();
    state.can_run_again = c.session->canRunAgain();
    commands_.update(state);
    for (const CommandRow& row : changing_)
        commands_.action(row.id)->setText(row.present_text(c));
}

bool MainWindow::event(QEvent* event) {
    const bool handled = QMainWindow::event(event);
    if (event->type() == QEvent::UpdateRequest)
        frames_.painted();
    return handled;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    controllers_.layout->save();
    controllers_.dialogs->close();
    QMainWindow::closeEvent(event);
}

} // namespace lab
