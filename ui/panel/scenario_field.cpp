#include "ui/panel/scenario_field.h"

#include "ui/style/log_slider.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lab {

namespace {
constexpr SliderMapping imbalance_scale{1, 500000, true, false};
} // namespace

ScenarioField::ScenarioField(QLabel* label, QWidget* parent)
    : QWidget(parent), label_(label), pages_(new QStackedWidget(this)),
      imbalance_(new LogSlider(imbalance_scale, this)), noise_(new QSpinBox(this)), top_(new QComboBox(this)),
      schedule_(new QPushButton(this)) {
    imbalance_->setName(tr("Imbalance"),
                        wrappedTip(tr("Imbalance ratio of the label shift: 1 is uniform, 500000 one class "
                                      "after the other; SAR, ICLR 2023")));
    noise_->setRange(0, 100'000);
    noise_->setSingleStep(5);
    noise_->setKeyboardTracking(false);
    noise_->setAccessibleName(tr("Noise batches"));
    noise_->setToolTip(
        wrappedTip(tr("Batches of pure Gaussian noise before the stream; they are not scored")));
    top_->addItem(tr("wrong at top 1"), 1);
    top_->addItem(tr("wrong at top 5"), 5);
    top_->setAccessibleName(tr("Blind spot"));
    top_->setToolTip(wrappedTip(tr("Adapt on images whose true label is not the model's first answer, or not "
                                   "among its first five")));
    schedule_->setAccessibleName(tr("Schedule"));
    schedule_->setToolTip(tr("Corruption, severity and number of images of each segment"));
    for (QWidget* page : {static_cast<QWidget*>(imbalance_), static_cast<QWidget*>(noise_),
                          static_cast<QWidget*>(top_), static_cast<QWidget*>(schedule_)})
        pages_->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);
    const auto tell = [this] {
        if (!showing_)
            Q_EMIT edited();
    };
    connect(imbalance_, &LogSlider::valueChanged, this, tell);
    connect(noise_, &QSpinBox::valueChanged, this, tell);
    connect(top_, &QComboBox::currentIndexChanged, this, tell);
    connect(schedule_, &QPushButton::clicked, this, &ScenarioField::scheduleRequested);
}

void ScenarioField::setStream(const StreamSpec& stream) {
    showing_ = true;
    imbalance_->setValue(stream.imbalance_ratio);
    noise_->setValue(stream.noise_batches);
    top_->setCurrentIndex(stream.blind_spot_top == 5 ? 1 : 0);
    schedule_->setText(stream.segments.empty() ? tr("Schedule…")
                                               : tr("Schedule… (%1)").arg(stream.segments.size()));
    showing_ = false;
    imbalance_->setEnabled(stream.scenario == ScenarioKind::label_shift);
    switch (stream.scenario) {
    case ScenarioKind::noise_first:
        label_->setText(tr("Noise batches"));
        pages_->setCurrentWidget(noise_);
        return;
    case ScenarioKind::blind_spot:
        label_->setText(tr("Adapt on"));
        pages_->setCurrentWidget(top_);
        return;
    case ScenarioKind::custom:
        label_->setText(tr("Segments"));
        pages_->setCurrentWidget(schedule_);
        return;
    default:
        label_->setText(tr("Imbalance"));
        pages_->setCurrentWidget(imbalance_);
    }
}

void ScenarioField::read(StreamSpec& stream) const {
    stream.imbalance_ratio = imbalance_->value();
    stream.noise_batches = noise_->value();
    stream.blind_spot_top = top_->currentData().toInt();
}

} // namespace lab
