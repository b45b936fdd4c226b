#include "ui/window/export_controller.h"

#include "core/record/recording_file.h"
#include "ui/dialog/frames_dialog.h"
#include "ui/export/frame_sequence.h"
#include "ui/export/html_report.h"
#include "ui/session/command_registry.h"
#include "ui/session/run_session.h"
#include "ui/session/settings.h"
#include "ui/view/image_strip.h"
#include "ui/view/view_deck.h"
#include "ui/window/view_controller.h"

#include <QDir>
#include <QFileInfo>

#include <exception>
#include <limits>
#include <memory>
#include <utility>

namespace lab {

namespace {

const QString picture_filter = QStringLiteral("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)");

} // namespace

ExportController::ExportController(RunSession* session, ViewController* views, Settings* settings,
                                   FileDialogs dialogs, QWidget* window)
    : QObject(window), session_(session), views_(views), settings_(settings), dialogs_(std::move(dialogs)),
      window_(window) {}

const Recording& ExportController::recording() const {
    return session_->recording();
}

ViewFigures ExportController::figures() const {
    return {recording(), session_->details()};
}

bool ExportController::hasRecords() {
    if (!recording().records.empty())
        return true;
    Q_EMIT failed(tr("There is nothing to hand out yet: press Run first."));
    return false;
}

QString ExportController::ask(const QString& title, const QString& name, const QString& filter) {
    QString file = dialogs_.save(window_, title, QDir(settings_->lastFolder()).filePath(name), filter);
    if (file.isEmpty())
        return file;
    if (QFileInfo(file).suffix().isEmpty())
        file += QLatin1Char('.') + QFileInfo(name).suffix();
    settings_->setLastFolder(QFileInfo(file).absolutePath());
    return file;
}

bool ExportController::attempt(const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const std::exception& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return false;
    }
}

bool ExportController::writePicture(const QString& file, const FigurePage& picture) {
    return attempt([&] { writeFigure(file, picture); });
}

bool ExportController::writeReport(const QString& file) {
    return attempt([&] {
        write_file_atomically(
            file.toStdString(),
            htmlReport(recording(), session_->details(), views_->choice(), views_->pages()).toStdString());
    });
}

bool ExportController::writeJson(const QString& file) {
    return attempt([&] { write_file_atomically(file.toStdString(), recording_json(recording())); });
}

void ExportController::exportPicture(const FigurePage& picture, const QString& name) {
    const QString file = ask(tr("Hand out a picture"), name + QStringLiteral(".png"), picture_filter);
    if (!file.isEmpty() && writePicture(file, picture))
        Q_EMIT done(tr("The picture is in %1.").arg(file));
}

void ExportController::exportChart(const FigureMeasure& measure) {
    if (hasRecords())
        exportPicture(chartPage(recording(), measure), measure.id);
}

void ExportController::exportBoard() {
    if (hasRecords())
        exportPicture(boardPage(recording(), std::numeric_limits<int>::max()), QStringLiteral("board"));
}

void ExportController::exportComparison() {
    if (hasRecords())
        exportPicture(comparisonPage(recording()), QStringLiteral("comparison"));
}

void ExportController::exportImages() {
    if (views_->images() && hasRecords())
        exportPicture(viewPage(recording(), tr("Images of the batch"), views_->images()),
                      QStringLiteral("images"));
}

void ExportController::exportJson() {
    if (!hasRecords())
        return;
    const QString file =
        ask(tr("Records as JSON"), QStringLiteral("records.json"), QStringLiteral("JSON (*.json)"));
    if (!file.isEmpty() && writeJson(file))
        Q_EMIT done(tr("%1 records are in %2.").arg(recording().records.size()).arg(file));
}

void ExportController::exportReport() {
    if (!hasRecords())
        return;
    const QString file = ask(tr("Report"), QStringLiteral("report.html"), QStringLiteral("HTML (*.html)"));
    if (!file.isEmpty() && writeReport(file))
        Q_EMIT done(tr("The report is in %1. It needs no other file.").arg(file));
}

void ExportController::exportPage(const QString& id) {
    const Page* page = views_->page(id);
    if (!page)
        return;
    if (!page->exported) {
        Q_EMIT failed(
            tr("%1: this page draws nothing of the run and cannot be handed out.").arg(page->title));
        return;
    }
    if (!hasRecords())
        return;
    const int step = views_->cursor()->step();
    const ViewFigures drawn = figures();
    if (const QString fault = drawn.fault(*page, step); !fault.isEmpty())
        Q_EMIT failed(fault);
    else
        exportPicture(drawn.page(*page, views_->choice(), step), id);
}

void ExportController::exportPresent() {
    exportPage(views_->deck()->current());
}

void ExportController::openFrames() {
    if (!hasRecords())
        return;
    QList<QPair<QString, QString>> pictures;
    const ViewFigures drawn = figures();
    for (const Page& page : views_->pages())
        if (page.exported && drawn.lastStep(page) > 0)
            pictures.append({page.id, plainTitle(page.name)});
    delete frames_dialog_;
    frames_dialog_ = new FramesDialog(pictures, views_->deck()->current(), window_);
    connect(frames_dialog_, &FramesDialog::chosen, this, &ExportController::exportFrames);
    frames_dialog_->open();
}

void ExportController::exportFrames(const QString& id, int every) {
    const Page* page = views_->page(id);
    if (!page || !page->exported || frames_ || !hasRecords())
        return;
    const auto drawn = std::make_shared<const ViewFigures>(figures());
    FrameSource source;
    source.steps = drawn->frameSteps(*page, every);
    source.page = [drawn, page = *page, choice = views_->choice()](int step) {
        return drawn->frame(page, choice, step);
    };
    if (source.steps.isEmpty())
        return;
    const QString folder =
        dialogs_.folder(window_, tr("Folder for the frames"), settings_->lastFolder(), QString());
    if (folder.isEmpty())
        return;
    frames_ = new FrameSequence(std::move(source), folder, window_);
    connect(frames_, &FrameSequence::failed, this, &ExportController::failed);
    connect(frames_, &FrameSequence::done, this, &ExportController::done);
    frames_->begin();
}

FrameSequence* ExportController::frames() const {
    return frames_;
}

} // namespace lab
