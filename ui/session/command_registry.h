#pragma once

#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;

namespace lab {

/// A command's title without what marks its key: "Run" for "&Run" and for "Run(&R)".
QString plainTitle(QString title);

/// Every command of the window, once: menu, tool bar and shortcut sheet all read this list.
class CommandRegistry : public QObject {
    Q_OBJECT
  public:
    struct Command {
        QString id;    ///< "run.start"
        QString group; ///< the menu that it stands in
        QAction* action = nullptr;
        bool menu = false; ///< commands of the group `id` stand in it
    };

    explicit CommandRegistry(QObject* parent = nullptr);
    ~CommandRegistry() override;

    /// Adds a command; ids must be new. The tip is shown with the shortcut.
    QAction* add(const QString& id, const QString& group, const QString& text, const QKeySequence& shortcut,
                 const QIcon& icon, const QString& tip, std::function<void()> action);
    /// A command that is on or off.
    QAction* addToggle(const QString& id, const QString& group, const QString& text,
                       const QKeySequence& shortcut, const QString& tip, bool checked,
                       std::function<void(bool)> action);

    /// What has to be so before the command can be given, in a few words: "a paused run". Shown where the
    /// command is greyed out.
    void setNeed(const QString& id, const QString& need);
    /// Empty for a command that needs nothing in particular.
    static QString need(const QAction* action);

    const QList<Command>& commands() const { return commands_; }
    /// Null for an unknown id.
    QAction* action(const QString& id) const;
    /// A menu within the group's menu; commands of the group `id` stand in it.
    void addMenu(const QString& id, const QString& group, const QString& text, const QString& tip);
    /// A line to separate the group's commands so far from those that follow.
    void addSeparator(const QString& group);

  private:
    QList<Command> commands_;
};

} // namespace lab
