#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace lab {

class RunSession;
class Settings;

/// Asks the user for a file. Injected, so that tests can answer. An empty answer means "never mind".
struct FileDialogs {
    using Ask = std::function<QString(QWidget* parent, const QString& title, const QString& start,
                                      const QString& filter)>;
    Ask open;
    Ask save;
    Ask folder = {};
    static FileDialogs native();
};

/// Reads and writes the files of the window: experiments, records, pictures.
class FileCommands : public QObject {
    Q_OBJECT
  public:
    FileCommands(RunSession* session, Settings* settings, FileDialogs dialogs, QWidget* window);

    void openExperiment();
    void saveExperiment();
    void exportRecords();
    void exportPicture();
    /// Asks for the folder that holds the data set.
    void findData();

    /// Without asking. False after an error has been told.
    bool readExperiment(const QString& file);
    bool writeRecords(const QString& file);
    bool writePicture(const QString& file);

  Q_SIGNALS:
    void failed(const QString& sentence);
    void done(const QString& sentence);

  private:
    QString ask(const FileDialogs::Ask& dialog, const QString& title, const QString& name,
                const QString& filter);
    bool write(const QString& file, const std::string& content);

    RunSession* session_;
    Settings* settings_;
    FileDialogs dialogs_;
    QWidget* window_;
};

} // namespace lab
