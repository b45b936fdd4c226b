#pragma once

#include "core/record/detail_store.h"
#include "ui/export/figure_page.h"
#include "ui/session/scene.h"
#include "ui/view/view_choice.h"

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
struct ExportScene {
    Scene scene;
    const Recording& recording;
    ViewChoice choice;
    int end; ///< of a film's frame: nothing behind it is drawn; 0: everything
    FixedScales scales;
    std::shared_ptr<const void> owner; ///< of what the scene points to
};

// What each page of the window looks like where it is handed out. Light paper must be chosen while they are
// made and drawn.
FigurePage exportBoard(const ExportScene& source);
FigurePage exportLoss(const ExportScene& source);
FigurePage exportClasses(const ExportScene& source);
FigurePage exportPredictor(const ExportScene& source);
FigurePage exportFeatures(const ExportScene& source);
FigurePage exportImages(const ExportScene& source);
FigurePage exportConfusion(const ExportScene& source);
FigurePage exportStep(const ExportScene& source);

} // namespace lab
