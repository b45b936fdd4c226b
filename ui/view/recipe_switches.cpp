#include "ui/view/recipe_switches.h"

#include "ui/style/elided.h"
#include "ui/style/log_slider.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace lab {

namespace {

constexpr SliderMapping alpha_scale{0.01, 100, true, true};
constexpr SliderMapping rate_scale{1e-5, 1, true, true};

} // namespace

RecipeSwitches::RecipeSwitches(const Recipe& recipe, const QString& lane_name, QWidget* parent)
    : QWidget(parent), recipe_(recipe), predictor_(new ElidedCombo(6, this)),
      stop_gradient_(new QCheckBox(tr("stop-gradient"), this)), divergence_(new ElidedCombo(8, this)),
      alpha_(new LogSlider(alpha_scale, this)), rate_(new LogSlider(rate_scale, this)),
      predictor_rate_(new LogSlider(rate_scale, this)) {
    for (const PredictorKind kind : predictorKinds())
        predictor_->addItem(titleOf(kind));
    for (const DivergenceKind kind : divergenceKinds())
        divergence_->addItem(titleOf(kind));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    static const char* const names[] = {"predictor", "divergence", "alpha", "rate", "predictor_rate"};
    const auto label = [&](int row, const QString& text, QWidget* buddy, const QString& tip) {
        auto* words = new QLabel(text, this);
        words->setBuddy(buddy);
        words->setToolTip(tip);
        adjustFont(words, -0.5);
        grid->addWidget(words, row, 0);
        rows_.append({QString::fromLatin1(names[row]), {words, buddy}});
        buddy->setToolTip(tip);
        buddy->setAccessibleName(tr("%1, %2").arg(lane_name, text));
    };
    const auto sliderRow = [&](int row, const QString& text, LogSlider* slider, const QString& tip) {
        label(row, text, slider, tip);
        slider->setName(tr("%1, %2").arg(lane_name, text), tip);
        grid->addWidget(slider, row, 1, 1, 2);
    };
    adjustFont(stop_gradient_, -0.5);
    label(0, tr("Predictor"), predictor_,
          tr("h(f) = θ_h f before the head of the online branch; linear starts as the identity. "
             "ZeroSiam, arXiv 2509.23183."));
    grid->addWidget(predictor_, 0, 1);
    grid->addWidget(stop_gradient_, 0, 2);
    rows_.append({QStringLiteral("stop_gradient"), {stop_gradient_}});
    stop_gradient_->setToolTip(tr(
        "D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183."));
    stop_gradient_->setAccessibleName(tr("%1, stop-gradient").arg(lane_name));
    label(1, tr("Divergence"), divergence_, tr("D in L = H(p_o) + α · D(p_o ‖ sg[p_r])."));
    grid->addWidget(divergence_, 1, 1, 1, 2);
    sliderRow(2, tr("Alignment α"), alpha_,
              tr("α in L = H(p_o) + α · D(p_o ‖ sg[p_r]); logarithmic, 0 to 100."));
    sliderRow(3, tr("Norm rate"), rate_,
              tr("Learning rate of the norm layers' scale and shift; logarithmic, 0 to 1."));
    sliderRow(4, tr("Predictor rate"), predictor_rate_,
              tr("Learning rate of the predictor θ_h; logarithmic, 0 to 1."));

    connect(predictor_, &QComboBox::currentIndexChanged, this, &RecipeSwitches::read);
    connect(divergence_, &QComboBox::currentIndexChanged, this, &RecipeSwitches::read);
    connect(stop_gradient_, &QCheckBox::toggled, this, &RecipeSwitches::read);
    for (LogSlider* slider : {alpha_, rate_, predictor_rate_})
        connect(slider, &LogSlider::valueChanged, this, &RecipeSwitches::read);
    setRecipe(recipe);
}

bool RecipeSwitches::setShown(const std::optional<QStringList>& names) {
    bool any = false;
    for (const Row& row : rows_) {
        const bool shown = !names || names->contains(row.name);
        any = any || shown;
        for (QWidget* widget : row.widgets)
            widget->setVisible(shown);
    }
    return any;
}

int RecipeSwitches::labelWidth() const {
    int width = 0;
    for (const Row& row : rows_)
        if (row.widgets.size() > 1)
            width = std::max(width, row.widgets.first()->sizeHint().width());
    return width;
}

void RecipeSwitches::setRecipe(const Recipe& recipe) {
    showing_ = true;
    recipe_ = recipe;
    predictor_->setCurrentIndex(static_cast<int>(predictorKinds().indexOf(recipe.alignment.predictor)));
    divergence_->setCurrentIndex(static_cast<int>(divergenceKinds().indexOf(recipe.alignment.divergence)));
    stop_gradient_->setChecked(recipe.alignment.stop_gradient);
    alpha_->setValue(recipe.alignment.alpha);
    rate_->setValue(recipe.optimiser.rate);
    predictor_rate_->setValue(recipe.optimiser.predictor_rate);
    showing_ = false;
    enable();
}

void RecipeSwitches::read() {
    if (showing_)
        return;
    recipe_.alignment.predictor = predictorKinds()[predictor_->currentIndex()];
    recipe_.alignment.divergence = divergenceKinds()[divergence_->currentIndex()];
    recipe_.alignment.stop_gradient = stop_gradient_->isChecked();
    recipe_.alignment.alpha = alpha_->value();
    recipe_.optimiser.rate = rate_->value();
    recipe_.optimiser.predictor_rate = predictor_rate_->value();
    enable();
    Q_EMIT recipeChanged();
}

void RecipeSwitches::enable() {
    const PredictorKind kind = recipe_.alignment.predictor;
    const bool siamese = kind != PredictorKind::none;
    stop_gradient_->setEnabled(siamese);
    divergence_->setEnabled(siamese);
    alpha_->setEnabled(siamese);
    predictor_rate_->setEnabled(kind == PredictorKind::linear || kind == PredictorKind::mlp);
}

} // namespace lab
