#include "ui/view/toy_controls.h"

#include "ui/style/log_slider.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace lab {

namespace {
constexpr SliderMapping alpha_scale{0.01, 100, true, true};
constexpr SliderMapping rate_scale{0.001, 1, true, true};
constexpr SliderMapping imbalance_scale{1, 500000, true, false};
} // namespace

ToyControls::ToyControls(const ToySettings& settings, QWidget* parent)
    : QWidget(parent), fixed_(settings), alpha_(new LogSlider(alpha_scale, this)),
      rate_(new LogSlider(rate_scale, this)), predictor_rate_(new LogSlider(rate_scale, this)),
      imbalance_(new LogSlider(imbalance_scale, this)), predictor_(new QCheckBox(tr("predictor"), this)),
      stop_gradient_(new QCheckBox(tr("stop-gradient"), this)), seed_(new QSpinBox(this)) {
    alpha_->setValue(settings.rule.alpha);
    rate_->setValue(settings.rates.features);
    predictor_rate_->setValue(settings.rates.predictor);
    imbalance_->setValue(settings.stream.imbalance);
    predictor_->setChecked(settings.rule.predictor);
    stop_gradient_->setChecked(settings.rule.stop_gradient);
    seed_->setRange(0, 999'999);
    seed_->setKeyboardTracking(false);
    seed_->setValue(static_cast<int>(settings.stream.seed));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    auto* switches = new QHBoxLayout;
    switches->setSpacing(12);
    for (QCheckBox* box : {predictor_, stop_gradient_}) {
        adjustFont(box, -0.5);
        switches->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this] {
            enable();
            Q_EMIT changed();
        });
    }
    switches->addStretch(1);
    grid->addLayout(switches, 0, 0, 1, 2);
    predictor_->setToolTip(wrappedTip(
        tr("ZeroSiam's h(z) = P z, the identity at the start. Without it both branches are one.")));
    stop_gradient_->setToolTip(wrappedTip(tr(
        "D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183.")));
    addSlider(alpha_, tr("Alignment α"), tr("α in L = H(p_o) + α · D(p_o ‖ sg[p_r])."));
    addSlider(rate_, tr("Rate"),
              tr("Learning rate of the features' scale and offset, Tent's and ZeroSiam's."));
    addSlider(predictor_rate_, tr("Predictor rate"), tr("Learning rate of the predictor P."));
    addSlider(imbalance_, tr("Imbalance"),
              tr("How much more often the class whose turn it is comes than each other one: 1 is shuffled, "
                 "500000 one class after the other."));
    auto* words = new QLabel(tr("Seed"), this);
    words->setBuddy(seed_);
    adjustFont(words, -0.5);
    seed_->setAccessibleName(tr("Seed of the toy world"));
    seed_->setToolTip(wrappedTip(tr("Another seed draws other points of the same classes and begins anew.")));
    grid->addWidget(words, grid->rowCount(), 0);
    grid->addWidget(seed_, grid->rowCount() - 1, 1);
    connect(seed_, &QSpinBox::valueChanged, this, &ToyControls::seedChanged);
    enable();
}

void ToyControls::addSlider(LogSlider* slider, const QString& title, const QString& tip) {
    auto* grid = static_cast<QGridLayout*>(layout());
    auto* words = new QLabel(title, this);
    words->setBuddy(slider);
    words->setToolTip(wrappedTip(tip));
    adjustFont(words, -0.5);
    slider->setName(title, wrappedTip(tip));
    const int row = grid->rowCount();
    grid->addWidget(words, row, 0);
    grid->addWidget(slider, row, 1);
    connect(slider, &LogSlider::valueChanged, this, &ToyControls::changed);
}

/// What means nothing without a predictor.
void ToyControls::enable() {
    for (QWidget* control : {static_cast<QWidget*>(alpha_), static_cast<QWidget*>(predictor_rate_),
                             static_cast<QWidget*>(stop_gradient_)})
        control->setEnabled(predictor_->isChecked());
}

ToySettings ToyControls::settings() const {
    ToySettings settings = fixed_;
    settings.rule.alpha = alpha_->value();
    settings.rule.predictor = predictor_->isChecked();
    settings.rule.stop_gradient = stop_gradient_->isChecked();
    settings.rates.features = rate_->value();
    settings.rates.predictor = predictor_rate_->value();
    settings.stream.imbalance = imbalance_->value();
    settings.stream.seed = static_cast<std::uint64_t>(seed_->value());
    return settings;
}

} // namespace lab
