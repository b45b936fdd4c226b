#include "ui/export/view_figure.h"

#include "ui/style/theme.h"
#include "ui/view/view_page.h"

#include <QCoreApplication>

#include <algorithm>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

} // namespace

struct ViewFigures::Kept {
    Recording recording;
    DetailStore details;
    RecordIndex index;
    FixedScales scales;

    Scene scene(int step) const {
        Scene scene;
        scene.records = &recording.records;
        scene.index = &index;
        scene.details = &details;
        scene.styles = laneStyles(recording.spec.lanes);
        for (const std::string& name : recording.info.class_names)
            scene.class_names.append(QString::fromStdString(name));
        scene.step = step;
        scene.total_steps = recording.info.total_steps;
        return scene;
    }
    bool hasMatrix(int step) const {
        const BatchDetailPtr batch = details.at(step);
        return batch && std::any_of(batch->lanes.begin(), batch->lanes.end(),
                                    [](const StepDetail& lane) { return lane.matrix_side > 0; });
    }
};

struct ViewFigures::Wish {
    const Page& page;
    const ViewChoice& choice;
    int step = 0;
    bool film = false;
};

ViewFigures::ViewFigures(const Recording& recording, const DetailStore& details) {
    auto kept = std::make_shared<Kept>(Kept{recording, details, {}, {}});
    kept->index.append(kept->recording.records, 0);
    kept->scales = fixedScales(details);
    kept_ = std::move(kept);
}

QString ViewFigures::fault(const Page& page, int step) const {
    const Scene scene = kept_->scene(step);
    bool recorded = false;
    for (int lane = 0; lane < scene.lanes(); ++lane)
        recorded = recorded || scene.record(lane);
    if (!recorded)
        return say(QT_TRANSLATE_NOOP("Figure", "Step %1 is not recorded.")).arg(step);
    if (page.requiresDetails())
        if (const QString words = ViewPage::detailFault(scene); !words.isEmpty())
            return words;
    if (page.needs == PageNeeds::predictor_matrix && !kept_->hasMatrix(step))
        return say(QT_TRANSLATE_NOOP("Figure", "No lane has a predictor matrix at step %1.")).arg(step);
    return {};
}

FigurePage ViewFigures::page(const Page& page, const ViewChoice& choice, int step) const {
    return draw({page, choice, step, false});
}

FigurePage ViewFigures::frame(const Page& page, const ViewChoice& choice, int step) const {
    return draw({page, choice, step, true});
}

FigurePage ViewFigures::draw(const Wish& wish) const {
    const theme::LightColours light;
    return wish.page.exported({kept_->scene(wish.step), kept_->recording, wish.choice,
                               wish.film ? wish.step : 0, kept_->scales, kept_});
}

QList<int> ViewFigures::frameSteps(const Page& page, int every) const {
    std::vector<int> possible = kept_->details.steps();
    if (!page.requiresDetails()) {
        possible.clear();
        const int last = kept_->recording.records.empty() ? 0 : kept_->recording.records.back().step;
        for (int step = 1; step <= last; ++step)
            possible.push_back(step);
    } else if (page.needs == PageNeeds::predictor_matrix) {
        std::erase_if(possible, [this](int step) { return !kept_->hasMatrix(step); });
    }
    every = std::max(every, 1);
    QList<int> steps;
    int next = every;
    for (const int step : possible)
        if (step >= next) {
            steps.append(step);
            next = (step / every + 1) * every;
        }
    if (!possible.empty() && (steps.isEmpty() || steps.last() != possible.back()))
        steps.append(possible.back());
    return steps;
}

int ViewFigures::lastStep(const Page& page) const {
    const QList<int> steps = frameSteps(page, 1);
    return steps.isEmpty() ? 0 : steps.last();
}

} // namespace lab
