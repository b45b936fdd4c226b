#include "ui/window/page_table.h"

#include "ui/plot/chart_board.h"
#include "ui/plot/loss_board.h"
#include "ui/view/class_river.h"
#include "ui/view/confusion_view.h"
#include "ui/view/feature_map.h"
#include "ui/view/image_board.h"
#include "ui/view/image_strip.h"
#include "ui/view/predictor_map.h"
#include "ui/view/step_view.h"
#include "ui/view/toy_page.h"
#include "ui/view/why_view.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Pages", text);
}

template <typename Widget>
QWidget* makeWidget(QWidget* parent) {
    return new Widget(parent);
}

/// The four charts, and the pictures of the batch below them.
QWidget* makeCharts(QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new ChartBoard(page), 1);
    column->addWidget(new ImageStrip(page));
    return page;
}

} // namespace

std::vector<Page> pageTable() {
    return {
        {QStringLiteral("charts"), say(QT_TRANSLATE_NOOP("Pages", "Charts")),
         say(QT_TRANSLATE_NOOP("Pages", "C&harts")),
         say(QT_TRANSLATE_NOOP("Pages", "Accuracy, logit norm, predictor distance and class dominance")),
         QStringLiteral("Alt+1"), PageNeeds::records, makeCharts, exportBoard, true},
        {QStringLiteral("classes"), say(QT_TRANSLATE_NOOP("Pages", "Classes")),
         say(QT_TRANSLATE_NOOP("Pages", "&Classes over time")),
         say(QT_TRANSLATE_NOOP("Pages", "Which classes each lane predicts, as a river")),
         QStringLiteral("Alt+2"), PageNeeds::records, makeWidget<ClassRiver>, exportClasses},
        {QStringLiteral("predictor"), say(QT_TRANSLATE_NOOP("Pages", "Predictor")),
         say(QT_TRANSLATE_NOOP("Pages", "&Predictor")),
         say(QT_TRANSLATE_NOOP("Pages", "The predictor's matrix as a heat map")), QStringLiteral("Alt+3"),
         PageNeeds::predictor_matrix, makeWidget<PredictorMap>, exportPredictor},
        {QStringLiteral("features"), say(QT_TRANSLATE_NOOP("Pages", "Features")),
         say(QT_TRANSLATE_NOOP("Pages", "&Features")),
         say(QT_TRANSLATE_NOOP("Pages", "The features of the latest batches in two dimensions")),
         QStringLiteral("Alt+4"), PageNeeds::details, makeWidget<FeatureMap>, exportFeatures},
        {QStringLiteral("images"), say(QT_TRANSLATE_NOOP("Pages", "Images")),
         say(QT_TRANSLATE_NOOP("Pages", "&Images of the step")),
         say(QT_TRANSLATE_NOOP("Pages", "Images, right and wrong lanes, probabilities, history")),
         QStringLiteral("Alt+5"), PageNeeds::details, makeWidget<ImageBoard>, exportImages},
        {QStringLiteral("confusion"), say(QT_TRANSLATE_NOOP("Pages", "Confusion")),
         say(QT_TRANSLATE_NOOP("Pages", "C&onfusion")),
         say(QT_TRANSLATE_NOOP("Pages", "Which class each lane takes for which")), QStringLiteral("Alt+6"),
         PageNeeds::records, makeWidget<ConfusionView>, exportConfusion},
        {QStringLiteral("loss"), say(QT_TRANSLATE_NOOP("Pages", "Loss")),
         say(QT_TRANSLATE_NOOP("Pages", "&Loss")),
         say(QT_TRANSLATE_NOOP("Pages", "The loss, its parts, and how many images it averages over")),
         QStringLiteral("Alt+7"), PageNeeds::records, makeWidget<LossBoard>, exportLoss},
        {QStringLiteral("step"), say(QT_TRANSLATE_NOOP("Pages", "Slow motion")),
         say(QT_TRANSLATE_NOOP("Pages", "Slow &motion")),
         say(QT_TRANSLATE_NOOP("Pages", "One step, phase by phase")), QStringLiteral("Alt+8"),
         PageNeeds::details_if_any, makeWidget<StepView>, exportStep},
        {QStringLiteral("why"), say(QT_TRANSLATE_NOOP("Pages", "Why?")),
         say(QT_TRANSLATE_NOOP("Pages", "&Why?")),
         say(QT_TRANSLATE_NOOP("Pages", "Why lanes collapsed or held, in the recording's own numbers")),
         QStringLiteral("Alt+9"), PageNeeds::records, makeWidget<WhyView>, nullptr},
        {QStringLiteral("toy"), say(QT_TRANSLATE_NOOP("Pages", "Toy")),
         say(QT_TRANSLATE_NOOP("Pages", "&Toy world: why it collapses")),
         say(QT_TRANSLATE_NOOP("Pages", "A toy world of two features that shows why; it needs no run")),
         QStringLiteral("Alt+0"), PageNeeds::records, makeWidget<ToyPage>, nullptr},
    };
}

} // namespace lab
