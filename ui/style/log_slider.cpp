#include "ui/style/log_slider.h"

#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>

namespace lab {

LogSlider::LogSlider(const SliderMapping& mapping, QWidget* parent)
    : QWidget(parent), mapping_(mapping), slider_(new QSlider(Qt::Horizontal, this)),
      field_(new QLineEdit(this)) {
    slider_->setRange(0, SliderMapping::positions);
    slider_->setSingleStep(10);
    slider_->setPageStep(100);
    slider_->setMinimumWidth(60);
    auto* validator = new QDoubleValidator(mapping.zero_at_left ? 0 : mapping.min, mapping.max, 12, field_);
    validator->setLocale(QLocale::c());
    field_->setValidator(validator);
    field_->setAlignment(Qt::AlignRight);
    field_->setFixedWidth(field_->fontMetrics().horizontalAdvance(QStringLiteral("0.000000")) + 12);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(slider_, 1);
    layout->addWidget(field_);
    setFocusProxy(slider_);
    connect(slider_, &QSlider::valueChanged, this, [this](int position) {
        show(mapping_.valueAt(position));
        Q_EMIT valueChanged(value_);
    });
    connect(field_, &QLineEdit::editingFinished, this, &LogSlider::takeField);
    setValue(mapping.max);
}

void LogSlider::setValue(double value) {
    const QSignalBlocker quiet(slider_);
    slider_->setValue(mapping_.positionOf(value));
    show(value);
}

void LogSlider::setName(const QString& name, const QString& tip) {
    slider_->setAccessibleName(name);
    field_->setAccessibleName(tr("%1, number").arg(name));
    slider_->setToolTip(tip);
    field_->setToolTip(tip);
}

void LogSlider::show(double value) {
    value_ = value;
    field_->setText(shortNumber(value));
    field_->setCursorPosition(0);
}

void LogSlider::takeField() {
    bool ok = false;
    const double typed = QLocale::c().toDouble(field_->text(), &ok);
    if (!ok || field_->text() == shortNumber(value_))
        return;
    setValue(typed);
    Q_EMIT valueChanged(value_);
}

} // namespace lab
