#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace lab {

/// What the list of kept runs tells of one.
struct KeptRun {
    QString file; ///< absolute path of the recording
    QDateTime date;
    QString data, model, scenario, seed;
    QStringList lanes;
    std::vector<double> accuracies; ///< per lane over the whole stream, 0 … 1; NaN without labels
    QStringList collapsed;          ///< names of the lanes that the detector flagged
    int steps = 0;
    qint64 images = 0;
    bool complete = false; ///< the stream came to its end
    QString note;          ///< the user's own, first line: tags; lies beside the recording as NAME.note
};

/// The recordings of a folder as a table in SQLite, so that thousands are listed at once. The files are what
/// counts: rows whose file is gone go, files that are new or another size or age are read again, and an index
/// that is missing, damaged or of another version is made anew. Not for two threads at once.
class RunIndex {
  public:
    /// @param folder with the recordings; the index lies in it as runs.sqlite
    explicit RunIndex(const QString& folder);
    ~RunIndex();
    RunIndex(const RunIndex&) = delete;
    RunIndex& operator=(const RunIndex&) = delete;

    /// Brings the index up to the files. @param given_up asked between files; true leaves the rest for later
    /// @return names of files that are no recordings, with the reason
    QStringList update(const std::function<bool()>& given_up = {});
    /// The newest first.
    std::vector<KeptRun> runs() const;

    static void setNote(const QString& recording, const QString& note);
    static QString noteOf(const QString& recording);

  private:
    bool open();
    void remakeDatabase();

    QString folder_, connection_;
};

/// Takes a recording's account. Throws what load_recording() throws.
KeptRun readKeptRun(const QString& file);

} // namespace lab
