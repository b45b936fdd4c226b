#include "ui/window/command_table.h"

#include "ui/session/run_session.h"
#include "ui/session/spec_history.h"
#include "ui/style/icons.h"
#include "ui/text/language.h"
#include "ui/view/view_deck.h"
#include "ui/window/appearance.h"
#include "ui/window/chart_zoom.h"
#include "ui/window/data_controller.h"
#include "ui/window/dialog_controller.h"
#include "ui/window/file_controller.h"
#include "ui/window/layout_memory.h"
#include "ui/window/run_recovery.h"
#include "ui/window/view_controller.h"

#include <QApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QStyle>

namespace lab {

namespace {

using Kind = Command::Kind;
using Rows = std::vector<CommandRow>;
using C = const Controllers&;

QString say(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

QIcon standard(QStyle::StandardPixmap picture) {
    return QApplication::style()->standardIcon(picture);
}

CommandRow menu(const char* id, const char* place, const char* text, const char* tip = "") {
    return {{Kind::menu, id, place, say(text), {}, *tip ? say(tip) : QString()}};
}

CommandRow line(const char* place) {
    return {{Kind::separator, {}, place, {}, {}, {}}};
}

/// A toggle that is remembered.
CommandRow remembered(const char* id, const char* text, const char* keys, const char* tip,
                      std::function<void(C, bool)> act) {
    return {{Kind::toggle, id, "view", say(text), keys, say(tip)}, std::move(act), id, true};
}

bool isRunning(const WindowState& state) {
    return state.run == RunState::running;
}
bool canStart(const WindowState& state) {
    return state.canStart();
}
bool hasRun(const WindowState& state) {
    return state.run != RunState::idle;
}
bool canRestart(const WindowState& state) {
    return hasRun(state) && !state.guess_missing;
}

void append(Rows& rows, Rows more) {
    rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Rows fileRows() {
    return {
        menu("file", "", QT_TRANSLATE_NOOP("Commands", "&File")),
        {{Kind::action, "file.open", "file", say(QT_TRANSLATE_NOOP("Commands", "&Open experiment…")),
          "Ctrl+O",
          say(QT_TRANSLATE_NOOP("Commands",
                                "Read an experiment, with or without its recording, from a file")),
          standard(QStyle::SP_DialogOpenButton)},
         [](C c, bool) { c.files->openExperiment(); }},
        {{Kind::action, "file.save", "file", say(QT_TRANSLATE_NOOP("Commands", "&Save experiment…")),
          "Ctrl+S",
          say(QT_TRANSLATE_NOOP(
              "Commands", "Write the experiment with its recording, or set-up and lanes alone, to a file")),
          standard(QStyle::SP_DialogSaveButton)},
         [](C c, bool) { c.files->saveExperiment(); }},
        menu("file.recent", "file", QT_TRANSLATE_NOOP("Commands", "Open &recent"),
             QT_TRANSLATE_NOOP("Commands", "Experiments that were opened or saved lately")),
        {{Kind::action, "file.copy_link", "file", say(QT_TRANSLATE_NOOP("Commands", "&Copy share link")),
          "Ctrl+Shift+C",
          say(QT_TRANSLATE_NOOP("Commands", "The experiment as a line of text to send to someone"))},
         [](C c, bool) { c.files->copyLink(); }},
        {{Kind::action, "file.copy_command", "file",
          say(QT_TRANSLATE_NOOP("Commands", "Copy as command &line")), "",
          say(QT_TRANSLATE_NOOP("Commands",
                                "The set-up as a call of collapse-lab-cli, for a script or a cluster"))},
         [](C c, bool) { c.files->copyCommand(); }},
        {{Kind::action, "file.paste_link", "file", say(QT_TRANSLATE_NOOP("Commands", "&Paste share link")),
          "Ctrl+Shift+V",
          say(QT_TRANSLATE_NOOP("Commands", "Set up the experiment whose link is in the clipboard"))},
         [](C c, bool) { c.files->pasteLink(); }},
        line("file"),
        menu("file.export", "file", QT_TRANSLATE_NOOP("Commands", "&Hand out"),
             QT_TRANSLATE_NOOP("Commands", "Pictures, tables and a report to give away")),
    };
}

/// What follows the menu in which things are handed out.
Rows fileEndRows() {
    return {
        {{Kind::action, "file.data", "file", say(QT_TRANSLATE_NOOP("Commands", "&Data sets…")), "Ctrl+D",
          say(QT_TRANSLATE_NOOP(
              "Commands", "What data sets there are, which are on this machine, and how to get the others"))},
         [](C c, bool) { c.data->openSets(); }},
        {{Kind::action,
          "file.records",
          "file",
          say(QT_TRANSLATE_NOOP("Commands", "Export &records as CSV…")),
          "Ctrl+E",
          say(QT_TRANSLATE_NOOP("Commands", "Write every measure of every step to a table")),
          {},
          hasRun,
          say(QT_TRANSLATE_NOOP("Commands", "a run"))},
         [](C c, bool) { c.files->exportRecords(); }},
        {{Kind::action, "file.picture", "file", say(QT_TRANSLATE_NOOP("Commands", "Export &picture…")),
          "Ctrl+Shift+E", say(QT_TRANSLATE_NOOP("Commands", "Write a picture of the window"))},
         [](C c, bool) { c.files->exportPicture(); }},
        line("file"),
        {{Kind::action, "file.quit", "file", say(QT_TRANSLATE_NOOP("Commands", "&Quit")), "Ctrl+Q",
          say(QT_TRANSLATE_NOOP("Commands", "Close the window"))},
         [](C c, bool) { c.window->close(); }},
    };
}

Rows editRows() {
    CommandRow undo{{Kind::action,
                     "edit.undo",
                     "edit",
                     say(QT_TRANSLATE_NOOP("Commands", "&Undo")),
                     QKeySequence(QKeySequence::Undo).toString(),
                     say(QT_TRANSLATE_NOOP("Commands", "Take back the latest setting")),
                     {},
                     [](const WindowState& state) { return state.can_undo; },
                     say(QT_TRANSLATE_NOOP("Commands", "a changed setting"))},
                    [](C c, bool) { c.history->stack()->undo(); }};
    undo.present_text = [](C c) {
        const QUndoStack* stack = c.history->stack();
        return stack->canUndo() ? say(QT_TRANSLATE_NOOP("Commands", "&Undo: %1")).arg(stack->undoText())
                                : say("&Undo");
    };
    CommandRow redo{{Kind::action,
                     "edit.redo",
                     "edit",
                     say(QT_TRANSLATE_NOOP("Commands", "&Redo")),
                     "Ctrl+Shift+Z",
                     say(QT_TRANSLATE_NOOP("Commands", "Make the setting again that was taken back")),
                     {},
                     [](const WindowState& state) { return state.can_redo; },
                     say(QT_TRANSLATE_NOOP("Commands", "an undone setting"))},
                    [](C c, bool) { c.history->stack()->redo(); }};
    redo.present_text = [](C c) {
        const QUndoStack* stack = c.history->stack();
        return stack->canRedo() ? say(QT_TRANSLATE_NOOP("Commands", "&Redo: %1")).arg(stack->redoText())
                                : say("&Redo");
    };
    return {
        menu("edit", "", QT_TRANSLATE_NOOP("Commands", "&Edit")),
        undo,
        redo,
        line("edit"),
        {{Kind::action, "edit.palette", "edit", say(QT_TRANSLATE_NOOP("Commands", "Find a &command…")),
          "Ctrl+Shift+P", say(QT_TRANSLATE_NOOP("Commands", "Search all commands by name"))},
         [](C c, bool) { c.dialogs->openPalette(); }},
    };
}

Rows runRows() {
    const QString running = say(QT_TRANSLATE_NOOP("Commands", "a running experiment"));
    const QString guess = say(QT_TRANSLATE_NOOP("Commands", "your guess in a lesson"));
    return {
        menu("run", "", QT_TRANSLATE_NOOP("Commands", "&Run")),
        {{Kind::action, "run.start", "run", say(QT_TRANSLATE_NOOP("Commands", "&Run")), "F5",
          say(QT_TRANSLATE_NOOP("Commands", "Start the experiment, or go on after a pause")),
          glyphIcon(Glyph::run), canStart, guess},
         [](C c, bool) { c.session->run(); }},
        {{Kind::action, "run.pause", "run", say(QT_TRANSLATE_NOOP("Commands", "&Pause")), "F6",
          say(QT_TRANSLATE_NOOP("Commands", "Stop after the present step; Run goes on")),
          glyphIcon(Glyph::pause), isRunning, running},
         [](C c, bool) { c.session->pause(); }},
        {{Kind::action, "run.step", "run", say(QT_TRANSLATE_NOOP("Commands", "S&tep")), "F7",
          say(QT_TRANSLATE_NOOP("Commands", "Do one batch")), glyphIcon(Glyph::step), canStart, guess},
         [](C c, bool) { c.session->step(); }},
        {{Kind::action, "run.restart", "run", say(QT_TRANSLATE_NOOP("Commands", "R&estart")), "F8",
          say(QT_TRANSLATE_NOOP("Commands", "Begin anew with the same seed and the switches as they are")),
          glyphIcon(Glyph::restart), canRestart,
          say(QT_TRANSLATE_NOOP("Commands", "a run, and your guess in a lesson"))},
         [](C c, bool) { c.session->restart(); }},
        {{Kind::action,
          "run.again",
          "run",
          say(QT_TRANSLATE_NOOP("Commands", "Run again as re&corded")),
          "Shift+F8",
          say(QT_TRANSLATE_NOOP("Commands",
                                "The experiment as it began, with its switches and forks at their "
                                "steps; the records are compared")),
          {},
          [](const WindowState& state) { return state.can_run_again && !state.guess_missing; },
          say(QT_TRANSLATE_NOOP("Commands", "a run that is over, with switches or forks"))},
         [](C c, bool) { c.session->runAgain(); }},
        {{Kind::action, "run.stop", "run", say(QT_TRANSLATE_NOOP("Commands", "&Stop")), "F9",
          say(QT_TRANSLATE_NOOP("Commands", "End the run")), glyphIcon(Glyph::stop),
          [](const WindowState& state) { return state.isUnderWay(); }, running},
         [](C c, bool) { c.session->stop(); }},
        line("run"),
        {{Kind::action, "run.kept", "run", say(QT_TRANSLATE_NOOP("Commands", "&Kept runs…")), "Ctrl+Shift+R",
          say(QT_TRANSLATE_NOOP("Commands",
                                "Every run that ended, in a table: search, compare, open again"))},
         [](C c, bool) { c.dialogs->openRuns(c.recovery->archive()->folder()); }},
        {{Kind::action, "run.studies", "run", say(QT_TRANSLATE_NOOP("Commands", "&Figures and tables…")),
          "Ctrl+T",
          say(QT_TRANSLATE_NOOP("Commands", "Repeat a figure or table of the paper over several seeds"))},
         [](C c, bool) { c.dialogs->openStudies(); }},
    };
}

Rows pageRows(const std::vector<Page>& pages) {
    Rows rows{line("view")};
    for (const Page& page : pages)
        rows.push_back(
            {{Kind::action, QStringLiteral("page.") + page.id, "view", page.name, page.keys, page.tip},
             [id = page.id](C c, bool) { c.views->deck()->setCurrent(id); }});
    rows.push_back(line("view"));
    rows.push_back(remembered(
        "view.details", QT_TRANSLATE_NOOP("Commands", "&Details of steps"), "",
        QT_TRANSLATE_NOOP("Commands", "Record features, probabilities, pictures and the predictor's "
                                      "matrix of every step; off: only while a page that draws them "
                                      "is in front"),
        [](C c, bool on) { c.views->setDetailsAlways(on); }));
    return rows;
}

Rows zoomRows() {
    return {
        line("view"),
        {{Kind::action, "view.zoom_in", "view", say(QT_TRANSLATE_NOOP("Commands", "Zoom &in")), "Ctrl++",
          say(QT_TRANSLATE_NOOP("Commands",
                                "Fewer steps on all charts; the wheel zooms where the mouse is"))},
         [](C c, bool) { c.views->zoom()->zoomIn(); }},
        {{Kind::action, "view.zoom_out", "view", say(QT_TRANSLATE_NOOP("Commands", "Zoom &out")), "Ctrl+-",
          say(QT_TRANSLATE_NOOP("Commands", "More steps on all charts"))},
         [](C c, bool) { c.views->zoom()->zoomOut(); }},
        {{Kind::action, "view.zoom_all", "view", say(QT_TRANSLATE_NOOP("Commands", "&All steps")), "Ctrl+0",
          say(QT_TRANSLATE_NOOP("Commands", "The whole run on all charts; a double click does it too"))},
         [](C c, bool) { c.views->zoom()->showAll(); }},
        {{Kind::toggle, "view.follow", "view", say(QT_TRANSLATE_NOOP("Commands", "&Follow the run")),
          "Ctrl+Shift+F",
          say(QT_TRANSLATE_NOOP("Commands", "The latest 100 steps on all charts while the run goes on"))},
         [](C c, bool on) { c.views->zoom()->setFollowing(on); }},
    };
}

Rows chartRows() {
    return {
        menu("view", "", QT_TRANSLATE_NOOP("Commands", "&View")),
        {{Kind::toggle, "view.presentation", "view", say(QT_TRANSLATE_NOOP("Commands", "Pr&esent")), "F11",
          say(QT_TRANSLATE_NOOP("Commands", "Full screen with larger charts and without the set-up")),
          glyphIcon(Glyph::present)},
         [](C c, bool on) { c.layout->setPresentation(on); }},
        line("view"),
        {{Kind::toggle, "view.running", "view",
          say(QT_TRANSLATE_NOOP("Commands", "Accuracy over the &whole stream")), "Ctrl+1",
          say(QT_TRANSLATE_NOOP("Commands", "Instead of the last 10 batches"))},
         [](C c, bool on) { c.views->showRunningAccuracy(on); }},
        {{Kind::toggle, "view.centre", "view", say(QT_TRANSLATE_NOOP("Commands", "&Centre dominance")),
          "Ctrl+2", say(QT_TRANSLATE_NOOP("Commands", "Instead of class dominance"))},
         [](C c, bool on) { c.views->showCentreDominance(on); }},
        remembered("view.labels", QT_TRANSLATE_NOOP("Commands", "&True labels' dominance"), "Ctrl+3",
                   QT_TRANSLATE_NOOP("Commands", "The thin grey line in the chart of class dominance"),
                   [](C c, bool on) { c.views->setLabelLineVisible(on); }),
        remembered("view.marks", QT_TRANSLATE_NOOP("Commands", "&Marks of switches"), "Ctrl+4",
                   QT_TRANSLATE_NOOP("Commands", "Vertical lines where something happened"),
                   [](C c, bool on) { c.views->setMarksVisible(on); }),
    };
}

Rows layoutRows() {
    const char* const tip = QT_TRANSLATE_NOOP("Commands", "Shown or hidden; remembered");
    Rows rows{
        line("view"),
        remembered("view.setup", QT_TRANSLATE_NOOP("Commands", "&Set-up"), "Ctrl+5", tip,
                   [](C c, bool on) { c.layout->showSetup(on); }),
        remembered("view.images", QT_TRANSLATE_NOOP("Commands", "&Images of the batch"), "Ctrl+6", tip,
                   [](C c, bool on) { c.layout->showImages(on); }),
        remembered("view.lanes", QT_TRANSLATE_NOOP("Commands", "&Lanes"), "Ctrl+7", tip,
                   [](C c, bool on) { c.layout->showLanes(on); }),
        {{Kind::action,
          "view.reset",
          "view",
          say(QT_TRANSLATE_NOOP("Commands", "&Reset the layout")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "Size, panels and measures as at the first start"))},
         [](C c, bool) { c.layout->reset(); }},
        line("view"),
        menu("view.theme", "view", QT_TRANSLATE_NOOP("Commands", "T&heme"),
             QT_TRANSLATE_NOOP("Commands", "Light or dark")),
    };
    const QString choice_tip = say(QT_TRANSLATE_NOOP("Commands", "Remembered for the next start"));
    const auto choice = [&](const QString& setting, const QString& value, const QString& text,
                            std::function<void(C, bool)> act) {
        CommandRow row{{Kind::choice,
                        QStringLiteral("view.%1.%2").arg(setting, value),
                        QStringLiteral("view.") + setting,
                        text,
                        {},
                        choice_tip},
                       std::move(act),
                       setting};
        row.value = value;
        rows.push_back(std::move(row));
    };
    for (const auto& [value, text] : {std::pair{"system", QT_TRANSLATE_NOOP("Commands", "As the &system")},
                                      {"light", QT_TRANSLATE_NOOP("Commands", "&Light theme")},
                                      {"dark", QT_TRANSLATE_NOOP("Commands", "&Dark theme")}})
        choice("theme", value, say(text),
               [theme = themeNamed(value)](C c, bool) { c.appearance->setTheme(theme); });
    rows.push_back(menu("view.language", "view", QT_TRANSLATE_NOOP("Commands", "Lan&guage"),
                        QT_TRANSLATE_NOOP("Commands", "Language of the window and of the lessons")));
    for (const auto& [id, title] : languageChoices())
        choice("language", id, title, [language = id](C c, bool) { c.appearance->setLanguage(language); });
    return rows;
}

Rows timeRows() {
    const auto row = [](const char* id, const char* text, const char* keys, const char* tip,
                        void (*act)(StepCursor*)) {
        return CommandRow{{Kind::action, id, "time", say(text), keys, say(tip)},
                          [act](C c, bool) { act(c.views->cursor()); }};
    };
    return {
        menu("time", "", QT_TRANSLATE_NOOP("Commands", "&Time")),
        row("time.play", QT_TRANSLATE_NOOP("Commands", "&Play or pause the recording"), "Ctrl+Space",
            QT_TRANSLATE_NOOP("Commands", "Play the recording from the step that is shown"),
            [](StepCursor* cursor) { cursor->isPlaying() ? cursor->stopPlaying() : cursor->play(); }),
        row("time.live", QT_TRANSLATE_NOOP("Commands", "&Live"), "Alt+End",
            QT_TRANSLATE_NOOP("Commands", "Show the newest step and follow the run"),
            [](StepCursor* cursor) { cursor->goLive(); }),
        line("time"),
        row("time.back", QT_TRANSLATE_NOOP("Commands", "One step &back"), "Alt+Left",
            QT_TRANSLATE_NOOP("Commands", "Show the step before"),
            [](StepCursor* cursor) { cursor->stepBy(-1); }),
        row("time.forward", QT_TRANSLATE_NOOP("Commands", "One step &forward"), "Alt+Right",
            QT_TRANSLATE_NOOP("Commands", "Show the next step"),
            [](StepCursor* cursor) { cursor->stepBy(1); }),
        row("time.event.back", QT_TRANSLATE_NOOP("Commands", "&Event before"), "Alt+Shift+Left",
            QT_TRANSLATE_NOOP("Commands", "Show the step of the switch, collapse or other event before"),
            [](StepCursor* cursor) { cursor->jumpToEvent(-1); }),
        row("time.event.forward", QT_TRANSLATE_NOOP("Commands", "&Next event"), "Alt+Shift+Right",
            QT_TRANSLATE_NOOP("Commands", "Show the step of the next switch, collapse or other event"),
            [](StepCursor* cursor) { cursor->jumpToEvent(1); }),
        row("time.first", QT_TRANSLATE_NOOP("Commands", "F&irst step"), "Alt+Home",
            QT_TRANSLATE_NOOP("Commands", "Show the first step"),
            [](StepCursor* cursor) { cursor->toFirst(); }),
        line("time"),
        {{Kind::action,
          "run.fork",
          "time",
          say(QT_TRANSLATE_NOOP("Commands", "Fork lane &here…")),
          "Ctrl+K",
          say(QT_TRANSLATE_NOOP("Commands", "A paused run: copy a lane as it was after the step that is "
                                            "shown, with other switches")),
          {},
          [](const WindowState& state) { return state.can_fork; },
          say(QT_TRANSLATE_NOOP("Commands", "a paused run"))},
         [](C c, bool) { c.views->openFork(); }},
    };
}

} // namespace

std::vector<CommandRow> commandTable(const std::vector<Page>& pages) {
    Rows rows;
    for (Rows part : {fileRows(), exportCommands(pages), fileEndRows(), editRows(), runRows(), chartRows(),
                      zoomRows(), pageRows(pages), layoutRows(), timeRows(), lessonAndHelpCommands()})
        append(rows, std::move(part));
    return rows;
}

} // namespace lab
