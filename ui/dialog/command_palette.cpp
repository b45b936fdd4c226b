#include "ui/dialog/command_palette.h"

#include "ui/session/command_registry.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

namespace {

/// How well a command fits: 0 not at all; more, the earlier the words stand in its title.
int fitOf(const QAction* action, const QString& group, const QStringList& words) {
    const QString title = plainTitle(action->text());
    int fit = 1;
    for (const QString& word : words) {
        if (title.startsWith(word, Qt::CaseInsensitive))
            fit += 4;
        else if (title.contains(QLatin1Char(' ') + word, Qt::CaseInsensitive))
            fit += 3;
        else if (title.contains(word, Qt::CaseInsensitive))
            fit += 2;
        else if (!action->toolTip().contains(word, Qt::CaseInsensitive) &&
                 !group.contains(word, Qt::CaseInsensitive))
            return 0;
    }
    return fit;
}

constexpr int keys_role = Qt::UserRole + 1;

/// A command's name on the left and its keys on the right.
class CommandRow : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6);
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const bool chosen = option.state & QStyle::State_Selected;
        painter->setPen(chosen ? option.palette.color(QPalette::HighlightedText) : theme::quiet());
        painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(keys_role).toString());
    }
};

} // namespace

CommandPalette::CommandPalette(const CommandRegistry& commands, QWidget* parent)
    : QDialog(parent), commands_(commands), search_(new QLineEdit(this)), list_(new QListWidget(this)) {
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    search_->setPlaceholderText(tr("What would you like to do?"));
    search_->setAccessibleName(tr("Search commands"));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    list_->setAccessibleName(tr("Commands"));
    list_->setUniformItemSizes(true);
    list_->setItemDelegate(new CommandRow(list_));
    auto* advice = new QLabel(tr("Arrow keys choose, Enter does it, Esc closes."), this);
    makeQuiet(advice);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(search_);
    layout->addWidget(list_, 1);
    layout->addWidget(advice);
    resize(520, 420);
    connect(search_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(list_, &QListWidget::itemActivated, this, &CommandPalette::trigger);
    fill({});
}

void CommandPalette::fill(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    struct Match {
        int fit;
        const Command* command;
    };
    std::vector<Match> matches;
    for (const Command& command : commands_.commands()) {
        QAction* action = command.action;
        if (command.kind == Command::Kind::separator || command.kind == Command::Kind::menu ||
            !action->isVisible())
            continue;
        if (const int fit = fitOf(action, commands_.menuTitle(command), words))
            matches.push_back({fit, &command});
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.fit > b.fit; });
    list_->clear();
    for (const Match& match : matches) {
        QAction* action = match.command->action;
        QString title = plainTitle(action->text());
        if (action->isCheckable() && action->isChecked())
            title += tr(" (on)");
        auto* item = new QListWidgetItem(title, list_);
        const QString& need = match.command->need;
        const bool lacks = !action->isEnabled() && !need.isEmpty();
        item->setData(keys_role, lacks ? tr("needs %1").arg(need)
                                       : action->shortcut().toString(QKeySequence::NativeText));
        item->setData(Qt::UserRole, QVariant::fromValue(static_cast<QObject*>(action)));
        item->setToolTip(wrappedTip(action->toolTip()));
        if (!action->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->flags() & Qt::ItemIsEnabled) {
            list_->setCurrentRow(row);
            break;
        }
}

QStringList CommandPalette::titles() const {
    QStringList all;
    for (int row = 0; row < list_->count(); ++row)
        all.append(plainTitle(
            qobject_cast<QAction*>(list_->item(row)->data(Qt::UserRole).value<QObject*>())->text()));
    return all;
}

QStringList CommandPalette::notes() const {
    QStringList all;
    for (int row = 0; row < list_->count(); ++row)
        all.append(list_->item(row)->data(keys_role).toString());
    return all;
}

void CommandPalette::trigger() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    auto* action = qobject_cast<QAction*>(item->data(Qt::UserRole).value<QObject*>());
    // The command may open a dialog of its own: this one is gone by then.
    connect(this, &QObject::destroyed, action, &QAction::trigger);
    close();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            trigger();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown ||
            key->key() == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(list_, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace lab
