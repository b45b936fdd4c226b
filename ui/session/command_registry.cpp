#include "ui/session/command_registry.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QRegularExpression>

namespace lab {

QString plainTitle(QString title) {
    static const QRegularExpression marked(QStringLiteral("\\(&.\\)"));
    return title.remove(marked).remove(QLatin1Char('&'));
}

CommandRegistry::CommandRegistry(QObject* parent) : QObject(parent) {}

void CommandRegistry::add(const Command& command, const Act& act, bool on) {
    Q_ASSERT(command.id.isEmpty() || !action(command.id));
    auto* entry = new QAction(command.icon, command.text, this);
    entry->setObjectName(command.id);
    entry->setIconText(plainTitle(command.text)); // on tool buttons
    const QKeySequence keys(command.keys);
    entry->setShortcut(keys);
    entry->setToolTip(keys.isEmpty()
                          ? command.tip
                          : tr("%1 (%2)").arg(command.tip, keys.toString(QKeySequence::NativeText)));
    entry->setSeparator(command.kind == Command::Kind::separator);
    commands_.append(command);
    commands_.last().action = entry;
    connectAction(commands_.last(), act, on);
}

void CommandRegistry::connectAction(const Command& command, const Act& act, bool on) {
    QAction* entry = command.action;
    const bool choice = command.kind == Command::Kind::choice;
    if (!choice && command.kind != Command::Kind::toggle) {
        if (act)
            connect(entry, &QAction::triggered, this, [act] { act(true); });
        return;
    }
    entry->setCheckable(true);
    entry->setChecked(on);
    if (choice) {
        QActionGroup*& group = choices_[command.menu];
        if (!group)
            group = new QActionGroup(this);
        group->addAction(entry);
    }
    connect(entry, &QAction::toggled, this, [act, choice](bool now) {
        if (act && (now || !choice))
            act(now);
    });
}

QAction* CommandRegistry::action(const QString& id) const {
    for (const Command& command : commands_)
        if (command.id == id)
            return command.action;
    return nullptr;
}

QString CommandRegistry::menuTitle(const Command& command) const {
    const QAction* menu = command.menu.isEmpty() ? nullptr : action(command.menu);
    return menu ? plainTitle(menu->text()) : QString();
}

void CommandRegistry::update(const WindowState& state) {
    for (const Command& command : commands_)
        if (command.enabled)
            command.action->setEnabled(command.enabled(state));
}

} // namespace lab
