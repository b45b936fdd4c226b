#pragma once

#include "core/experiment/detail_store.h"
#include "core/experiment/recording.h"
#include "ui/export/figure_page.h"
#include "ui/text/step_narration.h"
#include "ui/view/image_grid.h"

#include <QList>

#include <memory>

namespace lab {

/// The views that explain, in the order of their tabs.
enum class ViewKind { classes, predictor, features, images, confusion, loss, step };
constexpr int view_kinds = 7;

/// "classes", "predictor", …: for names of files and commands.
QString viewId(ViewKind kind);
/// As the tab is called.
QString viewName(ViewKind kind);

/// What is chosen on the views' pages.
struct ViewChoice {
    int predictor_lane = -1; ///< −1: the first lane that has a matrix
    int step_lane = -1;      ///< −1: the first lane that has a predictor, else the first
    int feature_batches = 10;
    bool by_prediction = false;
    ImageFilter filter;
    int image = -1;            ///< place in the batch of the one that is shown closer; −1: the first
    int confusion_batches = 0; ///< 0: all so far
    StepPhase phase = StepPhase::update;
};

/// Draws the views of a recording on pages. It keeps what it needs: nothing on a page changes when the window
/// goes on.
class ViewFigures {
  public:
    ViewFigures(const Recording& recording, const DetailStore& details);

    /// Why the view of this step cannot be drawn, in a sentence; empty where it can.
    QString fault(ViewKind kind, int step) const;
    /// The view of a step. Expects that fault() is empty.
    FigurePage page(ViewKind kind, const ViewChoice& choice, int step) const;
    /// The same as a frame of a film: nothing that came later, scales that stay from frame to frame.
    FigurePage frame(ViewKind kind, const ViewChoice& choice, int step) const;
    /// Steps of a film, rising: every so many of those that the view can be drawn at, and the last.
    QList<int> frameSteps(ViewKind kind, int every) const;
    /// The newest step that the view can be drawn at; 0 for none.
    int lastStep(ViewKind kind) const;

  private:
    struct Kept;
    struct Wish;
    FigurePage draw(const Wish& wish) const;
    std::shared_ptr<const Kept> kept_;
};

/// Whether the view draws from details of the step, not from records alone.
bool needsDetails(ViewKind kind);

} // namespace lab
