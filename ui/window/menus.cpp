#include "ui/window/menus.h"

#include "ui/session/command_registry.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace lab {

namespace {

/// Into a menu, or into the menu bar, whose id is empty.
template <typename Place>
void fill(Place* place, const CommandRegistry& commands, const QString& id) {
    for (const Command& command : commands.commands()) {
        if (command.menu != id)
            continue;
        if (command.kind != Command::Kind::menu) {
            place->addAction(command.action);
            continue;
        }
        QMenu* inner = place->addMenu(command.text);
        inner->setObjectName(command.id);
        inner->menuAction()->setToolTip(command.tip);
        fill(inner, commands, command.id);
    }
}

} // namespace

void fillMenuBar(QMenuBar* bar, const CommandRegistry& commands) {
    fill(bar, commands, {});
}

} // namespace lab
