#pragma once

#include <QString>

class QMenu;

namespace lab {

class CommandRegistry;

/// Puts the commands of a group into a menu, and menus within it; those bear the group's id as their object
/// name.
void fillMenu(QMenu* menu, const CommandRegistry& commands, const QString& group);

} // namespace lab
