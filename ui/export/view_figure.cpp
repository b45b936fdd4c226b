#include "ui/export/view_figure.h"

#include "ui/export/exported_view.h"
#include "ui/style/theme.h"
#include "ui/view/view_page.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

} // namespace

QString viewId(ViewKind kind) {
    switch (kind) {
    case ViewKind::classes:
        return QStringLiteral("classes");
    case ViewKind::predictor:
        return QStringLiteral("predictor");
    case ViewKind::features:
        return QStringLiteral("features");
    case ViewKind::images:
        return QStringLiteral("images");
    case ViewKind::confusion:
        return QStringLiteral("confusion");
    case ViewKind::loss:
        return QStringLiteral("loss");
    case ViewKind::step:
        return QStringLiteral("step");
    }
    return {};
}

QString viewName(ViewKind kind) {
    switch (kind) {
    case ViewKind::classes:
        return say(QT_TRANSLATE_NOOP("Figure", "Classes over time"));
    case ViewKind::predictor:
        return say(QT_TRANSLATE_NOOP("Figure", "Predictor"));
    case ViewKind::features:
        return say(QT_TRANSLATE_NOOP("Figure", "Feature map"));
    case ViewKind::images:
        return say(QT_TRANSLATE_NOOP("Figure", "Images of a step"));
    case ViewKind::confusion:
        return say(QT_TRANSLATE_NOOP("Figure", "Confusion"));
    case ViewKind::loss:
        return say(QT_TRANSLATE_NOOP("Figure", "Loss and its parts"));
    case ViewKind::step:
        return say(QT_TRANSLATE_NOOP("Figure", "One step in slow motion"));
    }
    return {};
}

bool needsDetails(ViewKind kind) {
    return kind == ViewKind::predictor || kind == ViewKind::features || kind == ViewKind::images;
}

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
    ViewKind kind;
    ViewChoice choice;
    int step = 0;
    bool film = false;
};

ViewFigures::ViewFigures(const Recording& recording, const DetailStore& details) {
    auto kept = std::make_shared<Kept>(Kept{recording, details, {}, {}});
    kept->index.append(kept->recording.records, 0);
    kept->scales = fixedScales(details);
    kept_ = std::move(kept);
}

QString ViewFigures::fault(ViewKind kind, int step) const {
    const Scene scene = kept_->scene(step);
    bool recorded = false;
    for (int lane = 0; lane < scene.lanes(); ++lane)
        recorded = recorded || scene.record(lane);
    if (!recorded)
        return say(QT_TRANSLATE_NOOP("Figure", "Step %1 is not recorded.")).arg(step);
    if (needsDetails(kind))
        if (const QString words = ViewPage::detailFault(scene); !words.isEmpty())
            return words;
    if (kind == ViewKind::predictor && !kept_->hasMatrix(step))
        return say(QT_TRANSLATE_NOOP("Figure", "No lane has a predictor matrix at step %1.")).arg(step);
    return {};
}

FigurePage ViewFigures::page(ViewKind kind, const ViewChoice& choice, int step) const {
    return draw({kind, choice, step, false});
}

FigurePage ViewFigures::frame(ViewKind kind, const ViewChoice& choice, int step) const {
    return draw({kind, choice, step, true});
}

FigurePage ViewFigures::draw(const Wish& wish) const {
    if (wish.kind == ViewKind::loss)
        return lossPage(kept_->recording, wish.film ? wish.step : std::numeric_limits<int>::max());
    const theme::LightColours light;
    const ExportScene source{kept_->scene(wish.step),   kept_->recording, wish.choice,
                             wish.film ? wish.step : 0, kept_->scales,    kept_};
    switch (wish.kind) {
    case ViewKind::classes:
        return exportClasses(source);
    case ViewKind::predictor:
        return exportPredictor(source);
    case ViewKind::features:
        return exportFeatures(source);
    case ViewKind::images:
        return exportImages(source);
    case ViewKind::confusion:
        return exportConfusion(source);
    case ViewKind::step:
    case ViewKind::loss:
        break;
    }
    return exportStep(source);
}

QList<int> ViewFigures::frameSteps(ViewKind kind, int every) const {
    std::vector<int> possible = kept_->details.steps();
    if (!needsDetails(kind)) {
        possible.clear();
        const int last = kept_->recording.records.empty() ? 0 : kept_->recording.records.back().step;
        for (int step = 1; step <= last; ++step)
            possible.push_back(step);
    } else if (kind == ViewKind::predictor) {
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

int ViewFigures::lastStep(ViewKind kind) const {
    const QList<int> steps = frameSteps(kind, 1);
    return steps.isEmpty() ? 0 : steps.last();
}

} // namespace lab
