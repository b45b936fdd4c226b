#include "ui/window/file_controller.h"

#include "core/catalogue/command_line.h"
#include "core/record/recording_file.h"
#include "core/record/replay.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "ui/session/run_journal.h"
#include "ui/session/run_session.h"
#include "ui/session/settings.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPixmap>
#include <QWidget>

#include <exception>
#include <memory>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

bool isSpecification(const QString& file) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
}

bool isRecording(QFile& file) {
    return file.peek(2) == "\x1f\x8b";
}

QString savedWords(const QString& file) {
    return FileController::tr("The experiment is saved in %1.").arg(file);
}

} // namespace

FileController::FileController(RunSession* session, Settings* settings, FileDialogs dialogs, QWidget* window)
    : QObject(window), session_(session), settings_(settings), dialogs_(std::move(dialogs)), window_(window) {
}

QString FileController::ask(const FileDialogs::Ask& dialog, const QString& title, const QString& name,
                            const QString& filter) {
    const QString file = dialog(window_, title, QDir(settings_->lastFolder()).filePath(name), filter);
    if (!file.isEmpty())
        settings_->setLastFolder(QFileInfo(file).absolutePath());
    return file;
}

void FileController::openExperiment() {
    const QString file = ask(dialogs_.open, tr("Open experiment"), {},
                             tr("Experiments (*.collapselab *.json);;All files (*)"));
    if (!file.isEmpty())
        openFile(file);
}

void FileController::saveExperiment() {
    QString file = ask(dialogs_.save, tr("Save experiment"), tr("experiment.collapselab"),
                       tr("Experiment with its recording (*.collapselab);;Set-up and lanes alone (*.json)"));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QStringLiteral(".collapselab");
    if (!isSpecification(file))
        saveInBackground(file);
    else if (writeExperiment(file))
        Q_EMIT done(savedWords(file));
}

FileController::Snapshot FileController::snapshot() const {
    Snapshot present{session_->recording(), session_->details()};
    if (present.recording.records.empty())
        present.recording.spec = session_->spec();
    return present;
}

bool FileController::isFree() {
    if (job_.isRunning())
        Q_EMIT failed(tr("Another file is still being written or read: try again in a moment."));
    return !job_.isRunning();
}

void FileController::saveInBackground(const QString& file) {
    if (!isFree())
        return;
    Q_EMIT busy(tr("Saving %1…").arg(file));
    job_.start([this, file, present = snapshot()] {
        QString fault;
        try {
            save_recording(file.toStdString(), present.recording, present.details);
        } catch (const std::exception& error) {
            fault = QString::fromUtf8(error.what());
        }
        job_.end([this, file, fault] {
            if (!fault.isEmpty()) {
                Q_EMIT failed(fault);
                return;
            }
            remember(file);
            Q_EMIT done(savedWords(file));
        });
    });
}

bool FileController::writeExperiment(const QString& file) {
    try {
        if (isSpecification(file)) {
            write_file_atomically(file.toStdString(), to_json(session_->spec()));
        } else {
            const Snapshot present = snapshot();
            save_recording(file.toStdString(), present.recording, present.details);
        }
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
    remember(file);
    return true;
}

void FileController::copyLink() {
    QGuiApplication::clipboard()->setText(QString::fromStdString(share_link(session_->spec())));
    Q_EMIT done(tr("The link is copied. Whoever pastes it into Collapse Lab has this experiment."));
}

void FileController::copyCommand() {
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(command_line_of(session_->spec(), "out/run")));
    Q_EMIT done(holds_switches(session_->recording())
                    ? tr("The command line is copied. It begins the experiment as it is set up; to have the "
                         "switches of this run as well, save it and use collapse-lab-cli replay.")
                    : tr("The command line is copied. Paste it into a terminal or a script."));
}

void FileController::pasteLink() {
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        Q_EMIT failed(tr("The clipboard holds no text: copy a link that begins with collapselab: first."));
    else if (readLink(text))
        Q_EMIT done(tr("The experiment of the link is set up. Press Run."));
}

void FileController::expectPictures(const ExperimentSpec& spec) {
    if (is_language(spec))
        throw std::runtime_error(
            tr("This experiment asks a language model questions, which the window cannot "
               "show yet: \"collapse-lab-cli run\" runs it.")
                .toStdString());
}

bool FileController::readLink(const QString& text) {
    try {
        ExperimentSpec spec = spec_from_share_link(text.toStdString());
        expectPictures(spec);
        spec.data_dir = session_->spec().data_dir;
        spec.frost_dir = session_->spec().frost_dir;
        validate(spec);
        session_->setSpec(spec);
        return true;
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
}

void FileController::exportRecords() {
    if (session_->recording().records.empty()) {
        Q_EMIT failed(tr("There are no records yet: press Run first."));
        return;
    }
    const QString file =
        ask(dialogs_.save, tr("Export records"), tr("records.csv"), tr("Comma-separated values (*.csv)"));
    if (!file.isEmpty() && writeRecords(file))
        Q_EMIT done(tr("%1 records are in %2.").arg(session_->recording().records.size()).arg(file));
}

void FileController::exportPicture() {
    const QString file =
        ask(dialogs_.save, tr("Export picture"), tr("collapse-lab.png"), tr("Pictures (*.png)"));
    if (!file.isEmpty() && writePicture(file))
        Q_EMIT done(tr("The picture is in %1.").arg(file));
}

bool FileController::mayReplaceRun() {
    if (!session_->isUnderWay())
        return true;
    Q_EMIT failed(tr("A run is under way: stop it before you open a recording."));
    return false;
}

void FileController::openFile(const QString& file) {
    QFile input(file);
    if (input.open(QIODevice::ReadOnly) && isRecording(input))
        openInBackground(file);
    else if (readExperiment(file))
        Q_EMIT opened(file);
}

void FileController::openInBackground(const QString& file) {
    if (!mayReplaceRun() || !isFree())
        return;
    Q_EMIT busy(tr("Opening %1…").arg(file));
    job_.start([this, file] {
        QString fault;
        auto found = std::make_shared<Snapshot>();
        try {
            found->recording = load_recording(file.toStdString(), &found->details);
            expectPictures(found->recording.spec);
        } catch (const std::exception& error) {
            fault = QString::fromUtf8(error.what());
        }
        job_.end([this, file, fault, found] {
            if (!fault.isEmpty())
                Q_EMIT failed(fault);
            if (!fault.isEmpty() || !mayReplaceRun()) // a run may have begun meanwhile
                return;
            session_->open(std::move(found->recording), std::move(found->details));
            remember(file);
            Q_EMIT opened(file);
        });
    });
}

bool FileController::readExperiment(const QString& file) {
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("%1 cannot be read: %2.").arg(file, input.errorString()));
        return false;
    }
    if (isRecording(input)) {
        if (!mayReplaceRun())
            return false;
        try {
            DetailStore details;
            Recording recording = load_recording(file.toStdString(), &details);
            expectPictures(recording.spec);
            session_->open(std::move(recording), std::move(details));
        } catch (const std::exception& error) {
            Q_EMIT failed(QString::fromUtf8(error.what()));
            return false;
        }
    } else if (input.peek(16).startsWith("collapselab:")) {
        if (!readLink(QString::fromUtf8(input.readAll())))
            return false;
    } else {
        try {
            const ExperimentSpec spec = spec_from_json(input.readAll().toStdString());
            validate(spec);
            expectPictures(spec);
            session_->setSpec(spec);
        } catch (const std::exception& error) {
            Q_EMIT failed(tr("%1 is not an experiment: %2").arg(file, QString::fromUtf8(error.what())));
            return false;
        }
    }
    remember(file);
    return true;
}

bool FileController::recover(const QString& journal) {
    if (!mayReplaceRun())
        return false;
    try {
        Recording recording = read_journal(journal.toStdString()).recording;
        expectPictures(recording.spec);
        session_->open(std::move(recording));
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
    RunJournal::discard(journal);
    return true;
}

QStringList FileController::recentFiles() const {
    return settings_->recentFiles();
}

void FileController::forgetRecentFiles() {
    settings_->setRecentFiles({});
    Q_EMIT recentFilesChanged();
}

void FileController::remember(const QString& file) {
    constexpr int longest = 8;
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = settings_->recentFiles();
    files.removeAll(path);
    files.prepend(path);
    settings_->setRecentFiles(files.mid(0, longest));
    Q_EMIT recentFilesChanged();
    Q_EMIT fileHolds(path);
}

bool FileController::writeRecords(const QString& file) {
    return write(file, to_csv(session_->recording()));
}

bool FileController::writePicture(const QString& file) {
    if (window_->grab().save(file, "PNG"))
        return true;
    Q_EMIT failed(tr("%1 cannot be written: choose another folder.").arg(file));
    return false;
}

bool FileController::write(const QString& file, const std::string& content) {
    try {
        write_file_atomically(file.toStdString(), content);
        return true;
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
}

} // namespace lab
