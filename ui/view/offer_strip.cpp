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
    connect(take_, &QPushButton::clicked, this, [this] { answer(on_take_); });
    connect(leave_, &QPushButton::clicked, this, [this] { answer(on_leave_); });
    hide();
}

void OfferStrip::offer(const QString& sentence, const Answer& take, const Answer& leave) {
    text_->setText(sentence);
    setAccessibleName(sentence);
    take_->setText(take.text);
    leave_->setText(leave.text);
    on_take_ = take.act;
    on_leave_ = leave.act;
    show();
}

void OfferStrip::answer(const std::function<void()>& act) {
    const std::function<void()> kept = act; // the answer may make the next offer
    hide();
    if (kept)
        kept();
}

QString OfferStrip::text() const {
    return isHidden() ? QString() : text_->text();
}

} // namespace lab
