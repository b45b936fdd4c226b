#include "ui/view/toy_page.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/view/toy_canvas.h"
#include "ui/view/toy_controls.h"
#include "ui/view/toy_curves.h"
#include "ui/view/toy_looks.h"
#include "ui/view/toy_numbers.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

namespace {

constexpr int between = 18;     ///< pixels between controls, numbers and curves
constexpr int planes_share = 4; ///< times as wide as the curves
constexpr int least_below = 90; ///< of their height; what does not fit is scrolled to

/// As high as what it holds where there is room. How narrow it can be is its owner's business.
class FittingScroll : public QScrollArea {
  public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override {
        return {QScrollArea::sizeHint().width(), widget()->layout()->totalHeightForWidth(width())};
    }
    QSize minimumSizeHint() const override { return {minimumWidth(), least_below}; }

  protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        updateGeometry();
    }
};

} // namespace

ToyPage::ToyPage(QWidget* parent)
    : ViewPage(tr("Why it collapses"),
               tr("Colour: predicted class. While one class after the other passes, watch whether a plane "
                  "turns to one colour."),
               parent),
      canvas_(new ToyCanvas(experiment_, this)), settings_(new ToyControls(experiment_.settings(), this)),
      numbers_(new ToyNumbers(this)), curves_(new ToyCurves(experiment_, this)), words_(new QLabel(this)),
      counter_(new QLabel(this)) {
    counter_->setAccessibleName(tr("Step of the toy world"));
    makeQuiet(counter_);
    controls()->addWidget(counter_);
    play_ = addButton(tr("Play"), tr("Step by step, at most %1 a second").arg(steps_per_second));
    step_ = addButton(tr("Step"), tr("Both worlds learn from the batch that is shown"));
    reset_ = addButton(tr("Reset"), tr("Both worlds as training left them, the stream at its beginning"));
    step_->setIcon(glyphIcon(Glyph::step));
    reset_->setIcon(glyphIcon(Glyph::restart));
    play_->setIcon(glyphIcon(Glyph::run));
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    words_->setAccessibleName(tr("What is seen"));
    timer_.setInterval(1000 / steps_per_second);
    auto* inner = new QWidget(this);
    below_ = new QGridLayout(inner);
    below_->setContentsMargins(0, 4, 2, 0);
    below_->setHorizontalSpacing(between);
    below_->setVerticalSpacing(8);
    scroll_ = new FittingScroll(this);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    scroll_->setFocusPolicy(Qt::NoFocus);
    above_ = new QHBoxLayout;
    above_->setSpacing(between);
    above_->addWidget(canvas_, planes_share);
    arrange();
    scroll_->setWidget(inner);
    scroll_->setMinimumWidth(settings_->minimumSizeHint().width());
    scroll_->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    body()->addLayout(above_, 1);
    body()->addWidget(scroll_);
    connectAll();
    showAll();
}

QToolButton* ToyPage::addButton(const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tr("%1, toy world").arg(text));
    button->setIconSize({14, 14});
    button->setFocusPolicy(Qt::StrongFocus);
    adjustFont(button, -0.5);
    controls()->addWidget(button);
    return button;
}

void ToyPage::connectAll() {
    connect(&timer_, &QTimer::timeout, this, &ToyPage::step);
    connect(play_, &QToolButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(step_, &QToolButton::clicked, this, [this] {
        setPlaying(false);
        step();
    });
    connect(reset_, &QToolButton::clicked, this, &ToyPage::reset);
    connect(settings_, &ToyControls::changed, this, [this] {
        experiment_.choose(settings_->settings());
        showAll();
    });
    connect(settings_, &ToyControls::seedChanged, this, [this] {
        experiment_.choose(settings_->settings());
        reset();
    });
    connect(canvas_, &ToyCanvas::pointMoved, this, [this](int point, double x, double y) {
        setPlaying(false); // the batch that is being moved stays
        experiment_.move(point, {x, y});
        showAll();
    });
}

bool ToyPage::hasRoomBeside() const {
    const QMargins edge = layout()->contentsMargins();
    return width() - edge.left() - edge.right() >=
           std::max(settings_->minimumSizeHint().width() + numbers_->minimumSizeHint().width(),
                    canvas_->minimumWidth() + curves_->minimumWidth()) +
               between;
}

/// Curves beside the planes and numbers beside the controls, or all below one another where the page is
/// narrow.
void ToyPage::arrange() {
    for (QWidget* part : {static_cast<QWidget*>(words_), static_cast<QWidget*>(settings_),
                          static_cast<QWidget*>(numbers_), static_cast<QWidget*>(curves_)})
        below_->removeWidget(part);
    above_->removeWidget(curves_);
    for (QToolButton* button : {play_, step_, reset_})
        button->setToolButtonStyle(wide_ ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    below_->addWidget(words_, 0, 0, 1, wide_ ? 2 : 1);
    below_->addWidget(settings_, 1, 0, Qt::AlignTop);
    below_->addWidget(numbers_, wide_ ? 1 : 2, wide_ ? 1 : 0, Qt::AlignTop);
    below_->setColumnStretch(1, wide_ ? 1 : 0);
    below_->setColumnStretch(0, 1);
    if (wide_)
        above_->addWidget(curves_, 1);
    else
        below_->addWidget(curves_, 3, 0);
}

void ToyPage::resizeEvent(QResizeEvent* event) {
    ViewPage::resizeEvent(event);
    if (event->oldSize().width() != width())
        words_->setMinimumHeight(0);
    const bool wide = hasRoomBeside();
    scroll_->setMaximumHeight(wide ? QWIDGETSIZE_MAX : height() / 2); // the planes stay in sight
    if (wide == wide_)
        return;
    wide_ = wide;
    arrange();
    scroll_->updateGeometry();
}

void ToyPage::hideEvent(QHideEvent* event) {
    setPlaying(false);
    ViewPage::hideEvent(event);
}

void ToyPage::showScene(const Scene& /*scene*/) {}

QString ToyPage::words() const {
    return words_->text();
}

void ToyPage::setPlaying(bool on) {
    if (on && !experiment_.is_over())
        timer_.start();
    else
        timer_.stop();
    play_->setIcon(glyphIcon(isPlaying() ? Glyph::pause : Glyph::run));
    play_->setText(isPlaying() ? tr("Pause") : tr("Play"));
    play_->setAccessibleName(tr("%1, toy world").arg(play_->text()));
}

void ToyPage::step() {
    experiment_.step();
    showAll();
    if (experiment_.is_over())
        setPlaying(false);
}

void ToyPage::reset() {
    setPlaying(false);
    experiment_.reset();
    showAll();
}

/// All of it, as the experiment stands.
void ToyPage::showAll() {
    play_->setEnabled(!experiment_.is_over());
    step_->setEnabled(!experiment_.is_over());
    counter_->setText(tr("step %1 / %2").arg(experiment_.steps()).arg(experiment_.settings().stream.steps));
    canvas_->refresh();
    curves_->refresh();
    numbers_->showExperiment(experiment_);
    words_->setText(toyWords(experiment_));
    // The sentences keep the most lines that they had, so that nothing jumps while it plays.
    if (const int lines = words_->heightForWidth(words_->width());
        isVisible() && lines > words_->minimumHeight()) {
        words_->setMinimumHeight(lines);
        scroll_->updateGeometry();
    }
}

} // namespace lab
