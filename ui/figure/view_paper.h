#pragma once

#include "ui/figure/figure_page.h"
#include "ui/figure/view_figure.h"
#include "ui/view/scene.h"

#include <QRectF>

#include <map>
#include <memory>

namespace lab {

/// Scales that hold for a whole recording, so that its pages can be compared.
struct FixedScales {
    QRectF features;               ///< of the projections of all lanes
    std::map<int, double> entries; ///< largest entry of θ_h − I by lane
};
FixedScales fixedScales(const DetailStore& details);

/// What a page of a view is made from.
struct PaperScene {
    Scene scene;
    const Recording& recording;
    ViewChoice choice;
    int end; ///< of a film's frame: nothing behind it is drawn; 0: everything
    FixedScales scales;
    std::shared_ptr<const void> owner; ///< of what the scene points to
};

// A page for each view. Light paper must be chosen while they are made and drawn.
FigurePage classesPaper(const PaperScene& paper);
FigurePage predictorPaper(const PaperScene& paper);
FigurePage featuresPaper(const PaperScene& paper);
FigurePage imagesPaper(const PaperScene& paper);
FigurePage confusionPaper(const PaperScene& paper);
FigurePage stepPaper(const PaperScene& paper);

} // namespace lab
