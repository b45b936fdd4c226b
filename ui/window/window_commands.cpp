#include "ui/dialog/about_dialogs.h"
#include "ui/plot/chart_board.h"
#include "ui/plot/chart_tile.h"
#include "ui/style/icons.h"
#include "ui/window/data_controller.h"
#include "ui/window/main_window.h"
#include "ui/window/menus.h"
#include "ui/window/view_controller.h"
#include "ui/window/window_manners.h"

#include <QAction>
#include <QMenuBar>
#include <QStyle>

#include <utility>

namespace lab {

void MainWindow::addCommands() {
    const QString file = tr("&File");
    const QString edit = tr("&Edit");
    const QString run = tr("&Run");
    const QString view = tr("&View");
    const QString time = tr("&Time");
    const QString help = tr("&Help");
    const auto standard = [this](QStyle::StandardPixmap picture) { return style()->standardIcon(picture); };

    commands_.add(QStringLiteral("file.open"), file, tr("&Open experiment…"),
                  QKeySequence(QStringLiteral("Ctrl+O")), standard(QStyle::SP_DialogOpenButton),
                  tr("Read an experiment, with or without its recording, from a file"),
                  [this] { files_->openExperiment(); });
    commands_.add(QStringLiteral("file.save"), file, tr("&Save experiment…"),
                  QKeySequence(QStringLiteral("Ctrl+S")), standard(QStyle::SP_DialogSaveButton),
                  tr("Write the experiment with its recording, or set-up and lanes alone, to a file"),
                  [this] { files_->saveExperiment(); });
    manners_->addFileCommands(file);
    commands_.add(QStringLiteral("file.data"), file, tr("&Data sets…"),
                  QKeySequence(QStringLiteral("Ctrl+D")), {},
                  tr("What data sets there are, which are on this machine, and how to get the others"),
                  [this] { data_->openSets(); });
    commands_.add(QStringLiteral("file.records"), file, tr("Export &records as CSV…"),
                  QKeySequence(QStringLiteral("Ctrl+E")), {},
                  tr("Write every measure of every step to a table"), [this] { files_->exportRecords(); });
    commands_.add(QStringLiteral("file.picture"), file, tr("Export &picture…"),
                  QKeySequence(QStringLiteral("Ctrl+Shift+E")), {}, tr("Write a picture of the window"),
                  [this] { files_->exportPicture(); });
    commands_.addSeparator(file);
    commands_.add(QStringLiteral("file.quit"), file, tr("&Quit"), QKeySequence(QStringLiteral("Ctrl+Q")), {},
                  tr("Close the window"), [this] { close(); });

    manners_->addEditCommands(edit);
    commands_.add(QStringLiteral("run.start"), run, tr("&Run"), QKeySequence(QStringLiteral("F5")),
                  glyphIcon(Glyph::run), tr("Start the experiment, or go on after a pause"),
                  [this] { session_.run(); });
    commands_.add(QStringLiteral("run.pause"), run, tr("&Pause"), QKeySequence(QStringLiteral("F6")),
                  glyphIcon(Glyph::pause), tr("Stop after the present step; Run goes on"),
                  [this] { session_.pause(); });
    commands_.add(QStringLiteral("run.step"), run, tr("S&tep"), QKeySequence(QStringLiteral("F7")),
                  glyphIcon(Glyph::step), tr("Do one batch"), [this] { session_.step(); });
    commands_.add(QStringLiteral("run.restart"), run, tr("R&estart"), QKeySequence(QStringLiteral("F8")),
                  glyphIcon(Glyph::restart), tr("Begin anew with the same seed and the switches as they are"),
                  [this] { session_.restart(); });
    commands_.add(QStringLiteral("run.stop"), run, tr("&Stop"), QKeySequence(QStringLiteral("F9")),
                  glyphIcon(Glyph::stop), tr("End the run"), [this] { session_.stop(); });

    commands_.addSeparator(run);
    commands_.add(QStringLiteral("run.studies"), run, tr("&Figures and tables…"),
                  QKeySequence(QStringLiteral("Ctrl+T")), {},
                  tr("Repeat a figure or table of the paper over several seeds"), [this] { openStudies(); });

    commands_.addToggle(QStringLiteral("view.presentation"), view, tr("Pr&esent"),
                        QKeySequence(QStringLiteral("F11")),
                        tr("Full screen with larger charts and without the set-up"), false,
                        [this](bool on) { setPresentation(on); });
    commands_.action(QStringLiteral("view.presentation"))->setIcon(glyphIcon(Glyph::present));
    commands_.addSeparator(view);
    commands_.addToggle(QStringLiteral("view.running"), view, tr("Accuracy over the &whole stream"),
                        QKeySequence(QStringLiteral("Ctrl+1")), tr("Instead of the last 10 batches"), false,
                        [this](bool on) { charts_->tile(ChartBoard::accuracy)->setCurrentMeasure(on); });
    commands_.addToggle(QStringLiteral("view.centre"), view, tr("&Centre dominance"),
                        QKeySequence(QStringLiteral("Ctrl+2")), tr("Instead of class dominance"), false,
                        [this](bool on) { charts_->tile(ChartBoard::dominance)->setCurrentMeasure(on); });
    commands_.addToggle(QStringLiteral("view.labels"), view, tr("&True labels' dominance"),
                        QKeySequence(QStringLiteral("Ctrl+3")),
                        tr("The thin grey line in the chart of class dominance"),
                        settings_.flag(QStringLiteral("view.labels"), true), [this](bool on) {
                            settings_.setFlag(QStringLiteral("view.labels"), on);
                            charts_->setLabelLineVisible(on);
                        });
    commands_.addToggle(QStringLiteral("view.marks"), view, tr("&Marks of switches"),
                        QKeySequence(QStringLiteral("Ctrl+4")), tr("Vertical lines where something happened"),
                        settings_.flag(QStringLiteral("view.marks"), true), [this](bool on) {
                            settings_.setFlag(QStringLiteral("view.marks"), on);
                            charts_->setMarksVisible(on);
                            views_->setMarksVisible(on);
                        });

    addPageCommands(view);
    manners_->addViewCommands(view);
    addTimeCommands(time);

    const QString lessons = tr("&Lessons");
    manners_->addLessonCommands(lessons);
    commands_.add(QStringLiteral("help.shortcuts"), help, tr("&Shortcuts"),
                  QKeySequence(QStringLiteral("F1")), {}, tr("All commands with their keys"),
                  [this] { showShortcuts(this, commands_); });
    commands_.add(QStringLiteral("help.about"), help, tr("&About Collapse Lab"), {}, {},
                  tr("Versions and licence"), [this] { showAbout(this); });

    const std::pair<const char*, QString> needs[] = {{"run.pause", tr("a running experiment")},
                                                     {"run.stop", tr("a running experiment")},
                                                     {"run.restart", tr("a run, and your guess in a lesson")},
                                                     {"run.start", tr("your guess in a lesson")},
                                                     {"run.step", tr("your guess in a lesson")},
                                                     {"run.fork", tr("a paused run")},
                                                     {"file.records", tr("a run")},
                                                     {"edit.undo", tr("a changed setting")},
                                                     {"edit.redo", tr("an undone setting")},
                                                     {"lesson.leave", tr("a lesson")}};
    for (const auto& [id, need] : needs)
        commands_.setNeed(QString::fromLatin1(id), need);

    for (const QString& group : {file, edit, run, view, time, lessons, help})
        fillMenu(menuBar()->addMenu(group), commands_, group);
    manners_->connectMenus();
    // The menu bar is hidden while presenting; its shortcuts must go on working.
    for (const CommandRegistry::Command& command : commands_.commands())
        addAction(command.action);
}

} // namespace lab
