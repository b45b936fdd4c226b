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
    // What an option sets otherwise was assumed.
    const auto assumed = std::count_if(notices.begin(), notices.end(),
                                       [](const Notice& notice) { return !notice.option.empty(); });
    const auto one = [](const Notice& notice) { return QString::fromStdString(notice.text); };
    const auto count = static_cast<int>(notices.size());
    label_->setFullText(warned        ? tr("Warning: %1").arg(one(*warning))
                        : count == 1  ? one(notices.front())
                        : assumed > 0 ? tr("%n assumed", "", static_cast<int>(assumed))
                                      : tr("%n notes", "", count));
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
