#include "ui/text/language.h"
#include "ui/window/export_controller.h"
#include "ui/window/lesson_controller.h"
#include "ui/window/main_window.h"
#include "ui/window/window_manners.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace lab {

void WindowManners::addFileCommands(const QString& menu) {
    CommandRegistry& commands = window_->registry();
    commands.addMenu(QStringLiteral("file.recent"), menu, tr("Open &recent"),
                     tr("Experiments that were opened or saved lately"));
    commands.add(QStringLiteral("file.copy_link"), menu, tr("&Copy share link"),
                 QKeySequence(QStringLiteral("Ctrl+Shift+C")), {},
                 tr("The experiment as a line of text to send to someone"),
                 [this] { window_->files()->copyLink(); });
    commands.add(QStringLiteral("file.paste_link"), menu, tr("&Paste share link"),
                 QKeySequence(QStringLiteral("Ctrl+Shift+V")), {},
                 tr("Set up the experiment whose link is in the clipboard"),
                 [this] { window_->files()->pasteLink(); });
    commands.addSeparator(menu);
    commands.addMenu(QStringLiteral("file.export"), menu, tr("&Hand out"),
                     tr("Pictures, tables and a report to give away"));
    exports_->addCommands(commands, QStringLiteral("file.export"));
}

void WindowManners::connectMenus() {
    auto* recent = window_->menuBar()->findChild<QMenu*>(QStringLiteral("file.recent"));
    recent->setToolTipsVisible(true);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
}

void WindowManners::addEditCommands(const QString& menu) {
    CommandRegistry& commands = window_->registry();
    QUndoStack* stack = history_.stack();
    QAction* undo =
        commands.add(QStringLiteral("edit.undo"), menu, tr("&Undo"), QKeySequence(QKeySequence::Undo), {},
                     tr("Take back the latest setting"), [stack] { stack->undo(); });
    QAction* redo = commands.add(
        QStringLiteral("edit.redo"), menu, tr("&Redo"), QKeySequence(QStringLiteral("Ctrl+Shift+Z")), {},
        tr("Make the setting again that was taken back"), [stack] { stack->redo(); });
    const auto name = [stack, undo, redo] {
        undo->setEnabled(stack->canUndo());
        redo->setEnabled(stack->canRedo());
        undo->setText(stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
        redo->setText(stack->canRedo() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
    };
    // The stack empties itself when the window goes, after the commands: the connection dies with them.
    connect(stack, &QUndoStack::indexChanged, undo, name);
    name();
    commands.addSeparator(menu);
    commands.add(QStringLiteral("edit.palette"), menu, tr("Find a &command…"),
                 QKeySequence(QStringLiteral("Ctrl+Shift+P")), {}, tr("Search all commands by name"),
                 [this] { openPalette(); });
}

void WindowManners::addLessonCommands(const QString& menu) {
    CommandRegistry& commands = window_->registry();
    commands.add(QStringLiteral("lesson.choose"), menu, tr("&Choose a lesson…"),
                 QKeySequence(QStringLiteral("Ctrl+L")), {}, tr("A list with what each lesson is about"),
                 [this] { lessons_->choose(); });
    commands.add(QStringLiteral("lesson.file"), menu, tr("&Open a lesson file…"), {}, {},
                 tr("A lesson of your own; mistakes in it are told with their line"), [this] {
                     const QString file = window_->fileDialogs().open(
                         window_, tr("Open a lesson"), settings_->lastFolder(), tr("Lessons (*.json)"));
                     if (!file.isEmpty())
                         lessons_->beginFile(file);
                 });
    QAction* leave = commands.add(QStringLiteral("lesson.leave"), menu, tr("&Leave the lesson"), {}, {},
                                  tr("Back to the whole window and the experiment from before"),
                                  [this] { lessons_->leave(); });
    leave->setEnabled(false);
    connect(lessons_, &LessonController::activeChanged, leave, &QAction::setEnabled);
}

void WindowManners::addPanelToggle(const QString& menu, const QString& id, const QString& text,
                                   const QKeySequence& keys, const std::function<void(bool)>& show) {
    window_->registry().addToggle(id, menu, text, keys, tr("Shown or hidden; remembered"),
                                  settings_->flag(id, true), [this, id, show](bool on) {
                                      settings_->setFlag(id, on);
                                      show(on);
                                  });
}

void WindowManners::addChoices(const QString& menu, const QString& setting,
                               const QList<QPair<QString, QString>>& choices,
                               const std::function<void(const QString&)>& choose) {
    auto* group = new QActionGroup(this);
    QString present = settings_->choice(setting);
    if (present.isEmpty())
        present = QStringLiteral("system");
    for (const auto& [id, title] : choices) {
        QAction* action = window_->registry().addToggle(menu + QLatin1Char('.') + id, menu, title, {},
                                                        tr("Remembered for the next start"), id == present,
                                                        [choose, id = id](bool on) {
                                                            if (on)
                                                                choose(id);
                                                        });
        group->addAction(action);
    }
}

void WindowManners::addViewCommands(const QString& menu) {
    CommandRegistry& commands = window_->registry();
    commands.addSeparator(menu);
    addPanelToggle(menu, QStringLiteral("view.setup"), tr("&Set-up"), QKeySequence(QStringLiteral("Ctrl+5")),
                   [this](bool on) { window_->showSetup(on); });
    addPanelToggle(menu, QStringLiteral("view.images"), tr("&Images of the batch"),
                   QKeySequence(QStringLiteral("Ctrl+6")), [this](bool on) { window_->showImages(on); });
    addPanelToggle(menu, QStringLiteral("view.lanes"), tr("&Lanes"), QKeySequence(QStringLiteral("Ctrl+7")),
                   [this](bool on) { window_->showLanes(on); });
    commands.add(QStringLiteral("view.reset"), menu, tr("&Reset the layout"), {}, {},
                 tr("Size, panels and measures as at the first start"), [this] { resetLayout(); });
    commands.addSeparator(menu);
    commands.addMenu(QStringLiteral("view.theme"), menu, tr("T&heme"), tr("Light or dark"));
    addChoices(QStringLiteral("view.theme"), QStringLiteral("theme"),
               {{QStringLiteral("system"), tr("As the &system")},
                {QStringLiteral("light"), tr("&Light theme")},
                {QStringLiteral("dark"), tr("&Dark theme")}},
               [this](const QString& id) { setTheme(themeNamed(id)); });
    commands.addMenu(QStringLiteral("view.language"), menu, tr("Lan&guage"),
                     tr("Language of the window and of the lessons"));
    addChoices(QStringLiteral("view.language"), QStringLiteral("language"), languageChoices(),
               [this](const QString& id) { setLanguage(id); });
}

} // namespace lab
