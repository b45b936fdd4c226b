#include "ui/panel/lane_panel.h"

#include "ui/panel/lane_card.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

LanePanel::LanePanel(QWidget* parent)
    : QWidget(parent), area_(new QScrollArea(this)),
      add_(new QPushButton(glyphIcon(Glyph::add), tr("Add lane…"), this)) {
    auto* title = new QLabel(tr("Lanes"), this);
    adjustFont(title, 1, true);
    auto* sentence = new QLabel(tr("All see the very same images"), this);
    adjustFont(sentence, -0.5);
    makeQuiet(sentence);
    auto* heading = new QHBoxLayout;
    heading->addWidget(title);
    heading->addStretch(1);
    heading->addWidget(sentence);

    auto* content = new QWidget(area_);
    column_ = new QVBoxLayout(content);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(8);
    column_->addStretch(1);
    area_->setWidget(content);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setFocusPolicy(Qt::NoFocus);

    add_->setAccessibleName(tr("Add a lane"));
    auto* adding = new QHBoxLayout;
    adding->addStretch(1);
    adding->addWidget(add_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(heading);
    layout->addWidget(area_, 1);
    layout->addLayout(adding);
    connect(add_, &QPushButton::clicked, this, &LanePanel::addRequested);
    enableButtons();
}

LaneCard* LanePanel::card(int lane) const {
    return lane >= 0 && lane < count() ? cards_[lane] : nullptr;
}

bool LanePanel::shows(const std::vector<LaneSpec>& lanes, const std::vector<LaneStyle>& styles) const {
    return styles == styles_ &&
           std::equal(lanes.begin(), lanes.end(), lanes_.begin(), lanes_.end(),
                      [](const LaneSpec& a, const LaneSpec& b) { return a.method == b.method; });
}

void LanePanel::setLanes(const std::vector<LaneSpec>& lanes, const std::vector<LaneStyle>& styles) {
    const bool same = shows(lanes, styles);
    lanes_ = lanes;
    styles_ = styles;
    if (same) {
        for (std::size_t i = 0; i < lanes.size(); ++i)
            cards_[static_cast<int>(i)]->setRecipe(lanes[i].recipe);
        return;
    }
    qDeleteAll(cards_);
    cards_.clear();
    unfolded_.clear();
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        auto* card = new LaneCard(lanes[i], styles[i], area_->widget());
        const auto lane = static_cast<int>(i);
        column_->insertWidget(lane, card);
        card->show();
        cards_.append(card);
        card->setShownControls(shown_);
        if (card->hasSwitches()) {
            card->setUnfolded(true);
            unfolded_.append(card);
        }
        connect(card, &LaneCard::unfoldRequested, this,
                [this, card](bool unfolded) { unfold(card, unfolded); });
        connect(card, &LaneCard::removeRequested, this, [this, lane] { Q_EMIT removeRequested(lane); });
        connect(card, &LaneCard::whyRequested, this, &LanePanel::whyRequested);
        connect(card, &LaneCard::editRequested, this, [this, lane] { Q_EMIT editRequested(lane); });
        connect(card, &LaneCard::methodRequested, this, [this, lane] { Q_EMIT methodRequested(lane); });
        connect(card, &LaneCard::recipeChanged, this,
                [this, lane](const Recipe& recipe, const QString& text) {
                    Q_EMIT recipeChanged(lane, recipe, text);
                });
    }
    enableButtons();
    fit(nullptr);
}

void LanePanel::setShownSwitches(const std::optional<QStringList>& names) {
    shown_ = names;
    for (LaneCard* card : cards_)
        card->setShownControls(names);
    add_->setVisible(!names || names->contains(QStringLiteral("lanes")));
    fit(nullptr);
}

void LanePanel::setRunUnderWay(bool under_way) {
    under_way_ = under_way;
    enableButtons();
}

void LanePanel::enableButtons() {
    add_->setEnabled(!under_way_ && count() < max_lanes);
    add_->setToolTip(under_way_            ? tr("Lanes can be added when no run is under way")
                     : count() < max_lanes ? tr("Choose a method and watch it beside the others")
                                           : tr("There is room for %1 lanes").arg(max_lanes));
    for (LaneCard* card : cards_) {
        card->setRemovable(!under_way_ && count() > min_lanes);
        card->setMethodChangeable(!under_way_);
    }
}

void LanePanel::clear() {
    for (LaneCard* card : cards_)
        card->clear();
}

void LanePanel::showRecord(const StepRecord& record) {
    if (LaneCard* shown = card(record.lane))
        shown->showRecord(record);
}

void LanePanel::unfold(LaneCard* card, bool unfolded) {
    unfolded_.removeAll(card);
    if (unfolded)
        unfolded_.append(card);
    card->setUnfolded(unfolded);
    fit(card);
}

void LanePanel::fit(const LaneCard* keep) {
    if (!isVisible())
        return;
    const auto tooTall = [&] {
        int height = 0;
        for (LaneCard* card : cards_) {
            card->layout()->activate();
            height += card->sizeHint().height() + column_->spacing();
        }
        return height - column_->spacing() > area_->height();
    };
    while (tooTall()) {
        LaneCard* victim = nullptr;
        for (LaneCard* card : unfolded_)
            if (card != keep && !victim)
                victim = card;
        if (!victim)
            return;
        unfolded_.removeAll(victim);
        victim->setUnfolded(false);
    }
}

void LanePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The scroll area gets its new height only after this handler.
    QMetaObject::invokeMethod(
        this, [this] { fit(nullptr); }, Qt::QueuedConnection);
}

} // namespace lab
