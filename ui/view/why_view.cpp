#include "ui/view/why_view.h"

#include "core/record/explanation.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lab {

namespace {

constexpr int readable_width = 760; ///< longer lines are hard to read

QToolButton* stepButton(QWidget* parent, QHBoxLayout* row) {
    auto* button = new QToolButton(parent);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    row->addWidget(button);
    return button;
}

} // namespace

WhyView::WhyView(QWidget* parent)
    : ViewPage(tr("Why?"),
               tr("What the recording shows of each lane up to the step in view, or up to its collapse."),
               parent),
      area_(new QScrollArea(this)), empty_(new QLabel(this)) {
    auto* inside = new QWidget(area_);
    column_ = new QVBoxLayout(inside);
    column_->setContentsMargins(0, 0, 8, 0);
    column_->setSpacing(14);
    empty_->setWordWrap(true);
    makeQuiet(empty_);
    column_->addWidget(empty_);
    column_->addStretch(1);
    area_->setWidget(inside);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(area_, 1);
}

WhyView::Block& WhyView::block(std::size_t lane) {
    while (blocks_.size() <= lane) {
        const std::size_t index = blocks_.size();
        Block& made = blocks_.emplace_back();
        made.frame = new QWidget(this);
        made.frame->setMaximumWidth(readable_width);
        auto* lines = new QVBoxLayout(made.frame);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(4);
        made.heading = new QLabel(made.frame);
        adjustFont(made.heading, 1, true);
        made.sentences = new QLabel(made.frame);
        for (QLabel* label : {made.heading, made.sentences}) {
            label->setWordWrap(true);
            label->setTextFormat(Qt::PlainText);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            lines->addWidget(label);
        }
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        made.turned = stepButton(made.frame, row);
        made.collapsed = stepButton(made.frame, row);
        row->addStretch(1);
        lines->addLayout(row);
        connect(made.turned, &QToolButton::clicked, this,
                [this, index] { Q_EMIT stepPicked(blocks_[index].turned_at); });
        connect(made.collapsed, &QToolButton::clicked, this,
                [this, index] { Q_EMIT stepPicked(blocks_[index].collapsed_at); });
        column_->insertWidget(column_->count() - 1, made.frame);
    }
    return blocks_[lane];
}

void WhyView::fill(Block& block, const LaneExplanation& account, const ExplanationWords& words,
                   const LaneStyle& style) {
    QPalette colours = block.heading->palette();
    colours.setColor(QPalette::WindowText, style.color);
    block.heading->setPalette(colours);
    // Text that stays is not set again: a selection in it stays as well.
    const QString sentences = words.sentences.join(QLatin1Char('\n'));
    if (block.heading->text() != words.heading)
        block.heading->setText(words.heading);
    if (block.sentences->text() != sentences)
        block.sentences->setText(sentences);
    block.turned_at = account.turned_at;
    block.collapsed_at = account.collapsed_at;
    block.turned->setText(tr("Show step %1").arg(account.turned_at));
    block.turned->setToolTip(tr("Go to the step at which the class took over"));
    block.turned->setVisible(account.turned_at > 0);
    block.collapsed->setText(tr("Show step %1").arg(account.collapsed_at));
    block.collapsed->setToolTip(tr("Go to the step at which the detector flagged the lane"));
    block.collapsed->setVisible(account.collapsed_at > 0 && account.collapsed_at != account.turned_at);
}

void WhyView::showScene(const Scene& scene) {
    std::vector<LaneExplanation> accounts;
    if (scene.records != nullptr && scene.step > 0)
        accounts = explain(*scene.records, scene.step, scene.recording);
    std::vector<bool> told(std::max(blocks_.size(), scene.styles.size()), false);
    for (const LaneExplanation& account : accounts) {
        const auto lane = static_cast<std::size_t>(account.lane);
        if (lane >= scene.styles.size())
            continue;
        const LaneStyle& style = scene.styles[lane];
        fill(block(lane), account, explanationText(account, style.name, scene.class_names), style);
        told[lane] = true;
    }
    for (std::size_t lane = 0; lane < blocks_.size(); ++lane)
        blocks_[lane].frame->setVisible(told[lane]);
    empty_->setText(scene.empty_text);
    empty_->setVisible(accounts.empty());
}

QString WhyView::textOf(int lane) const {
    const auto index = static_cast<std::size_t>(lane);
    if (lane < 0 || index >= blocks_.size() || blocks_[index].frame->isHidden())
        return {};
    return blocks_[index].heading->text() + QLatin1Char('\n') + blocks_[index].sentences->text();
}

} // namespace lab
