#pragma once

#include "ui/session/window_state.h"

#include <QHash>
#include <QIcon>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QActionGroup;

namespace lab {

/// A command's title without what marks its key: "Run" for "&Run" and for "Run(&R)".
QString plainTitle(QString title);

/// A command as menu, tool bar, palette and the sheet of shortcuts show it.
struct Command {
    enum class Kind {
        action,
        toggle, ///< is on or off
        choice, ///< one of its menu's choices is on
        menu,   ///< commands whose `menu` is its id stand in it
        separator,
    };
    Kind kind = Kind::action;
    QString id;   ///< "run.start"
    QString menu; ///< id of the menu that it stands in; empty: the menu bar
    QString text; ///< with & before the letter that chooses it
    QString keys; ///< "Ctrl+O"; empty: none
    QString tip;
    QIcon icon = {};
    bool (*enabled)(const WindowState&) = nullptr; ///< whether it can be given; null: always
    /// What has to be so for that, in a few words, shown where it cannot be given: "a paused run".
    QString need = {};
    QAction* action = nullptr; ///< the registry's
};

/// Every command of the window, once: menu, tool bar, palette and shortcut sheet all read this list.
class CommandRegistry : public QObject {
    Q_OBJECT
  public:
    using Act = std::function<void(bool on)>;

    explicit CommandRegistry(QObject* parent = nullptr);

    /// Adds a command; ids must be new.
    /// @param act when it is triggered; of toggles, with every change; of choices, when they are chosen
    /// @param on how a toggle or a choice begins
    void add(const Command& command, const Act& act = {}, bool on = false);
    const QList<Command>& commands() const { return commands_; }
    /// Null for an unknown id.
    QAction* action(const QString& id) const;
    /// Title of the menu that it stands in; empty in the menu bar.
    QString menuTitle(const Command& command) const;
    /// Enables what can be given in this state.
    void update(const WindowState& state);

  private:
    void connectAction(const Command& command, const Act& act, bool on);

    QList<Command> commands_;
    QHash<QString, QActionGroup*> choices_; ///< by menu
};

} // namespace lab
