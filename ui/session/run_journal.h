#pragma once

#include <QFile>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace lab {

class RunSession;

/// Writes a run to the settings folder while it goes on, so that a killed program loses no more than what
/// came since the last drain (a tenth of a second). One file per program, in lines as recording_file.h
/// describes; it is removed when the program ends as it should, or begins the next run.
///
///     settings folder/journal/20260412-103000-4711.jsonl        the lines
///     settings folder/journal/20260412-103000-4711.jsonl.lock   held while its program lives
class RunJournal : public QObject {
    Q_OBJECT
  public:
    /// @param folder is made when the first run begins
    RunJournal(RunSession* session, const QString& folder, QObject* parent = nullptr);
    /// The program ends as it should: the journal goes.
    ~RunJournal() override;

    /// Journals whose programs are gone, the latest first.
    static QStringList leftBehind(const QString& folder);
    static void discard(const QString& file);
    /// File of the present run; empty before the first.
    QString file() const;

  Q_SIGNALS:
    /// The run goes on, but is not written any more; a sentence that says why.
    void failed(const QString& sentence);
    /// The run is over, and the file holds all of it until the next begins.
    void ended(const QString& file);

  private:
    void begin();
    void write(const QByteArray& text);
    void close();

    RunSession* session_;
    QString folder_;
    std::unique_ptr<QLockFile> lock_;
    QFile out_;
    std::size_t lanes_ = 0; ///< of the specification that was written last; a fork adds some
};

} // namespace lab
