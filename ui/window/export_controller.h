#pragma once

#include "ui/dialog/file_dialogs.h"
#include "ui/export/figure_chart.h"
#include "ui/export/view_figure.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace lab {

class FrameSequence;
class FramesDialog;
class RunSession;
class Settings;
class ViewController;

/// Gives a run away: charts, pages and comparison as pictures, records as tables, a sequence of frames, a
/// report. Everything is made from the recording as it is at that moment.
class ExportController : public QObject {
    Q_OBJECT
  public:
    ExportController(RunSession* session, ViewController* views, Settings* settings, FileDialogs dialogs,
                     QWidget* window);

    void exportChart(const FigureMeasure& measure);
    /// The page of that id at the step that the window shows, with what is chosen on it.
    void exportPage(const QString& id);
    /// Whatever page is in front.
    void exportPresent();
    void exportBoard();
    void exportComparison();
    void exportImages();
    void exportJson();
    void exportReport();
    /// A picture of a page every `every` steps, into a folder that is asked for.
    void exportFrames(const QString& page, int every);
    /// Asks what the frames show.
    void openFrames();
    /// Null while none are being written.
    FrameSequence* frames() const;

    // Without asking. False after an error has been told.
    bool writePicture(const QString& file, const FigurePage& picture);
    bool writeReport(const QString& file);
    bool writeJson(const QString& file);

  Q_SIGNALS:
    void failed(const QString& sentence);
    void done(const QString& sentence);

  private:
    const Recording& recording() const;
    ViewFigures figures() const;
    bool hasRecords();
    void exportPicture(const FigurePage& picture, const QString& name);
    QString ask(const QString& title, const QString& name, const QString& filter);
    /// Runs a piece of work and tells what went wrong in it.
    bool attempt(const std::function<void()>& work);

    RunSession* session_;
    ViewController* views_;
    Settings* settings_;
    FileDialogs dialogs_;
    QWidget* window_;
    QPointer<FrameSequence> frames_;
    QPointer<FramesDialog> frames_dialog_;
};

} // namespace lab
