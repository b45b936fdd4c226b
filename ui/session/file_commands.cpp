#include "ui/session/file_commands.h"

#include "core/experiment/recording.h"
#include "core/experiment/spec_json.h"
#include "ui/session/data_check.h"
#include "ui/session/run_session.h"
#include "ui/settings.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPixmap>
#include <QWidget>

#include <exception>
#include <utility>

namespace lab {

FileDialogs FileDialogs::native() {
    return {[](QWidget* parent, const QString& title, const QString& start, const QString& filter) {
                return QFileDialog::getOpenFileName(parent, title, start, filter);
            },
            [](QWidget* parent, const QString& title, const QString& start, const QString& filter) {
                return QFileDialog::getSaveFileName(parent, title, start, filter);
            },
            [](QWidget* parent, const QString& title, const QString& start, const QString&) {
                return QFileDialog::getExistingDirectory(parent, title, start);
            }};
}

FileCommands::FileCommands(RunSession* session, Settings* settings, FileDialogs dialogs, QWidget* window)
    : QObject(window), session_(session), settings_(settings), dialogs_(std::move(dialogs)), window_(window) {
}

QString FileCommands::ask(const FileDialogs::Ask& dialog, const QString& title, const QString& name,
                          const QString& filter) {
    const QString file = dialog(window_, title, QDir(settings_->lastFolder()).filePath(name), filter);
    if (!file.isEmpty())
        settings_->setLastFolder(QFileInfo(file).absolutePath());
    return file;
}

void FileCommands::openExperiment() {
    const QString file =
        ask(dialogs_.open, tr("Open experiment"), {}, tr("Experiments (*.json);;All files (*)"));
    if (!file.isEmpty())
        readExperiment(file);
}

void FileCommands::saveExperiment() {
    const QString file =
        ask(dialogs_.save, tr("Save experiment"), tr("experiment.json"), tr("Experiments (*.json)"));
    if (!file.isEmpty() && write(file, to_json(session_->spec())))
        Q_EMIT done(tr("The experiment is saved in %1.").arg(file));
}

void FileCommands::exportRecords() {
    if (session_->recording().records.empty()) {
        Q_EMIT failed(tr("There are no records yet: press Run first."));
        return;
    }
    const QString file =
        ask(dialogs_.save, tr("Export records"), tr("records.csv"), tr("Comma-separated values (*.csv)"));
    if (!file.isEmpty() && writeRecords(file))
        Q_EMIT done(tr("%1 records are in %2.").arg(session_->recording().records.size()).arg(file));
}

void FileCommands::exportPicture() {
    const QString file =
        ask(dialogs_.save, tr("Export picture"), tr("collapse-lab.png"), tr("Pictures (*.png)"));
    if (!file.isEmpty() && writePicture(file))
        Q_EMIT done(tr("The picture is in %1.").arg(file));
}

void FileCommands::findData() {
    const QString folder =
        dialogs_.folder(window_, tr("Folder with the data set"), settings_->lastFolder(), QString());
    if (folder.isEmpty())
        return;
    ExperimentSpec spec = session_->spec();
    spec.data_dir = folder.toStdString();
    if (const QString fault = dataFault(spec); !fault.isEmpty()) {
        Q_EMIT failed(fault);
        return;
    }
    session_->setSetup(spec);
    Q_EMIT done(tr("The data set is read from %1.").arg(folder));
}

bool FileCommands::readExperiment(const QString& file) {
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("%1 cannot be read: %2.").arg(file, input.errorString()));
        return false;
    }
    try {
        session_->setSpec(spec_from_json(input.readAll().toStdString()));
        return true;
    } catch (const std::exception& error) {
        Q_EMIT failed(tr("%1 is not an experiment: %2").arg(file, QString::fromUtf8(error.what())));
        return false;
    }
}

bool FileCommands::writeRecords(const QString& file) {
    return write(file, to_csv(session_->recording()));
}

bool FileCommands::writePicture(const QString& file) {
    if (window_->grab().save(file, "PNG"))
        return true;
    Q_EMIT failed(tr("%1 cannot be written: choose another folder.").arg(file));
    return false;
}

bool FileCommands::write(const QString& file, const std::string& content) {
    try {
        write_file_atomically(file.toStdString(), content);
        return true;
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
}

} // namespace lab
