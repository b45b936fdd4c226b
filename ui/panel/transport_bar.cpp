#include "ui/panel/transport_bar.h"

#include "ui/session/command_registry.h"
#include "ui/style/elided.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QProgressBar>
#include <QToolButton>

namespace lab {

TransportBar::TransportBar(const CommandRegistry& commands, QWidget* parent)
    : QToolBar(parent), progress_(new QProgressBar(this)), summary_(new ElidedLabel(this)) {
    setWindowTitle(tr("Run"));
    setObjectName(QStringLiteral("transport"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({16, 16});
    const auto addCommand = [&](const QString& id) {
        QAction* action = commands.action(id);
        addAction(action);
        QWidget* button = widgetForAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        return button;
    };
    run_button_ = addCommand(QStringLiteral("run.start"));
    adjustFont(run_button_, 0, true);
    for (const char* id : {"run.pause", "run.step", "run.restart", "run.stop"})
        addCommand(QString::fromLatin1(id));
    addSeparator();
    progress_->setFixedWidth(190);
    progress_->setAlignment(Qt::AlignCenter);
    progress_->setAccessibleName(tr("Progress of the run"));
    addWidget(progress_);
    addSeparator();
    summary_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    summary_->setContentsMargins(8, 0, 8, 0);
    makeQuiet(summary_);
    addWidget(summary_);
    addCommand(QStringLiteral("view.presentation"));
    showProgress(0, 0);
}

void TransportBar::showProgress(int step, int total) {
    progress_->setRange(0, total > 0 ? total : 1);
    progress_->setValue(total > 0 ? step : 0);
    progress_->setFormat(total > 0 ? tr("step %1 / %2").arg(step).arg(total) : tr("not started"));
}

void TransportBar::showSummary(const QString& summary) {
    summary_->setFullText(summary);
}

void TransportBar::focusRun() {
    run_button_->setFocus(Qt::OtherFocusReason);
}

} // namespace lab
