#include "ui/panel/hint_card.h"

#include "ui/style/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace lab {

HintCard::HintCard(QWidget* parent) : QFrame(parent), text_(new QLabel(this)) {
    setTone(this, Tone::hint);
    setAutoFillBackground(true);
    auto* title = new QLabel(tr("Try next"), this);
    adjustFont(title, 0, true);
    text_->setWordWrap(true);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setAccessibleName(tr("Hint"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 10);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addWidget(text_);
}

void HintCard::setHint(const QString& hint) {
    hint_ = hint;
    showText();
}

void HintCard::setObstacle(const QString& obstacle) {
    obstacle_ = obstacle;
    showText();
}

void HintCard::setSilent(bool silent) {
    silent_ = silent;
    showText();
}

void HintCard::showText() {
    text_->setText(obstacle_.isEmpty() ? hint_ : obstacle_);
    setVisible(!hint().isEmpty() && !silent_);
}

QString HintCard::hint() const {
    return text_->text();
}

} // namespace lab
