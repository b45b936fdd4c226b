#include "ui/dialog/lane_editor.h"

#include "ui/dialog/recipe_form.h"
#include "ui/style/elided.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"
#include "ui/view/recipe_diagram.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lab {

LaneEditor::LaneEditor(QWidget* parent)
    : QDialog(parent), name_(new QLabel(this)), note_(new QLabel(this)), diagram_(new RecipeDiagram(this)),
      form_(new RecipeForm(this)), reset_(new QComboBox(this)), on_collapse_(new QComboBox(this)) {
    setModal(false);
    adjustFont(name_, 3, true);
    auto* sentence =
        new QLabel(tr("Blocks hold from the next step on, resets and collapse from the next run on."), this);
    makeQuiet(sentence);
    makeQuiet(note_);
    for (const ResetPolicy policy : resetPolicies())
        reset_->addItem(titleOf(policy));
    for (const CollapseAction action : collapseActions())
        on_collapse_->addItem(titleOf(action));
    RecipeForm::addHeading(form_->leftColumn(), tr("From the next run on"));
    RecipeForm::addField(form_->leftColumn(), tr("Reset the lane"), reset_,
                         tr("Back to the weights as trained, a fresh optimiser and a fresh predictor."));
    RecipeForm::addField(form_->leftColumn(), tr("On collapse"), on_collapse_,
                         tr("What happens to the lane when the detector finds it collapsed."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    removeIcons(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* heading = new QHBoxLayout;
    heading->addWidget(name_);
    heading->addStretch(1);
    heading->addWidget(sentence);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(note_, 1);
    bottom->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(heading);
    layout->addWidget(diagram_);
    layout->addWidget(form_);
    layout->addStretch(1);
    layout->addLayout(bottom);

    settle_timer_.setSingleShot(true);
    settle_timer_.setInterval(settle_ms);
    connect(&settle_timer_, &QTimer::timeout, this, &LaneEditor::settle);
    connect(form_, &RecipeForm::recipeChanged, this, [this] {
        diagram_->setRecipe(form_->recipe());
        settle_timer_.start();
    });
    for (QComboBox* box : {reset_, on_collapse_})
        connect(box, &QComboBox::currentIndexChanged, this, &LaneEditor::tellPolicy);
}

void LaneEditor::setLane(int lane, const LaneSpec& spec, const QString& name) {
    if (lane != lane_) {
        settle();
        showNote({});
    }
    showing_ = true;
    lane_ = lane;
    told_ = spec.recipe;
    setWindowTitle(tr("Blocks of %1").arg(name));
    name_->setText(name);
    if (!settle_timer_.isActive()) {
        form_->setRecipe(spec.recipe);
        diagram_->setRecipe(spec.recipe);
    }
    reset_->setCurrentIndex(static_cast<int>(resetPolicies().indexOf(spec.reset)));
    on_collapse_->setCurrentIndex(static_cast<int>(collapseActions().indexOf(spec.on_collapse)));
    showing_ = false;
}

void LaneEditor::setRunUnderWay(bool under_way) {
    under_way_ = under_way;
}

void LaneEditor::showNote(const QString& note) {
    note_->setText(note);
}

QString LaneEditor::note() const {
    return note_->text();
}

void LaneEditor::settle() {
    settle_timer_.stop();
    const QString text = describeChange(told_, form_->recipe());
    if (lane_ < 0 || text.isEmpty())
        return;
    told_ = form_->recipe();
    Q_EMIT recipeChanged(lane_, told_, text);
}

void LaneEditor::tellPolicy() {
    if (showing_)
        return;
    const ResetPolicy reset = resetPolicies()[reset_->currentIndex()];
    const CollapseAction action = collapseActions()[on_collapse_->currentIndex()];
    Q_EMIT policyChanged(lane_, reset, action);
    showNote(
        under_way_
            ? tr("Reset: %1; on collapse: %2. The present run goes on as it began; this holds "
                 "from the next run on.")
                  .arg(titleOf(reset), titleOf(action))
            : tr("Reset: %1; on collapse: %2, from the next run on.").arg(titleOf(reset), titleOf(action)));
}

void LaneEditor::done(int result) {
    settle();
    QDialog::done(result);
}

} // namespace lab
