#include "ui/session/command_registry.h"

#include <QAction>
#include <QRegularExpression>

#include <utility>

namespace lab {

QString plainTitle(QString title) {
    static const QRegularExpression marked(QStringLiteral("\\(&.\\)"));
    return title.remove(marked).remove(QLatin1Char('&'));
}

CommandRegistry::CommandRegistry(QObject* parent) : QObject(parent) {}

CommandRegistry::~CommandRegistry() = default;

void CommandRegistry::addMenu(const QString& id, const QString& group, const QString& text,
                              const QString& tip) {
    auto* entry = new QAction(text, this);
    entry->setObjectName(id);
    entry->setToolTip(tip);
    commands_.append({id, group, entry, true});
}

QAction* CommandRegistry::add(const QString& id, const QString& group, const QString& text,
                              const QKeySequence& shortcut, const QIcon& icon, const QString& tip,
                              std::function<void()> action) {
    Q_ASSERT(!this->action(id));
    auto* entry = new QAction(icon, text, this);
    entry->setObjectName(id);
    entry->setIconText(plainTitle(text)); // on tool buttons
    entry->setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    entry->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
    connect(entry, &QAction::triggered, this, [action = std::move(action)] { action(); });
    commands_.append({id, group, entry, false});
    return entry;
}

QAction* CommandRegistry::addToggle(const QString& id, const QString& group, const QString& text,
                                    const QKeySequence& shortcut, const QString& tip, bool checked,
                                    std::function<void(bool)> action) {
    QAction* entry = add(id, group, text, shortcut, {}, tip, [] {});
    entry->setCheckable(true);
    entry->setChecked(checked);
    connect(entry, &QAction::toggled, this, [action = std::move(action)](bool on) { action(on); });
    return entry;
}

namespace {
constexpr const char* need_property = "lab_need";
}

void CommandRegistry::setNeed(const QString& id, const QString& need) {
    QAction* entry = action(id);
    Q_ASSERT(entry);
    entry->setProperty(need_property, need);
}

QString CommandRegistry::need(const QAction* action) {
    return action->property(need_property).toString();
}

QAction* CommandRegistry::action(const QString& id) const {
    for (const Command& command : commands_)
        if (command.id == id)
            return command.action;
    return nullptr;
}

void CommandRegistry::addSeparator(const QString& group) {
    auto* line = new QAction(this);
    line->setSeparator(true);
    commands_.append({{}, group, line, false});
}

} // namespace lab
