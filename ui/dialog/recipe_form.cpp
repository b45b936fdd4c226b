#include "ui/dialog/recipe_form.h"

#include "ui/style/log_slider.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace lab {

namespace {

constexpr SliderMapping share_scale{0, 1, false, false};
constexpr SliderMapping alpha_scale{0.01, 100, true, true};
constexpr SliderMapping fisher_scale{0.01, 10000, true, true};
constexpr SliderMapping rate_scale{1e-5, 1, true, true};
constexpr SliderMapping momentum_scale{0, 0.99, false, false};
constexpr SliderMapping rho_scale{0.001, 1, true, true};
constexpr SliderMapping threshold_scale{0, 2, false, false};

template <typename Kind>
void fill(QComboBox* box, const QList<Kind>& kinds) {
    for (const Kind kind : kinds)
        box->addItem(titleOf(kind));
}

template <typename Kind>
void choose(QComboBox* box, const QList<Kind>& kinds, Kind kind) {
    box->setCurrentIndex(static_cast<int>(kinds.indexOf(kind)));
}

QGridLayout* newColumn() {
    auto* column = new QGridLayout;
    column->setHorizontalSpacing(8);
    column->setVerticalSpacing(4);
    column->setColumnMinimumWidth(0, 116);
    column->setColumnStretch(1, 1);
    return column;
}

} // namespace

RecipeForm::RecipeForm(QWidget* parent) : QWidget(parent), left_(newColumn()), right_(newColumn()) {
    buildLeft();
    buildRight();
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(32);
    for (QGridLayout* column : {left_, right_}) {
        auto* side = new QVBoxLayout;
        side->addLayout(column);
        side->addStretch(1);
        columns->addLayout(side, 1);
    }
    for (QComboBox* box : {selection_, objective_, predictor_, divergence_, optimiser_})
        connect(box, &QComboBox::currentIndexChanged, this, &RecipeForm::read);
    for (QCheckBox* box : {adapts_, stop_gradient_, recovery_, quirks_})
        connect(box, &QCheckBox::toggled, this, &RecipeForm::read);
    for (LogSlider* slider : {margin_, weight_margin_, redundancy_margin_, plpd_threshold_, alpha_, fisher_,
                              rate_, predictor_rate_, momentum_, rho_, threshold_})
        connect(slider, &LogSlider::valueChanged, this, &RecipeForm::read);
    connect(frozen_, &QLineEdit::editingFinished, this, &RecipeForm::read);
    setRecipe({});
}

void RecipeForm::buildLeft() {
    addHeading(left_, tr("Selection"));
    selection_ = addCombo(left_, tr("Samples"), tr("Which samples the loss averages over."));
    fill(selection_, selectionKinds());
    margin_ =
        addSlider(left_, tr("Entropy margin"), share_scale, tr("Keep entropy E < margin · ln K (SAR)."));
    weight_margin_ = addSlider(left_, tr("Weight margin"), share_scale,
                               tr("E0 / ln K in the weight exp(E0 − E) (EATA, DeYO)."));
    redundancy_margin_ =
        addSlider(left_, tr("Redundancy margin"), share_scale,
                  tr("Keep predictions whose cosine with the moving average is below this (EATA)."));
    plpd_threshold_ = addSlider(left_, tr("Shape threshold"), share_scale,
                                tr("Keep samples whose confidence falls by more than this when the picture's "
                                   "patches are shuffled (DeYO)."));
    addHeading(left_, tr("Objective"));
    objective_ = addCombo(left_, tr("Minimises"), tr("H(p_o), per sample, on the online branch."));
    fill(objective_, objectiveKinds());
    addHeading(left_, tr("Layers"));
    adapts_ =
        addCheck(left_, tr("Adaptation"), tr("train the norm layers"), tr("Off: the lane only evaluates."));
    frozen_ = new QLineEdit(this);
    frozen_->setPlaceholderText(tr("none"));
    addField(left_, tr("Left alone"), frozen_,
             tr("Norm layers that are not trained: beginnings of their names, separated by commas. SAR and "
                "DeYO leave the last stage alone."));
    quirks_ = addCheck(left_, tr("Reference"), tr("follow the reference code"),
                       tr("Where the published code departs from its paper. SAR: keep the low moving average "
                          "across a reset."));
}

void RecipeForm::buildRight() {
    addHeading(right_, tr("Alignment pair"));
    predictor_ = addCombo(right_, tr("Predictor"), tr("h before the head of the online branch (ZeroSiam)."));
    fill(predictor_, predictorKinds());
    stop_gradient_ =
        addCheck(right_, tr("Target branch"), tr("stop-gradient"), tr("sg[p_r] is a fixed target."));
    alpha_ = addSlider(right_, tr("Alignment α"), alpha_scale, tr("α in L = H(p_o) + α · D(p_o ‖ sg[p_r])."));
    divergence_ = addCombo(right_, tr("Divergence"), tr("D in L = H(p_o) + α · D(p_o ‖ sg[p_r])."));
    fill(divergence_, divergenceKinds());
    addHeading(right_, tr("Regulariser"));
    fisher_ = addSlider(right_, tr("Fisher α"), fisher_scale,
                        tr("α · Σ F (θ − θ0)²; 0 means none (EATA). The Fisher estimate is made when a run "
                           "begins or the penalty is first switched on."));
    addHeading(right_, tr("Optimiser"));
    optimiser_ = addCombo(right_, tr("Kind"), tr("SAM climbs first, then descends from there (SAR)."));
    fill(optimiser_, optimiserKinds());
    rate_ = addSlider(right_, tr("Norm rate"), rate_scale, tr("Learning rate of the norm layers."));
    predictor_rate_ =
        addSlider(right_, tr("Predictor rate"), rate_scale, tr("Learning rate of the predictor."));
    momentum_ =
        addSlider(right_, tr("Momentum"), momentum_scale, tr("Momentum of the optimiser, 0 to 0.99."));
    rho_ = addSlider(right_, tr("Climb ρ"), rho_scale, tr("Length of SAM's climb."));
    addHeading(right_, tr("Recovery"));
    recovery_ = addCheck(right_, tr("Back to start"), tr("when the loss tells of a collapse"),
                         tr("When the moving average of the loss falls below the threshold (SAR)."));
    threshold_ =
        addSlider(right_, tr("Threshold"), threshold_scale, tr("Of the moving average of the loss."));
}

void RecipeForm::addHeading(QGridLayout* column, const QString& text) {
    auto* label = new QLabel(text);
    adjustFont(label, 0, true);
    if (column->count() > 0)
        label->setContentsMargins(0, 8, 0, 0);
    column->addWidget(label, column->rowCount(), 0, 1, 2);
}

void RecipeForm::addField(QGridLayout* column, const QString& label, QWidget* field, const QString& tip) {
    auto* words = new QLabel(label);
    words->setBuddy(field);
    words->setToolTip(wrappedTip(tip));
    field->setToolTip(wrappedTip(tip));
    field->setAccessibleName(label);
    const int row = column->rowCount();
    column->addWidget(words, row, 0);
    column->addWidget(field, row, 1);
}

LogSlider* RecipeForm::addSlider(QGridLayout* column, const QString& label, const SliderMapping& mapping,
                                 const QString& tip) {
    auto* slider = new LogSlider(mapping, this);
    addField(column, label, slider, tip);
    slider->setName(label, wrappedTip(tip));
    return slider;
}

QComboBox* RecipeForm::addCombo(QGridLayout* column, const QString& label, const QString& tip) {
    auto* box = new QComboBox(this);
    addField(column, label, box, tip);
    return box;
}

QCheckBox* RecipeForm::addCheck(QGridLayout* column, const QString& label, const QString& text,
                                const QString& tip) {
    auto* box = new QCheckBox(text, this);
    addField(column, label, box, tip);
    return box;
}

void RecipeForm::setRecipe(const Recipe& recipe) {
    showing_ = true;
    recipe_ = recipe;
    adapts_->setChecked(recipe.adapts);
    choose(selection_, selectionKinds(), recipe.selection.kind);
    margin_->setValue(recipe.selection.margin);
    weight_margin_->setValue(recipe.selection.weight_margin);
    redundancy_margin_->setValue(recipe.selection.redundancy_margin);
    plpd_threshold_->setValue(recipe.selection.plpd_threshold);
    choose(objective_, objectiveKinds(), recipe.objective);
    choose(predictor_, predictorKinds(), recipe.alignment.predictor);
    stop_gradient_->setChecked(recipe.alignment.stop_gradient);
    alpha_->setValue(recipe.alignment.alpha);
    choose(divergence_, divergenceKinds(), recipe.alignment.divergence);
    fisher_->setValue(recipe.regulariser.fisher_alpha);
    choose(optimiser_, optimiserKinds(), recipe.optimiser.kind);
    rate_->setValue(recipe.optimiser.rate);
    predictor_rate_->setValue(recipe.optimiser.predictor_rate);
    momentum_->setValue(recipe.optimiser.momentum);
    rho_->setValue(recipe.optimiser.rho);
    recovery_->setChecked(recipe.recovery.enabled);
    threshold_->setValue(recipe.recovery.threshold);
    frozen_->setText(joinedPrefixes(recipe.frozen_prefixes));
    quirks_->setChecked(recipe.reference_quirks);
    showing_ = false;
    enable();
}

void RecipeForm::read() {
    if (showing_)
        return;
    const Recipe before = recipe_;
    recipe_.adapts = adapts_->isChecked();
    recipe_.selection = {selectionKinds()[selection_->currentIndex()], margin_->value(),
                         weight_margin_->value(), redundancy_margin_->value(), plpd_threshold_->value()};
    recipe_.objective = objectiveKinds()[objective_->currentIndex()];
    recipe_.alignment = {predictorKinds()[predictor_->currentIndex()], stop_gradient_->isChecked(),
                         alpha_->value(), divergenceKinds()[divergence_->currentIndex()]};
    recipe_.regulariser = {fisher_->value()};
    recipe_.optimiser = {optimiserKinds()[optimiser_->currentIndex()], rate_->value(),
                         predictor_rate_->value(), momentum_->value(), rho_->value()};
    recipe_.recovery = {recovery_->isChecked(), threshold_->value()};
    recipe_.frozen_prefixes.clear();
    for (const QString& prefix : frozen_->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!prefix.trimmed().isEmpty())
            recipe_.frozen_prefixes.push_back(prefix.trimmed().toStdString());
    recipe_.reference_quirks = quirks_->isChecked();
    enable();
    if (!(recipe_ == before))
        Q_EMIT recipeChanged();
}

void RecipeForm::enable() {
    const SelectionKind kind = recipe_.selection.kind;
    const bool on = recipe_.adapts;
    const bool pair = on && recipe_.alignment.predictor != PredictorKind::none;
    const bool weighted = kind == SelectionKind::entropy_redundancy || kind == SelectionKind::entropy_plpd;
    for (QWidget* field :
         {static_cast<QWidget*>(selection_), static_cast<QWidget*>(objective_),
          static_cast<QWidget*>(predictor_), static_cast<QWidget*>(fisher_),
          static_cast<QWidget*>(optimiser_), static_cast<QWidget*>(rate_), static_cast<QWidget*>(momentum_),
          static_cast<QWidget*>(recovery_), static_cast<QWidget*>(frozen_)})
        field->setEnabled(on);
    margin_->setEnabled(on && kind != SelectionKind::all);
    weight_margin_->setEnabled(on && weighted);
    redundancy_margin_->setEnabled(on && kind == SelectionKind::entropy_redundancy);
    plpd_threshold_->setEnabled(on && kind == SelectionKind::entropy_plpd);
    stop_gradient_->setEnabled(pair);
    alpha_->setEnabled(pair);
    divergence_->setEnabled(pair);
    predictor_rate_->setEnabled(pair && recipe_.alignment.predictor != PredictorKind::fixed_random);
    rho_->setEnabled(on && recipe_.optimiser.kind == OptimiserKind::sam);
    threshold_->setEnabled(on && recipe_.recovery.enabled);
    quirks_->setEnabled(on && recipe_.recovery.enabled);
}

} // namespace lab
