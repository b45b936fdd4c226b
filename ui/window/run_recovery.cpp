#include "ui/window/run_recovery.h"

#include "ui/session/run_session.h"
#include "ui/view/message_strip.h"
#include "ui/view/offer_strip.h"
#include "ui/window/file_controller.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace lab {

QString RunRecovery::journalFolder(const Settings& settings) {
    return QDir(settings.folder()).filePath(QStringLiteral("journal"));
}

QString RunRecovery::runsFolder(const Settings& settings) {
    return QDir(settings.folder()).filePath(QStringLiteral("runs"));
}

RunRecovery::RunRecovery(RunSession* session, const Settings& settings, FileController* files,
                         MessageStrip* message, OfferStrip* offer, QObject* parent)
    : QObject(parent), session_(session), files_(files), message_(message), offer_(offer),
      folder_(journalFolder(settings)), journal_(session, folder_),
      archive_(session, &journal_, runsFolder(settings)) {
    connect(&journal_, &RunJournal::failed, message, &MessageStrip::showError);
    connect(&archive_, &RunArchive::failed, message, &MessageStrip::showError);
}

void RunRecovery::begin() {
    archive_.begin();
    left_behind_ = RunJournal::leftBehind(folder_);
    offerNext();
}

void RunRecovery::offerNext() {
    if (left_behind_.isEmpty())
        return;
    const QString journal = left_behind_.takeFirst();
    const QString when = QFileInfo(journal).lastModified().toString(tr("d MMMM yyyy, hh:mm"));
    const auto take = [this, journal] {
        if (files_->recover(journal))
            message_->showNews(tr("%1 records of the interrupted run are here. Save them from the File menu.")
                                   .arg(session_->recording().records.size()));
        offerNext();
    };
    const auto discard = [this, journal] {
        RunJournal::discard(journal);
        offerNext();
    };
    offer_->offer(tr("The last run ended unexpectedly (%1): open what was recorded?").arg(when),
                  {tr("Open"), take}, {tr("Discard"), discard});
}

} // namespace lab
