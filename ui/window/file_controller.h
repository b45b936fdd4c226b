#pragma once

#include "core/record/detail_store.h"
#include "core/record/recording.h"
#include "ui/dialog/file_dialogs.h"
#include "ui/session/background_job.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace lab {

class RunSession;
class Settings;

/// Reads and writes the files of the window: experiments with and without their recording, links, records and
/// pictures.
class FileController : public QObject {
    Q_OBJECT
  public:
    FileController(RunSession* session, Settings* settings, FileDialogs dialogs, QWidget* window);

    void openExperiment();
    /// As .collapselab with the recording and its details, or as .json the set-up and lanes alone. Recordings
    /// are written on a thread of their own; done() or failed() follows.
    void saveExperiment();
    /// The experiment as one line of text, to and from the clipboard.
    void copyLink();
    void copyCommand();
    void pasteLink();
    void exportRecords();
    void exportPicture();

    /// A recording, an experiment or a link, told apart by what is in the file. A recording is read on a
    /// thread of its own; opened() or failed() follows.
    void openFile(const QString& file);
    /// As openFile, but at once. False after an error has been told.
    bool readExperiment(const QString& file);
    /// Throws std::runtime_error with a sentence where the experiment asks questions.
    static void expectPictures(const ExperimentSpec& spec);
    /// False after an error has been told, as with those that follow.
    bool readLink(const QString& text);
    bool writeExperiment(const QString& file);
    /// A run that a killed program left behind. The journal is removed once it is open.
    bool recover(const QString& journal);
    QStringList recentFiles() const;
    void forgetRecentFiles();
    bool writeRecords(const QString& file);
    bool writePicture(const QString& file);

  Q_SIGNALS:
    void failed(const QString& sentence);
    void done(const QString& sentence);
    /// Something has begun that may take seconds.
    void busy(const QString& sentence);
    void opened(const QString& file);
    void recentFilesChanged();
    /// The file holds what is shown: it was just opened or saved.
    void fileHolds(const QString& file);

  private:
    QString ask(const FileDialogs::Ask& dialog, const QString& title, const QString& name,
                const QString& filter);
    bool write(const QString& file, const std::string& content);
    /// False where a run is under way: what is opened would end it.
    bool mayReplaceRun();
    void remember(const QString& file);
    /// What a file holds. Saved is a copy, since the run may go on.
    struct Snapshot {
        Recording recording;
        DetailStore details;
    };
    Snapshot snapshot() const;
    void saveInBackground(const QString& file);
    void openInBackground(const QString& file);
    /// False, and told, while a file is being written or read.
    bool isFree();

    RunSession* session_;
    Settings* settings_;
    FileDialogs dialogs_;
    QWidget* window_;
    BackgroundJob job_;
};

} // namespace lab
