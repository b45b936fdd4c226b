#pragma once

#include "ui/export/page.h"
#include "ui/session/command_registry.h"
#include "ui/window/controllers.h"

#include <vector>

namespace lab {

/// A row of the table of commands: what is shown, and what is done.
struct CommandRow : Command {
    std::function<void(const Controllers&, bool on)> act = {};
    /// Of a toggle or choice: the name under which it is remembered. Empty: it is not.
    QString setting = {};
    bool on = false;    ///< how a toggle begins with a new user
    QString value = {}; ///< of a choice
    /// The text at present, where it changes: "&Undo: Seed".
    std::function<QString(const Controllers&)> present_text = {};
};

/// Every command of the window in the order of the menus, in the window's language; those of the pages among
/// them.
std::vector<CommandRow> commandTable(const std::vector<Page>& pages);

/// The rows of the menus of lessons and help.
std::vector<CommandRow> lessonAndHelpCommands();

/// The rows of the menu in which things are handed out.
std::vector<CommandRow> exportCommands(const std::vector<Page>& pages);

} // namespace lab
