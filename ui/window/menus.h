#pragma once

class QMenuBar;

namespace lab {

class CommandRegistry;

/// Builds the menus from the commands. Each menu bears its command's id as object name.
void fillMenuBar(QMenuBar* bar, const CommandRegistry& commands);

} // namespace lab
