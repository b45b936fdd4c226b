#include "ui/session/run_archive.h"

#include "core/record/recording_file.h"
#include "ui/session/run_journal.h"
#include "ui/session/run_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <exception>
#include <filesystem>
#include <system_error>

namespace lab {

namespace {

const QString waiting = QStringLiteral("*.jsonl");

/// Writes one journal as a recording beside it. What cannot be read stays for people to look at.
QString recordingOf(const QString& journal) {
    const QFileInfo info(journal);
    const QString file = info.dir().filePath(info.completeBaseName() + QStringLiteral(".collapselab"));
    save_recording(file.toStdString(), read_journal(journal.toStdString()).recording);
    QFile::remove(journal);
    return file;
}

} // namespace

RunArchive::RunArchive(RunSession* session, RunJournal* journal, const QString& folder, QObject* parent)
    : QObject(parent), session_(session), folder_(folder) {
    connect(journal, &RunJournal::ended, this, &RunArchive::keep);
}

void RunArchive::setBound(int runs) {
    bound_ = runs;
}

void RunArchive::begin() {
    workOff();
}

void RunArchive::keep(const QString& journal) {
    // What was opened from a file is kept there.
    if (bound_ == 0 || session_->isFromFile() || session_->recording().records.empty())
        return;
    namespace fs = std::filesystem;
    const fs::path from = journal.toStdString(),
                   to = QDir(folder_).filePath(QFileInfo(journal).fileName()).toStdString();
    std::error_code fault;
    fs::create_directories(to.parent_path(), fault);
    if (!fault)
        fs::create_hard_link(from, to, fault);
    if (fault) { // file systems without links
        fault.clear();
        fs::copy_file(from, to, fs::copy_options::overwrite_existing, fault);
    }
    if (fault) {
        Q_EMIT failed(tr("The run is not kept: %1 cannot be written: %2.")
                          .arg(QString::fromStdString(to.string()), QString::fromStdString(fault.message())));
        return;
    }
    workOff();
}

void RunArchive::workOff() {
    if (job_.isRunning())
        return; // its end comes here again
    const QDir folder(folder_);
    const QStringList names = folder.entryList({waiting}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return;
    job_.start([this, journal = folder.filePath(names.first())] {
        QString file, fault;
        try {
            file = recordingOf(journal);
        } catch (const std::exception& error) {
            fault = QString::fromUtf8(error.what());
            QFile::rename(journal, journal + QStringLiteral(".unread")); // not tried again
        }
        job_.end([this, file, fault] {
            if (fault.isEmpty()) {
                removeOldest();
                Q_EMIT kept(file);
            } else {
                Q_EMIT failed(tr("The run is not kept: %1").arg(fault));
            }
            workOff();
        });
    });
}

void RunArchive::removeOldest() {
    const QDir folder(folder_);
    QStringList names = folder.entryList({QStringLiteral("*.collapselab")}, QDir::Files, QDir::Name);
    for (const QString& name : QStringList(names)) {
        if (names.size() <= bound_)
            break;
        const QFileInfo info(folder.filePath(name));
        if (QFile::exists(folder.filePath(info.completeBaseName() + QStringLiteral(".note"))))
            continue;
        QFile::remove(info.filePath());
        names.removeOne(name);
    }
}

} // namespace lab
