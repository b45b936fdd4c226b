#include "ui/panel/notice_line.h"

#include "ui/style/elided.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace lab {

NoticeLine::NoticeLine(const QString& button, QWidget* parent)
    : QWidget(parent), label_(new ElidedLabel(this)), button_(new QToolButton(this)) {
    button_->setText(button);
    button_->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label_, 1);
    layout->addWidget(button_);
    adjustFont(label_, -0.5);
    adjustFont(button_, -0.5);
    connect(button_, &QToolButton::clicked, this, &NoticeLine::detailsWanted);
    setNotices({});
}

void NoticeLine::setNotices(const std::vector<Notice>& notices) {
    const auto warning =
        std::find_if(notices.begin(), notices.end(), [](const Notice& notice) { return notice.warning; });
    const bool warned = warning != notices.end();
    const auto one = [](const Notice& notice) { return QString::fromStdString(notice.text); };
    label_->setFullText(warned                ? tr("Warning: %1").arg(one(*warning))
                        : notices.size() == 1 ? one(notices.front())
                                              : tr("%n notes", "", static_cast<int>(notices.size())));
    setTone(label_, warned ? Tone::error : Tone::quiet);
    QStringList all;
    for (const Notice& notice : notices)
        all.append(QString::fromStdString(sentence_of(notice)));
    label_->setToolTip(wrappedTip(all.join(QStringLiteral("\n"))));
    label_->setAccessibleDescription(all.join(QStringLiteral(". ")));
    setVisible(!notices.empty());
}

QString NoticeLine::text() const {
    return isHidden() ? QString() : label_->fullText();
}

} // namespace lab
