#include "ui/panel/lane_panel.h"

#include "core/experiment/catalog.h"
#include "ui/icons.h"
#include "ui/panel/lane_card.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

LanePanel::LanePanel(QWidget* parent)
    : QWidget(parent), area_(new QScrollArea(this)), methods_(new QComboBox(this)),
      add_(new QPushButton(glyphIcon(Glyph::add), tr("Add lane"), this)) {
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

    for (const Choice& choice : method_choices()) {
        methods_->addItem(QString::fromStdString(choice.title), QString::fromStdString(choice.id));
        methods_->setItemData(methods_->count() - 1, wrappedTip(QString::fromStdString(choice.tip)),
                              Qt::ToolTipRole);
    }
    methods_->setAccessibleName(tr("Method of the lane to add"));
    add_->setAccessibleName(tr("Add a lane"));
    auto* adding = new QHBoxLayout;
    adding->addWidget(methods_, 1);
    adding->addWidget(add_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(heading);
    layout->addWidget(area_, 1);
    layout->addLayout(adding);
    connect(add_, &QPushButton::clicked, this,
            [this] { Q_EMIT addRequested(methods_->currentData().toString()); });
    enableButtons();
}

LaneCard* LanePanel::card(int lane) const {
    return lane >= 0 && lane < count() ? cards_[lane] : nullptr;
}

void LanePanel::setLanes(const std::vector<LaneSpec>& lanes, const std::vector<LaneStyle>& styles) {
    qDeleteAll(cards_);
    cards_.clear();
    unfolded_.clear();
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        auto* card = new LaneCard(lanes[i], styles[i], area_->widget());
        const auto lane = static_cast<int>(i);
        column_->insertWidget(lane, card);
        card->show();
        cards_.append(card);
        if (card->hasSwitches()) {
            card->setUnfolded(true);
            unfolded_.append(card);
        }
        connect(card, &LaneCard::unfoldRequested, this,
                [this, card](bool unfolded) { unfold(card, unfolded); });
        connect(card, &LaneCard::removeRequested, this, [this, lane] { Q_EMIT removeRequested(lane); });
        connect(card, &LaneCard::recipeChanged, this,
                [this, lane](const Recipe& recipe, const QString& text) {
                    Q_EMIT recipeChanged(lane, recipe, text);
                });
    }
    suggestMethod(lanes);
    enableButtons();
    fit(nullptr);
}

void LanePanel::suggestMethod(const std::vector<LaneSpec>& lanes) {
    for (int i = 0; i < methods_->count(); ++i) {
        const std::string method = methods_->itemData(i).toString().toStdString();
        const bool taken = std::any_of(lanes.begin(), lanes.end(),
                                       [&](const LaneSpec& lane) { return lane.method == method; });
        if (!taken) {
            methods_->setCurrentIndex(i);
            return;
        }
    }
}

void LanePanel::setRunUnderWay(bool under_way) {
    under_way_ = under_way;
    enableButtons();
}

void LanePanel::enableButtons() {
    add_->setEnabled(!under_way_ && count() < max_lanes);
    methods_->setEnabled(add_->isEnabled());
    add_->setToolTip(under_way_            ? tr("Lanes can be added when no run is under way")
                     : count() < max_lanes ? tr("Add a lane with the chosen method")
                                           : tr("There is room for %1 lanes").arg(max_lanes));
    for (LaneCard* card : cards_)
        card->setRemovable(!under_way_ && count() > min_lanes);
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
