#include "ui/panel/lane_card.h"

#include "core/catalogue/catalog.h"
#include "core/record/measure_table.h"
#include "ui/style/elided.h"
#include "ui/style/help_topic.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/core_text.h"
#include "ui/text/recipe_labels.h"
#include "ui/view/recipe_switches.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
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
    : QFrame(parent), style_(style), told_(lane.recipe), name_(new QLabel(this)), badge_(new QLabel(this)),
      why_(new QToolButton(this)), note_(new ElidedLabel(this)), edit_glyph_(new QToolButton(this)),
      fold_button_(new QToolButton(this)), remove_button_(new QToolButton(this)),
      method_(new QPushButton(tr("Method…"), this)), edit_(new QPushButton(tr("Edit blocks…"), this)),
      buttons_(new QWidget(this)), switches_(new RecipeSwitches(lane.recipe, style.name, this)) {
    setAccessibleName(tr("Lane %1").arg(style.name));
    auto* name = name_;
    name->setText(style.name);
    setHelpTopic(name, QStringLiteral("method.") + QString::fromStdString(lane.method));
    name->setMinimumHeight(22); // as high as with the buttons beside it
    adjustFont(name, 0.5, true);
    for (const Choice& choice : method_choices())
        if (choice.id == lane.method)
            name->setToolTip(wrappedTip(coreText(choice.tip)));
    setTone(badge_, Tone::error);
    badge_->setAutoFillBackground(true);
    badge_->setMargin(2);
    adjustFont(badge_, -1, true);
    badge_->setToolTip(wrappedTip(
        tr("From this step on, the lane answers one class for nearly everything. The rule, over the last 640 "
           "images: at least 80 % of the images of other classes get the most predicted class, and the "
           "predictions spread over at most half as many classes as the true labels, or over at most 1.5. A "
           "class that rightly dominates the stream does not count. Without labels: 95 % of the last 1,000 "
           "images get one class, and the logit norm is 1.1 times that of the beginning.")));
    badge_->hide();
    for (QToolButton* button : {edit_glyph_, fold_button_, remove_button_}) {
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
    heading->addWidget(why_);
    heading->addSpacing(4);
    heading->addWidget(edit_glyph_);
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

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 6);
    layout->setSpacing(3);
    layout->addLayout(heading);
    layout->addLayout(numbers);
    layout->addWidget(switches_);
    connect(switches_, &RecipeSwitches::recipeChanged, &settle_timer_, qOverload<>(&QTimer::start));
    buildButtons();
    layout->addWidget(buttons_);
    layout->addWidget(note_);
    note_->hide();
    settle_timer_.setSingleShot(true);
    settle_timer_.setInterval(settle_ms);
    connect(&settle_timer_, &QTimer::timeout, this, &LaneCard::settle);
    connect(fold_button_, &QToolButton::clicked, this, [this] { Q_EMIT unfoldRequested(!isUnfolded()); });
    connect(remove_button_, &QToolButton::clicked, this, &LaneCard::removeRequested);
    setUnfolded(false);
    clear();
}

void LaneCard::buildButtons() {
    why_->setText(tr("Why?"));
    why_->setAutoRaise(true);
    adjustFont(why_, -1);
    why_->setToolTip(tr("What the recording shows of this collapse"));
    why_->setAccessibleName(tr("Why %1 collapsed").arg(style_.name));
    connect(why_, &QToolButton::clicked, this, &LaneCard::whyRequested);
    adjustFont(note_, -0.5);
    makeQuiet(note_);
    for (QPushButton* button : {method_, edit_}) {
        adjustFont(button, -0.5);
        button->setFixedHeight(button->fontMetrics().height() + 6);
        button->setFixedWidth(button->fontMetrics().horizontalAdvance(button->text()) + 16);
        button->setAutoDefault(false);
    }
    edit_->setToolTip(tr("All blocks of the method, reset policy and what happens on collapse"));
    edit_glyph_->setIcon(glyphIcon(Glyph::blocks));
    edit_glyph_->setToolTip(tr("Edit blocks…"));
    edit_glyph_->setAccessibleName(tr("Edit blocks of %1").arg(style_.name));
    connect(edit_glyph_, &QToolButton::clicked, this, &LaneCard::editRequested);
    edit_->setAccessibleName(tr("Edit blocks of %1").arg(style_.name));
    method_->setAccessibleName(tr("Method of %1").arg(style_.name));
    setMethodChangeable(true);
    auto* row = new QHBoxLayout(buttons_);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(4);
    row->addStretch(1);
    row->addWidget(method_);
    row->addWidget(edit_);
    connect(method_, &QPushButton::clicked, this, &LaneCard::methodRequested);
    connect(edit_, &QPushButton::clicked, this, &LaneCard::editRequested);
}

void LaneCard::setMethodChangeable(bool changeable) {
    method_->setEnabled(changeable);
    method_->setToolTip(changeable ? tr("Run another method in this lane")
                                   : tr("The method can be changed when no run is under way"));
}

void LaneCard::setRecipe(const Recipe& recipe) {
    const bool adapted = hasSwitches();
    told_ = recipe;
    if (!(switches_->recipe() == recipe))
        switches_->setRecipe(recipe);
    if (adapted == hasSwitches())
        return;
    setUnfolded(hasSwitches());
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

void LaneCard::setShownControls(const std::optional<QStringList>& names) {
    restricted_ = names && !names->contains(QStringLiteral("lanes"));
    any_switch_ = switches_->setShown(names);
    showParts();
}

void LaneCard::showParts() {
    switches_->setVisible(unfolded_ && hasSwitches() && any_switch_);
    buttons_->setVisible((unfolded_ || !hasSwitches()) && !restricted_);
    edit_glyph_->setVisible(!unfolded_ && hasSwitches() && !restricted_);
    remove_button_->setVisible(!restricted_);
    fold_button_->setVisible(hasSwitches() && any_switch_);
}

void LaneCard::setUnfolded(bool unfolded) {
    unfolded_ = unfolded;
    showParts();
    fold_button_->setIcon(glyphIcon(unfolded ? Glyph::fold : Glyph::unfold));
    fold_button_->setToolTip(unfolded ? tr("Fold the switches away") : tr("Show the switches"));
}

bool LaneCard::isUnfolded() const {
    return unfolded_ && hasSwitches();
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
    const double distance = measures_at(ChartPlace::predictor).front()->value(record);
    distance_->setText(std::isfinite(distance) ? threeDigits(distance, distance < 10 ? 2 : 1)
                                               : QStringLiteral("–"));
    badge_->setVisible(record.collapsed_at > 0);
    why_->setVisible(record.collapsed_at > 0);
    if (record.collapsed_at > 0)
        badge_->setText(tr("COLLAPSED @%1").arg(record.collapsed_at));
}

void LaneCard::clear() {
    for (QLabel* number : {accuracy_, norm_, dominance_, distance_})
        number->setText(QStringLiteral("–"));
    badge_->hide();
    why_->hide();
    showNote({});
}

void LaneCard::showNote(const QString& note) {
    note_->setFullText(note);
    note_->setVisible(!note.isEmpty());
}

QString LaneCard::note() const {
    return note_->fullText();
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
    const double middle = name_->geometry().center().y();
    drawSwatch(painter, style_, QRectF(12, middle - 8, 26, 17));
}

} // namespace lab
