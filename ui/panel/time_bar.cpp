#include "ui/panel/time_bar.h"

#include "ui/panel/time_line.h"
#include "ui/session/step_cursor.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lab {

TimeBar::TimeBar(StepCursor* cursor, QWidget* parent)
    : QWidget(parent), cursor_(cursor), play_(new QToolButton(this)), back_(new QToolButton(this)),
      forward_(new QToolButton(this)), line_(new TimeLine(cursor, this)), step_(new QLabel(this)),
      speed_(new QComboBox(this)), fork_(new QToolButton(this)), live_(new QToolButton(this)) {
    const auto prepare = [](QToolButton* button, const QString& name, const QString& tip) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(name);
        button->setToolTip(tip);
        button->setIconSize({14, 14});
    };
    prepare(play_, tr("Play the recording"), tr("Play the recording from the step that is shown"));
    prepare(back_, tr("One step back"), tr("One step back (Left on the time line)"));
    prepare(forward_, tr("One step forward"), tr("One step forward (Right on the time line)"));
    prepare(live_, tr("Follow the run"), tr("Show the newest step and follow the run"));
    back_->setArrowType(Qt::LeftArrow);
    forward_->setArrowType(Qt::RightArrow);
    live_->setText(tr("Live"));
    live_->setCheckable(true);
    live_->setAutoRaise(false);
    for (const int factor : {1, 4, 16, 64})
        speed_->addItem(tr("%1×").arg(factor), factor);
    speed_->setAccessibleName(tr("Speed of playing"));
    speed_->setToolTip(tr("1× plays %1 steps a second").arg(StepCursor::base_speed));
    adjustFont(speed_, -0.5);
    step_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    step_->setAccessibleName(tr("Step that is shown"));
    step_->setFixedWidth(step_->fontMetrics().horizontalAdvance(QStringLiteral("20000 / 20000")) + 4);
    makeQuiet(step_);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(play_);
    row->addWidget(back_);
    row->addWidget(forward_);
    row->addWidget(line_, 1);
    row->addWidget(step_);
    row->addSpacing(6);
    row->addWidget(speed_);
    row->addSpacing(4);
    row->addWidget(fork_);
    row->addSpacing(2);
    row->addWidget(live_);

    connect(play_, &QToolButton::clicked, this,
            [this] { cursor_->isPlaying() ? cursor_->stopPlaying() : cursor_->play(); });
    connect(back_, &QToolButton::clicked, this, [this] { cursor_->stepBy(-1); });
    connect(forward_, &QToolButton::clicked, this, [this] { cursor_->stepBy(1); });
    connect(live_, &QToolButton::clicked, this, [this] {
        cursor_->goLive();
        showState();
    });
    connect(speed_, &QComboBox::currentIndexChanged, this,
            [this] { cursor_->setSpeed(speed_->currentData().toInt()); });
    connect(cursor_, &StepCursor::moved, this, &TimeBar::showState);
    connect(cursor_, &StepCursor::rangeChanged, this, &TimeBar::showState);
    connect(cursor_, &StepCursor::playingChanged, this, &TimeBar::showState);
    showState();
}

void TimeBar::showState() {
    const bool any = cursor_->last() > 0;
    for (QWidget* control : {static_cast<QWidget*>(play_), static_cast<QWidget*>(live_)})
        control->setEnabled(any);
    back_->setEnabled(any && cursor_->step() > 1);
    forward_->setEnabled(any && cursor_->step() < cursor_->last());
    live_->setChecked(cursor_->isLive());
    play_->setIcon(glyphIcon(cursor_->isPlaying() ? Glyph::pause : Glyph::run));
    step_->setText(any ? tr("%1 / %2").arg(cursor_->step()).arg(cursor_->last()) : tr("no steps"));
}

QString TimeBar::stepText() const {
    return step_->text();
}

void TimeBar::setForkAction(QAction* action) {
    action->setIconText(tr("Fork…")); // the whole title does not fit
    fork_->setDefaultAction(action);
    fork_->setFocusPolicy(Qt::TabFocus);
    fork_->setAccessibleName(tr("Fork a lane from the step that is shown"));
}

void TimeBar::setStoreText(const QString& text) {
    step_->setToolTip(text);
}

} // namespace lab
