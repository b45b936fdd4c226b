#include "ui/panel/lane_card.h"

#include "core/experiment/catalog.h"
#include "ui/icons.h"
#include "ui/panel/recipe_switches.h"
#include "ui/panel/recipe_text.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace lab {

namespace {

constexpr int swatch_room = 36;

QString threeDigits(double value, int decimals) {
    return std::isfinite(value) ? QString::number(value, 'f', decimals) : QStringLiteral("–");
}

} // namespace

LaneCard::LaneCard(const LaneSpec& lane, const LaneStyle& style, QWidget* parent)
    : QFrame(parent), style_(style), told_(lane.recipe), badge_(new QLabel(this)), note_(new QLabel(this)),
      fold_button_(new QToolButton(this)), remove_button_(new QToolButton(this)) {
    setAccessibleName(tr("Lane %1").arg(style.name));
    auto* name = new QLabel(style.name, this);
    adjustFont(name, 0.5, true);
    for (const Choice& choice : method_choices())
        if (choice.id == lane.method)
            name->setToolTip(wrappedTip(QString::fromStdString(choice.tip)));
    QPalette red = badge_->palette();
    red.setColor(QPalette::Window, theme::errorTint());
    red.setColor(QPalette::WindowText, theme::error());
    badge_->setPalette(red);
    badge_->setAutoFillBackground(true);
    badge_->setMargin(2);
    adjustFont(badge_, -1, true);
    badge_->setToolTip(tr("The lane predicts one class for nearly everything from this step on."));
    badge_->hide();
    for (QToolButton* button : {fold_button_, remove_button_}) {
        button->setAutoRaise(true);
        button->setIconSize({14, 14});
    }
    fold_button_->setAccessibleName(tr("Switches of %1").arg(style.name));
    remove_button_->setIcon(glyphIcon(Glyph::close));
    remove_button_->setAccessibleName(tr("Remove lane %1").arg(style.name));
    setRemovable(true);

    auto* heading = new QHBoxLayout;
    heading->setSpacing(2);
    heading->addSpacing(swatch_room);
    heading->addWidget(name);
    heading->addStretch(1);
    heading->addWidget(badge_);
    heading->addSpacing(4);
    heading->addWidget(fold_button_);
    heading->addWidget(remove_button_);

    auto* numbers = new QGridLayout;
    numbers->setHorizontalSpacing(4);
    numbers->setVerticalSpacing(0);
    accuracy_ = addNumber(numbers, 0, tr("accuracy"), tr("Share of right answers, last 10 batches."));
    norm_ = addNumber(numbers, 1, tr("logit norm"), tr("Mean ‖u‖₂ of the batch."));
    dominance_ = addNumber(numbers, 2, tr("dominance"),
                           tr("Share of the most predicted class among the last 200 images."));
    distance_ = addNumber(numbers, 3, tr("predictor"), tr("‖θ_h − I‖_F; ZeroSiam, arXiv 2509.23183."));

    adjustFont(note_, -0.5);
    makeQuiet(note_);
    note_->setWordWrap(true);
    note_->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 6);
    layout->setSpacing(3);
    layout->addLayout(heading);
    layout->addLayout(numbers);
    if (lane.recipe.adapts) {
        switches_ = new RecipeSwitches(lane.recipe, style.name, this);
        layout->addWidget(switches_);
        connect(switches_, &RecipeSwitches::recipeChanged, &settle_timer_, qOverload<>(&QTimer::start));
    } else {
        fold_button_->hide();
    }
    layout->addWidget(note_);
    settle_timer_.setSingleShot(true);
    settle_timer_.setInterval(settle_ms);
    connect(&settle_timer_, &QTimer::timeout, this, &LaneCard::settle);
    connect(fold_button_, &QToolButton::clicked, this, [this] { Q_EMIT unfoldRequested(!isUnfolded()); });
    connect(remove_button_, &QToolButton::clicked, this, &LaneCard::removeRequested);
    setUnfolded(false);
    clear();
}

QLabel* LaneCard::addNumber(QGridLayout* grid, int column, const QString& caption, const QString& tip) {
    auto* words = new QLabel(caption, this);
    adjustFont(words, -1);
    makeQuiet(words);
    auto* number = new QLabel(this);
    adjustFont(number, 0, true);
    words->setToolTip(tip);
    number->setToolTip(tip);
    grid->addWidget(words, 0, column);
    grid->addWidget(number, 1, column);
    grid->setColumnStretch(column, 1);
    return number;
}

void LaneCard::setUnfolded(bool unfolded) {
    if (switches_)
        switches_->setVisible(unfolded);
    fold_button_->setIcon(glyphIcon(unfolded ? Glyph::fold : Glyph::unfold));
    fold_button_->setToolTip(unfolded ? tr("Fold the switches away") : tr("Show the switches"));
}

bool LaneCard::isUnfolded() const {
    return switches_ && !switches_->isHidden();
}

void LaneCard::setRemovable(bool removable) {
    remove_button_->setEnabled(removable);
    remove_button_->setToolTip(removable
                                   ? tr("Remove this lane")
                                   : tr("Lanes can be removed when no run is under way; two must stay"));
}

void LaneCard::showRecord(const StepRecord& record) {
    accuracy_->setText(tr("%1 %").arg(threeDigits(100 * record.accuracy_window, 0)));
    norm_->setText(threeDigits(record.logit_norm, record.logit_norm < 10 ? 2 : 1));
    dominance_->setText(threeDigits(record.class_dominance, 2));
    distance_->setText(threeDigits(record.predictor_distance, record.predictor_distance < 10 ? 2 : 1));
    badge_->setVisible(record.collapsed_at > 0);
    if (record.collapsed_at > 0)
        badge_->setText(tr("COLLAPSED @%1").arg(record.collapsed_at));
}

void LaneCard::clear() {
    for (QLabel* number : {accuracy_, norm_, dominance_, distance_})
        number->setText(QStringLiteral("–"));
    badge_->hide();
    showNote({});
}

void LaneCard::showNote(const QString& note) {
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
}

QString LaneCard::note() const {
    return note_->text();
}

QString LaneCard::badge() const {
    return badge_->isHidden() ? QString() : badge_->text();
}

void LaneCard::settle() {
    const QString text = describeChange(told_, switches_->recipe());
    if (text.isEmpty())
        return;
    told_ = switches_->recipe();
    Q_EMIT recipeChanged(told_, text);
}

void LaneCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::border(), 1));
    painter.setBrush(theme::card());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const double middle = fold_button_->isHidden() ? remove_button_->geometry().center().y()
                                                   : fold_button_->geometry().center().y();
    drawSwatch(painter, style_, QRectF(12, middle - 8, 26, 17));
}

} // namespace lab
