#pragma once

#include "ui/session/run_archive.h"
#include "ui/session/run_journal.h"
#include "ui/session/settings.h"

#include <QObject>
#include <QStringList>

namespace lab {

class FileController;
class MessageStrip;
class OfferStrip;
class RunSession;

/// Keeps a journal of the run, and the run itself when it is over, and offers the runs that killed programs
/// left behind, one after the other.
class RunRecovery : public QObject {
    Q_OBJECT
  public:
    RunRecovery(RunSession* session, const Settings& settings, FileController* files, MessageStrip* message,
                OfferStrip* offer, QObject* parent);
    /// Looks for runs that were left behind.
    void begin();

    /// Folder of the journals within the settings' folder.
    static QString journalFolder(const Settings& settings);
    /// Folder of the runs that are kept.
    static QString runsFolder(const Settings& settings);
    RunArchive* archive() { return &archive_; }

  private:
    void offerNext();

    RunSession* session_;
    FileController* files_;
    MessageStrip* message_;
    OfferStrip* offer_;
    QString folder_;
    RunJournal journal_;
    RunArchive archive_;
    QStringList left_behind_;
};

} // namespace lab
