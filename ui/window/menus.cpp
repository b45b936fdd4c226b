#include "ui/window/menus.h"

#include "ui/session/command_registry.h"

#include <QAction>
#include <QMenu>

namespace lab {

void fillMenu(QMenu* menu, const CommandRegistry& commands, const QString& group) {
    for (const CommandRegistry::Command& command : commands.commands()) {
        if (command.group != group)
            continue;
        if (!command.menu) {
            menu->addAction(command.action);
            continue;
        }
        QMenu* inner = menu->addMenu(command.action->text());
        inner->setObjectName(command.id);
        inner->menuAction()->setToolTip(command.action->toolTip());
        fillMenu(inner, commands, command.id);
    }
}

} // namespace lab
