#pragma once

#include "core/record/record.h"
#include "ui/export/page.h"
#include "ui/session/scene.h"
#include "ui/session/step_cursor.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QAction;
class QWidget;

namespace lab {

class ChartBoard;
class ChartGrid;
class ChartZoom;
class ForkDialog;
class ImageStrip;
class LanePanel;
class RunSession;
class TimeBar;
class ViewDeck;

/// Builds the pages and links everything that shows a step: charts, views that explain, the image strip, the
/// lanes' numbers and the time line all follow one cursor.
///
///     session ── records, details, events ──▶ ViewController ──▶ scene ──▶ the page in front
///     click on a chart, a river, the time line ──▶ StepCursor ──▶ cursor lines, strip, numbers, scene
class ViewController : public QObject {
    Q_OBJECT
  public:
    ViewController(RunSession* session, LanePanel* lanes, std::vector<Page> pages, QWidget* parent);

    /// Tabs, pages and time line: to be placed in the window.
    QWidget* area() const { return area_; }
    StepCursor* cursor() { return &cursor_; }
    ViewDeck* deck() const { return deck_; }
    /// Null where no page has one.
    ImageStrip* images() const { return images_; }
    const std::vector<Page>& pages() const { return pages_; }
    /// Null for an unknown id.
    const Page* page(const QString& id) const;

    /// The lanes of the specification, where they are not those of a run under way. Unless they look as
    /// before, all steps are forgotten.
    void showLanes();
    /// Takes the session's recording again: lanes were forked, or the colours changed.
    void restyle();
    ChartZoom* zoom() const { return zoom_; }
    void setMarksVisible(bool visible);
    void setLabelLineVisible(bool visible);
    /// The accuracy of the whole stream in place of the last batches'.
    void showRunningAccuracy(bool on);
    void showCentreDominance(bool on);
    void setPresentation(bool on);
    /// Whether steps get details always, or only while a page that draws them is in front.
    void setDetailsAlways(bool always);
    /// The deck's own menu, and the button beside the time line.
    void offer(QAction* export_present, QAction* fork);
    /// Asks what the new lane is to do differently, from the step that is shown on. Pauses the run.
    void openFork();
    /// What is chosen on the pages.
    ViewChoice choice() const;
    /// A paused run has room for another lane.
    bool canFork() const;

  Q_SIGNALS:
    /// canFork() may be different now.
    void forkOffered();
    void runningAccuracyShown(bool on);
    void centreDominanceShown(bool on);

  private:
    void buildPages();
    void connectSession();
    void connectGrid(ChartGrid* grid);
    void begin(const std::vector<LaneStyle>& styles);
    void beginRun();
    void takeInfo();
    void takeRecords(int first);
    void takeEvent(const Event& event);
    void showState();
    void showStep();
    void showNumbers();
    void showPictures();
    void showScene();
    void askForDetails();

    RunSession* session_;
    LanePanel* lanes_;
    const std::vector<Page> pages_;
    StepCursor cursor_;
    RecordIndex index_;
    Scene scene_;
    BatchPreview newest_; ///< the live pictures
    QWidget* area_;
    ViewDeck* deck_;
    TimeBar* time_;
    QList<ChartGrid*> grids_;
    ChartZoom* zoom_ = nullptr;
    ChartBoard* board_ = nullptr;
    ImageStrip* images_ = nullptr;
    QPointer<ForkDialog> fork_;
    bool details_always_ = true;
};

/// The pictures of a step as the image strip shows them. Empty where there is no detail.
BatchPreview previewOf(const BatchDetail& detail, int lanes);

} // namespace lab
