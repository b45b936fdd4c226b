#include "ui/view/status_strip.h"

#include "ui/style/elided.h"
#include "ui/style/theme.h"
#include "ui/text/run_state_text.h"
#include "ui/view/dropped_pictures.h"

#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace lab {

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent), title_(new QLabel(this)), advice_(new ElidedLabel(this)),
      dropped_(new DroppedPictures(this)), progress_(new QLabel(this)) {
    adjustFont(title_, 0, true);
    makeQuiet(progress_);
    title_->setAccessibleName(tr("State"));
    advice_->setAccessibleName(tr("What to do next"));
    progress_->setAccessibleName(tr("Device, speed, step and time left"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(title_);
    layout->addWidget(advice_, 1);
    layout->addWidget(dropped_);
    layout->addWidget(progress_);
}

void StatusStrip::showWords(const RunStateText& words) {
    title_->setText(words.title);
    advice_->setFullText(words.advice);
}

void StatusStrip::showProgress(const QString& device, double images_per_second, int step, int total,
                               double eta_seconds) {
    QStringList parts;
    if (!device.isEmpty())
        parts.append(device);
    if (images_per_second > 0)
        parts.append(tr("%1 images/s").arg(std::llround(images_per_second)));
    if (total > 0)
        parts.append(tr("step %1 / %2").arg(step).arg(total));
    if (eta_seconds >= 90)
        parts.append(tr("%1 min left").arg(std::llround(eta_seconds / 60)));
    else if (eta_seconds > 0)
        parts.append(tr("%1 s left").arg(static_cast<int>(std::ceil(eta_seconds))));
    if (!memory_.isEmpty())
        parts.append(memory_);
    progress_->setText(parts.join(QStringLiteral("  ·  ")));
}

QString StatusStrip::text() const {
    return title_->text() + QLatin1Char(' ') + advice_->fullText() + QLatin1Char(' ') + progress_->text();
}

} // namespace lab
