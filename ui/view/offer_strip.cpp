#include "ui/view/offer_strip.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace lab {

OfferStrip::OfferStrip(QWidget* parent)
    : QFrame(parent), text_(new QLabel(this)), take_(new QPushButton(this)), leave_(new QPushButton(this)) {
    setTone(this, Tone::hint);
    setAutoFillBackground(true);
    text_->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(text_, 1);
    layout->addWidget(take_);
    layout->addWidget(leave_);
    connect(take_, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT taken();
    });
    connect(leave_, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT left();
    });
    hide();
}

void OfferStrip::offer(const QString& sentence, const QString& take, const QString& leave) {
    text_->setText(sentence);
    setAccessibleName(sentence);
    take_->setText(take);
    leave_->setText(leave);
    show();
}

QString OfferStrip::text() const {
    return isHidden() ? QString() : text_->text();
}

} // namespace lab
