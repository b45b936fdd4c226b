#pragma once

#include "core/record/detail_store.h"
#include "core/record/recording.h"
#include "ui/export/page.h"

#include <QList>

#include <memory>

namespace lab {

/// Draws the pages of the window from a recording. It keeps what it needs: nothing on a page changes when the
/// window goes on.
class ViewFigures {
  public:
    ViewFigures(const Recording& recording, const DetailStore& details);

    /// Why the page of this step cannot be drawn, in a sentence; empty where it can.
    QString fault(const Page& page, int step) const;
    /// The page at a step. Expects that fault() is empty.
    /// It must be one that can be handed out.
    FigurePage page(const Page& page, const ViewChoice& choice, int step) const;
    /// The same as a frame of a film: nothing that came later, scales that stay from frame to frame.
    FigurePage frame(const Page& page, const ViewChoice& choice, int step) const;
    /// Steps of a film, rising: every so many of those that the page can be drawn at, and the last.
    QList<int> frameSteps(const Page& page, int every) const;
    /// The newest step that the page can be drawn at; 0 for none.
    int lastStep(const Page& page) const;

  private:
    struct Kept;
    struct Wish;
    FigurePage draw(const Wish& wish) const;
    std::shared_ptr<const Kept> kept_;
};

} // namespace lab
