#include "ui/window/command_table.h"
#include "ui/window/dialog_controller.h"
#include "ui/window/lesson_controller.h"

#include <QCoreApplication>

namespace lab {

namespace {

using Kind = Command::Kind;
using C = const Controllers&;

QString say(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

CommandRow menu(const char* id, const char* text) {
    return {{Kind::menu, id, "", say(text), {}, {}}};
}

} // namespace

std::vector<CommandRow> lessonAndHelpCommands() {
    return {
        menu("lesson", QT_TRANSLATE_NOOP("Commands", "&Lessons")),
        {{Kind::action, "lesson.choose", "lesson", say(QT_TRANSLATE_NOOP("Commands", "&Choose a lesson…")),
          "Ctrl+L", say(QT_TRANSLATE_NOOP("Commands", "A list with what each lesson is about"))},
         [](C c, bool) { c.lessons->choose(); }},
        {{Kind::action,
          "lesson.file",
          "lesson",
          say(QT_TRANSLATE_NOOP("Commands", "&Open a lesson file…")),
          {},
          say(QT_TRANSLATE_NOOP("Commands",
                                "A lesson of your own; mistakes in it are told with their line"))},
         [](C c, bool) { c.lessons->openFile(); }},
        {{Kind::action,
          "lesson.leave",
          "lesson",
          say(QT_TRANSLATE_NOOP("Commands", "&Leave the lesson")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "Back to the whole window and the experiment from before")),
          {},
          [](const WindowState& state) { return state.in_lesson; },
          say(QT_TRANSLATE_NOOP("Commands", "a lesson"))},
         [](C c, bool) { c.lessons->leave(); }},
        menu("help", QT_TRANSLATE_NOOP("Commands", "&Help")),
        {{Kind::action, "help.glossary", "help", say(QT_TRANSLATE_NOOP("Commands", "&Glossary")), "F1",
          say(QT_TRANSLATE_NOOP("Commands",
                                "What a measure, switch or scenario means: that under the mouse"))},
         [](C c, bool) { c.dialogs->openGlossary(); }},
        {{Kind::action, "help.shortcuts", "help", say(QT_TRANSLATE_NOOP("Commands", "&Shortcuts")),
          "Shift+F1", say(QT_TRANSLATE_NOOP("Commands", "All commands with their keys"))},
         [](C c, bool) { c.dialogs->openShortcuts(); }},
        {{Kind::action,
          "help.about",
          "help",
          say(QT_TRANSLATE_NOOP("Commands", "&About Collapse Lab")),
          {},
          say(QT_TRANSLATE_NOOP("Commands", "Versions and licence"))},
         [](C c, bool) { c.dialogs->openAbout(); }},
    };
}

} // namespace lab
