#include "ui/window/export_controller.h"

#include "core/experiment/recording_file.h"
#include "ui/dialog/frames_dialog.h"
#include "ui/export/frame_sequence.h"
#include "ui/export/html_report.h"
#include "ui/session/command_registry.h"
#include "ui/session/settings.h"
#include "ui/view/image_strip.h"
#include "ui/view/view_deck.h"
#include "ui/window/main_window.h"
#include "ui/window/view_controller.h"

#include <QDir>
#include <QFileInfo>

#include <exception>
#include <limits>
#include <memory>
#include <utility>

namespace lab {

namespace {

const QString board = QStringLiteral("board");
const QString picture_filter = QStringLiteral("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)");

} // namespace

ExportController::ExportController(MainWindow* window, Settings* settings, const FileDialogs& dialogs)
    : QObject(window), window_(window), settings_(settings), dialogs_(dialogs) {}

void ExportController::addCommands(CommandRegistry& commands, const QString& menu) {
    const auto add = [&](const char* id, const QString& text, const QString& tip,
                         std::function<void()> action) {
        commands.add(QString::fromLatin1(id), menu, text, {}, {}, tip, std::move(action));
    };
    commands.add(QStringLiteral("export.present"), menu, tr("Save this &view…"),
                 QKeySequence(QStringLiteral("Ctrl+Shift+S")), {},
                 tr("The page in front with legend and conditions, as PNG, SVG or PDF"),
                 [this] { exportPresent(); });
    const QString charts = QStringLiteral("export.chart");
    commands.addMenu(charts, menu, tr("One &chart"),
                     tr("A chart with legend and conditions as PNG, SVG or PDF"));
    for (const FigureMeasure& measure : figureMeasures())
        commands.add(charts + QLatin1Char('.') + measure.id, charts, tr("Chart: %1…").arg(measure.title), {},
                     {}, measure.sentence, [this, measure] {
                         if (hasRecords())
                             exportPage(chartPage(recording(), measure), measure.id);
                     });
    const QString views = QStringLiteral("export.view");
    commands.addMenu(views, menu, tr("One &view of the step"),
                     tr("A view that explains, at the step that is shown, as PNG, SVG or PDF"));
    for (int i = 0; i < view_kinds; ++i) {
        const auto kind = static_cast<ViewKind>(i);
        commands.add(views + QLatin1Char('.') + viewId(kind), views, tr("View: %1…").arg(viewName(kind)), {},
                     {}, tr("At the step that is shown, with legend and conditions"),
                     [this, kind] { exportView(kind); });
    }
    add("export.board", tr("The &board…"), tr("The four charts on a page, as PNG, SVG or PDF"), [this] {
        if (hasRecords())
            exportPage(boardPage(recording(), std::numeric_limits<int>::max()), board);
    });
    add("export.comparison", tr("The whole c&omparison…"),
        tr("Charts and the table of lanes on a page, as PNG, SVG or PDF"), [this] {
            if (hasRecords())
                exportPage(comparisonPage(recording()), QStringLiteral("comparison"));
        });
    add("export.images", tr("The &images of the batch…"), tr("With conditions, as PNG, SVG or PDF"), [this] {
        if (hasRecords())
            exportPage(viewPage(recording(), tr("Images of the batch"), window_->images()),
                       QStringLiteral("images"));
    });
    commands.addSeparator(menu);
    add("export.json", tr("Records as &JSON…"), tr("Every measure of every step, with the experiment"),
        [this] { exportJson(); });
    add("export.frames", tr("&Frames of a film…"),
        tr("A picture of the board or of a view every few steps, numbered"), [this] { openFrames(); });
    add("export.report", tr("&Report as a web page…"),
        tr("One file with pictures, conditions, tables and the experiment to load again"),
        [this] { exportReport(); });
}

const Recording& ExportController::recording() const {
    return window_->session()->recording();
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

bool ExportController::writePage(const QString& file, const FigurePage& page) {
    return attempt([&] { writeFigure(file, page); });
}

bool ExportController::writeReport(const QString& file) {
    return attempt([&] {
        write_file_atomically(
            file.toStdString(),
            htmlReport(recording(), window_->session()->details(), window_->views()->choice()).toStdString());
    });
}

bool ExportController::writeJson(const QString& file) {
    return attempt([&] { write_file_atomically(file.toStdString(), recording_json(recording())); });
}

void ExportController::exportPage(const FigurePage& page, const QString& name) {
    const QString file = ask(tr("Hand out a picture"), name + QStringLiteral(".png"), picture_filter);
    if (!file.isEmpty() && writePage(file, page))
        Q_EMIT done(tr("The picture is in %1.").arg(file));
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

ViewFigures ExportController::views() const {
    return {recording(), window_->session()->details()};
}

void ExportController::exportView(ViewKind kind) {
    if (!hasRecords())
        return;
    const int step = window_->views()->cursor()->step();
    const ViewFigures figures = views();
    if (const QString fault = figures.fault(kind, step); !fault.isEmpty())
        Q_EMIT failed(fault);
    else
        exportPage(figures.page(kind, window_->views()->choice(), step), viewId(kind));
}

std::optional<ViewKind> ExportController::present() const {
    // The charts are the first tab; the views follow in their order.
    const int page = window_->views()->deck()->current();
    return page < 1 ? std::nullopt : std::optional(static_cast<ViewKind>(page - 1));
}

void ExportController::exportPresent() {
    if (const std::optional<ViewKind> kind = present())
        exportView(*kind);
    else if (hasRecords())
        exportPage(boardPage(recording(), std::numeric_limits<int>::max()), board);
}

FramesDialog* ExportController::framesDialog() const {
    return frames_dialog_;
}

void ExportController::openFrames() {
    if (!hasRecords())
        return;
    QList<QPair<QString, QString>> pictures{{board, tr("The board of four charts")}};
    const ViewFigures figures = views();
    for (int i = 0; i < view_kinds; ++i)
        if (const auto kind = static_cast<ViewKind>(i); figures.lastStep(kind) > 0)
            pictures.append({viewId(kind), viewName(kind)});
    const std::optional<ViewKind> kind = present();
    delete frames_dialog_;
    frames_dialog_ = new FramesDialog(pictures, kind ? viewId(*kind) : board, window_);
    connect(frames_dialog_, &FramesDialog::chosen, this, &ExportController::exportFrames);
    frames_dialog_->open();
}

void ExportController::exportFrames(const QString& picture, int every) {
    if (!hasRecords() || frames_)
        return;
    FrameSource source;
    for (int i = 0; i < view_kinds; ++i)
        if (const auto kind = static_cast<ViewKind>(i); viewId(kind) == picture) {
            const auto figures = std::make_shared<const ViewFigures>(views());
            source.steps = figures->frameSteps(kind, every);
            source.page = [figures, kind, choice = window_->views()->choice()](int step) {
                return figures->frame(kind, choice, step);
            };
        }
    if (picture == board) {
        const auto kept = std::make_shared<const Recording>(recording());
        source.steps = filmSteps(*kept, every);
        source.page = [kept](int step) { return boardPage(*kept, step); };
    }
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
