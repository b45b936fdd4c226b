#include "ui/view/message_strip.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lab {

MessageStrip::MessageStrip(QWidget* parent) : QFrame(parent), text_(new QLabel(this)) {
    setAutoFillBackground(true);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setTextFormat(Qt::PlainText);
    auto* close = new QToolButton(this);
    close->setIcon(glyphIcon(Glyph::close));
    close->setAutoRaise(true);
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(tr("Hide this message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->addWidget(text_, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageStrip::show(const QString& sentence, Tone tone) {
    setTone(this, tone);
    text_->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void MessageStrip::showError(const QString& sentence) {
    show(sentence, Tone::error);
}

void MessageStrip::showNews(const QString& sentence) {
    show(sentence, Tone::hint);
}

QString MessageStrip::text() const {
    return isHidden() ? QString() : text_->text();
}

} // namespace lab
