#include "ui/export/frame_sequence.h"

#include <QDir>
#include <QProgressDialog>
#include <QWidget>

#include <exception>
#include <utility>

namespace lab {

FrameSequence::FrameSequence(FrameSource source, const QString& folder, QWidget* window)
    : QObject(window), source_(std::move(source)), folder_(folder), progress_(new QProgressDialog(window)) {
    progress_->setWindowTitle(tr("Frames"));
    progress_->setLabelText(tr("Drawing frames into %1").arg(folder));
    progress_->setAccessibleName(tr("Progress of the frames"));
    progress_->setRange(0, static_cast<int>(source_.steps.size()));
    progress_->setMinimumDuration(0);
    progress_->setAutoClose(false);
    progress_->setAutoReset(false);
    progress_->setModal(false);
    connect(progress_, &QProgressDialog::canceled, this, &FrameSequence::cancel);
    connect(&timer_, &QTimer::timeout, this, &FrameSequence::writeNext);
}

FrameSequence::~FrameSequence() {
    delete progress_;
}

void FrameSequence::begin() {
    progress_->show();
    timer_.start(0);
}

void FrameSequence::cancel() {
    if (!timer_.isActive())
        return;
    timer_.stop();
    Q_EMIT done(tr("Stopped after %1 of %2 frames. They are in %3.")
                    .arg(written_)
                    .arg(source_.steps.size())
                    .arg(folder_));
    deleteLater();
}

void FrameSequence::writeNext() {
    if (written_ == source_.steps.size()) {
        timer_.stop();
        Q_EMIT done(tr("%1 frames are in %2.").arg(written_).arg(folder_));
        deleteLater();
        return;
    }
    const QString name = QStringLiteral("frame-%1.png").arg(written_ + 1, 5, 10, QLatin1Char('0'));
    try {
        writeFigure(QDir(folder_).filePath(name), source_.page(source_.steps[written_]));
    } catch (const std::exception& error) {
        timer_.stop();
        Q_EMIT failed(QString::fromUtf8(error.what()));
        deleteLater();
        return;
    }
    progress_->setValue(++written_);
}

} // namespace lab
