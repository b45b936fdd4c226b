#pragma once

#include "ui/export/figure_page.h"
#include "ui/export/view_figure.h"
#include "ui/window/file_controller.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QWidget;

namespace lab {

class CommandRegistry;
class FrameSequence;
class FramesDialog;
class MainWindow;
class Settings;

/// The commands that give a run away: charts, board, comparison and views as pictures, records as tables, a
/// sequence of frames, a report. Everything is made from the recording as it is at that moment.
class ExportController : public QObject {
    Q_OBJECT
  public:
    ExportController(MainWindow* window, Settings* settings, const FileDialogs& dialogs);

    void addCommands(CommandRegistry& commands, const QString& menu);
    void exportPage(const FigurePage& page, const QString& name);
    /// The view at the step that the window shows, with what is chosen on its page.
    void exportView(ViewKind kind);
    /// Whatever page is in front.
    void exportPresent();
    void exportJson();
    void exportReport();
    /// A picture every `every` steps, into a folder that is asked for.
    /// @param picture "board", or the id of a view
    void exportFrames(const QString& picture, int every);
    /// Asks what the frames show.
    void openFrames();
    FramesDialog* framesDialog() const;
    /// Null while none are being written.
    FrameSequence* frames() const;

    // Without asking. False after an error has been told.
    bool writePage(const QString& file, const FigurePage& page);
    bool writeReport(const QString& file);
    bool writeJson(const QString& file);

  Q_SIGNALS:
    void failed(const QString& sentence);
    void done(const QString& sentence);

  private:
    const Recording& recording() const;
    ViewFigures views() const;
    /// The view in front; none where the charts are.
    std::optional<ViewKind> present() const;
    bool hasRecords();
    QString ask(const QString& title, const QString& name, const QString& filter);
    /// Runs a piece of work and tells what went wrong in it.
    bool attempt(const std::function<void()>& work);

    MainWindow* window_;
    Settings* settings_;
    FileDialogs dialogs_;
    QPointer<FrameSequence> frames_;
    QPointer<FramesDialog> frames_dialog_;
};

} // namespace lab
