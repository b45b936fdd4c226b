#include "ui/session/run_journal.h"

#include "core/record/recording_file.h"
#include "ui/session/run_session.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

namespace lab {

namespace {

QString lockOf(const QString& journal) {
    return journal + QStringLiteral(".lock");
}

} // namespace

RunJournal::RunJournal(RunSession* session, const QString& folder, QObject* parent)
    : QObject(parent), session_(session), folder_(folder) {
    connect(session, &RunSession::runStarted, this, &RunJournal::begin);
    connect(session, &RunSession::infoArrived, this,
            [this] { write(QByteArray::fromStdString(recording_line(session_->recording().info) + "\n")); });
    connect(session, &RunSession::recordsArrived, this, [this](int first) {
        const auto& records = session_->recording().records;
        std::string lines;
        if (lanes_ != session_->recording().spec.lanes.size()) {
            lines += recording_line(session_->recording().spec) + "\n";
            lanes_ = session_->recording().spec.lanes.size();
        }
        for (auto i = static_cast<std::size_t>(first); i < records.size(); ++i)
            lines += to_json_line(records[i]) + "\n";
        write(QByteArray::fromStdString(lines));
    });
    connect(session, &RunSession::eventArrived, this,
            [this](const Event& event) { write(QByteArray::fromStdString(to_json_line(event) + "\n")); });
    connect(session, &RunSession::drained, this, [this] {
        if (!session_->isUnderWay() && out_.isOpen()) {
            write(QByteArray::fromStdString(recording_end(session_->recording()) + "\n"));
            out_.close();
            Q_EMIT ended(out_.fileName());
        }
    });
}

RunJournal::~RunJournal() {
    close();
}

QString RunJournal::file() const {
    return lock_ ? out_.fileName() : QString();
}

void RunJournal::begin() {
    close();
    if (!QDir().mkpath(folder_)) {
        Q_EMIT failed(tr("The run is not kept against a crash: the folder %1 cannot be made.").arg(folder_));
        return;
    }
    const QString name =
        QStringLiteral("%1-%2.jsonl")
            .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")))
            .arg(QCoreApplication::applicationPid());
    out_.setFileName(QDir(folder_).filePath(name));
    lock_ = std::make_unique<QLockFile>(lockOf(out_.fileName()));
    lock_->setStaleLockTime(0);
    // Unbuffered: what is written survives the program, whatever ends it.
    if (!lock_->tryLock(0) || !out_.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        Q_EMIT failed(tr("The run is not kept against a crash: %1 cannot be written.").arg(out_.fileName()));
        lock_.reset();
        return;
    }
    write(QByteArray::fromStdString(recording_head(session_->recording().spec)));
    lanes_ = session_->recording().spec.lanes.size();
}

void RunJournal::write(const QByteArray& text) {
    if (!out_.isOpen() || text.isEmpty())
        return;
    if (out_.write(text) == text.size())
        return;
    Q_EMIT failed(tr("The run is no longer kept against a crash: %1 cannot be written: %2.")
                      .arg(out_.fileName(), out_.errorString()));
    out_.close();
}

void RunJournal::close() {
    if (!lock_)
        return;
    out_.close();
    out_.remove();
    lock_.reset();
}

QStringList RunJournal::leftBehind(const QString& folder) {
    QStringList files;
    const QDir dir(folder);
    const QStringList names =
        dir.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        const QString file = dir.filePath(name);
        QLockFile lock(lockOf(file));
        lock.setStaleLockTime(0);
        if (lock.tryLock(0))
            files.append(file);
    }
    return files;
}

void RunJournal::discard(const QString& file) {
    QFile::remove(file);
    QFile::remove(lockOf(file));
}

} // namespace lab
