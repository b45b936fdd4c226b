#pragma once

#include "core/experiment/record.h"
#include "ui/export/view_figure.h"
#include "ui/session/scene.h"
#include "ui/session/step_cursor.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace lab {

class ChartBoard;
class ClassRiver;
class ConfusionView;
class FeatureMap;
class ForkDialog;
class ImageBoard;
class ImageStrip;
class LanePanel;
class LossBoard;
class PredictorMap;
class RunSession;
class StepView;
class TimeBar;
class ViewDeck;

/// Links everything that shows a step: the charts, the views that explain, the image strip, the lanes'
/// numbers and the time line all follow one cursor.
///
///     session ── records, details, events ──▶ ViewController ──▶ scene ──▶ the page in front
///     click on a chart, a river, the time line ──▶ StepCursor ──▶ cursor lines, strip, numbers, scene
class ViewController : public QObject {
    Q_OBJECT
  public:
    /// Builds the middle of the window around charts and images, which stay the window's.
    ViewController(RunSession* session, ChartBoard* charts, ImageStrip* images, LanePanel* lanes,
                   QWidget* window);

    /// Tabs, pages and time line: to be placed in the window.
    QWidget* area() const { return area_; }
    StepCursor* cursor() { return &cursor_; }
    ViewDeck* deck() const { return deck_; }
    TimeBar* timeBar() const { return time_; }
    LossBoard* losses() const { return losses_; }
    ClassRiver* river() const { return river_; }
    PredictorMap* predictor() const { return predictor_; }
    FeatureMap* features() const { return features_; }
    ImageBoard* board() const { return board_; }
    ConfusionView* confusion() const { return confusion_; }
    StepView* steps() const { return steps_; }
    ForkDialog* forkDialog() const;
    const Scene& scene() const { return scene_; }

    /// Forgets all steps: a new run, or other lanes.
    void begin(const std::vector<LaneStyle>& styles);
    /// Takes the session's recording again: lanes were forked, or the colours changed.
    void restyle(const std::vector<LaneStyle>& styles);
    void setEmptyText(const QString& text);
    void setMarksVisible(bool visible);
    void setPresentation(bool on);
    /// Whether steps get details always, or only while a page that draws them is in front.
    void setDetailsAlways(bool always);
    /// Asks what the new lane is to do differently, from the step that is shown on. Pauses the run.
    void openFork();
    /// What is chosen on the pages.
    ViewChoice choice() const;
    /// What details and saved states take: "details 12 MB · states 1.3 MB".
    QString memoryText() const;
    /// A paused run has room for another lane.
    bool canFork() const;

  Q_SIGNALS:
    /// canFork() may be different now.
    void forkOffered(bool possible);

  private:
    void connectSession();
    void takeRecords(int first);
    void takeEvent(const Event& event);
    void showStep();
    void showNumbers();
    void showPictures();
    void showScene();
    void askForDetails();
    QString storeText() const;

    RunSession* session_;
    ChartBoard* charts_;
    ImageStrip* images_;
    LanePanel* lanes_;
    QWidget* window_;
    StepCursor cursor_;
    RecordIndex index_;
    Scene scene_;
    BatchPreview newest_; ///< the live pictures
    QWidget* area_;
    ViewDeck* deck_;
    TimeBar* time_;
    LossBoard* losses_;
    ClassRiver* river_;
    PredictorMap* predictor_;
    FeatureMap* features_;
    ImageBoard* board_;
    ConfusionView* confusion_;
    StepView* steps_;
    QPointer<ForkDialog> fork_;
    bool details_always_ = true;
};

/// The pictures of a step as the image strip shows them. Empty where there is no detail.
BatchPreview previewOf(const BatchDetail& detail, int lanes);

} // namespace lab
