#include "ui/view/step_view.h"

#include "ui/session/step_facts.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace lab {

StepView::StepView(QWidget* parent)
    : ViewPage(
          tr("One step in slow motion"),
          tr("Forward, two branches, loss, backward, update: with the numbers of the step that is shown."),
          parent),
      diagram_(new StepDiagram(this)), play_(new QToolButton(this)), words_(new QLabel(this)) {
    addLaneMenu();
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    play_->setIcon(glyphIcon(Glyph::run));
    play_->setCheckable(true);
    play_->setText(tr("Play the phases"));
    play_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    play_->setFocusPolicy(Qt::TabFocus);
    row->addWidget(play_);
    row->addSpacing(8);
    for (int i = 0; i < step_phases; ++i) {
        auto* button = new QToolButton(this);
        button->setText(phaseTitle(static_cast<StepPhase>(i)));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(phaseTitle(static_cast<StepPhase>(i)));
        connect(button, &QToolButton::clicked, this, [this, i] {
            play_->setChecked(false);
            setPhase(static_cast<StepPhase>(i));
        });
        phases_.append(button);
        row->addWidget(button);
    }
    row->addStretch(1);
    words_->setWordWrap(true);
    words_->setMinimumHeight(3 * words_->fontMetrics().height() + 8);
    words_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    words_->setAccessibleName(tr("What happens in this phase"));
    body()->addLayout(row);
    body()->addWidget(diagram_, 1);
    body()->addWidget(words_);
    timer_.setInterval(phase_ms);
    connect(&timer_, &QTimer::timeout, this, [this] {
        const int next = static_cast<int>(phase_) + 1;
        if (next >= step_phases)
            play_->setChecked(false);
        else
            setPhase(static_cast<StepPhase>(next));
    });
    connect(play_, &QToolButton::toggled, this, &StepView::play);
    showPhase();
}

void StepView::play(bool on) {
    play_->setIcon(glyphIcon(on ? Glyph::pause : Glyph::run));
    if (!on)
        return timer_.stop();
    setPhase(StepPhase::forward);
    timer_.start();
}

void StepView::setPhase(StepPhase phase) {
    phase_ = phase;
    showPhase();
}

void StepView::showPhase() {
    phases_[static_cast<int>(phase_)]->setChecked(true);
    diagram_->setFacts(facts_, phase_, color_);
    words_->setText(facts_.known ? phaseSentence(phase_, facts_) : QString());
}

void StepView::addTo(ViewChoice& choice, bool in_front) const {
    choice.step_lane = laneIsChosen() || in_front ? lane() : -1;
    // Who has not looked at single phases wants the whole step.
    choice.phase = in_front ? phase_ : StepPhase::update;
}

void StepView::showScene(const Scene& scene) {
    fillLanes(scene);
    facts_ = factsOf(scene, lane(), recipes_ ? recipes_(lane()) : Recipe{});
    if (lane() < scene.lanes())
        color_ = scene.styles[static_cast<std::size_t>(lane())].color;
    diagram_->setEmptyText(facts_.known      ? QString()
                           : scene.step == 0 ? scene.empty_text
                                             : tr("This lane took no step %1.").arg(scene.step));
    showPhase();
}

QString StepView::words() const {
    return words_->text();
}

void StepView::hideEvent(QHideEvent* event) {
    play_->setChecked(false);
    ViewPage::hideEvent(event);
}

} // namespace lab
