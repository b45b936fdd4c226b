#include "ui/export/exported_view.h"

#include "ui/export/conditions.h"
#include "ui/export/page_frame.h"
#include "ui/session/step_facts.h"
#include "ui/style/theme.h"
#include "ui/view/class_river.h"
#include "ui/view/confusion_view.h"
#include "ui/view/feature_map.h"
#include "ui/view/heat_canvas.h"
#include "ui/view/image_board.h"
#include "ui/view/predictor_map.h"
#include "ui/view/sample_card.h"
#include "ui/view/step_diagram.h"
#include "ui/view/step_view.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPainter>
#include <QPalette>
#include <QTextDocument>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Figure", text);
}

/// Rows of panels, one per lane, as the views place them.
int panelRows(int lanes) {
    const int columns = lanes <= 1 ? 1 : lanes <= 4 ? 2 : 3;
    return (std::max(lanes, 1) + columns - 1) / columns;
}

PageFrame frameOf(const ExportScene& source, int width, const QString& title, const QString& sentence,
                  int lane = -1) {
    PageFrame frame;
    frame.width = width;
    frame.title = title;
    frame.sentence = say(QT_TRANSLATE_NOOP("Figure", "Step %1 of %2. %3"))
                         .arg(source.scene.step)
                         .arg(source.scene.total_steps)
                         .arg(sentence);
    QStringList above;
    if (const QStringList happened = happeningsOf(source.recording); !happened.isEmpty())
        above.append(say(QT_TRANSLATE_NOOP("Figure", "In this run: %1."))
                         .arg(happened.mid(0, 12).join(QStringLiteral("; "))));
    frame.foot = footOf(source.recording, above);
    if (lane < 0)
        frame.legend = source.scene.styles;
    else if (lane < source.scene.lanes())
        frame.legend = {source.scene.styles[static_cast<std::size_t>(lane)]};
    return frame;
}

/// A page that is one canvas.
FigurePage canvasPage(const ExportScene& source, const PageFrame& frame,
                      const std::shared_ptr<Canvas>& canvas) {
    return framedPage(frame, canvas->height(),
                      [canvas, owner = source.owner](QPainter& painter, const QRectF& area) {
                          canvas->drawOn(painter, area.topLeft());
                      });
}

template <typename View>
std::shared_ptr<View> printed(int page_width, double height) {
    auto canvas = std::make_shared<View>();
    canvas->setPrintSize(static_cast<int>(innerWidth(page_width)), static_cast<int>(height));
    return canvas;
}

/// Rich text of the window on light source.
double writeRich(QPainter* painter, const QPointF& corner, double width, const QString& html) {
    QTextDocument text;
    text.setDefaultFont(pageFont(11.5));
    text.setDocumentMargin(0);
    text.setHtml(html);
    text.setTextWidth(width);
    if (painter) {
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, theme::text());
        painter->save();
        painter->translate(corner);
        text.documentLayout()->draw(painter, context);
        painter->restore();
    }
    return text.size().height();
}

int laneWithMatrix(const ExportScene& source, int wished) {
    const BatchDetailPtr batch = source.scene.detail();
    const auto has = [&](int lane) {
        const StepDetail* detail = batch ? batch->of_lane(lane) : nullptr;
        return detail && detail->matrix_side > 0;
    };
    if (wished >= 0 && has(wished))
        return wished;
    for (int lane = 0; lane < source.scene.lanes(); ++lane)
        if (has(lane))
            return lane;
    return -1;
}

} // namespace

FixedScales fixedScales(const DetailStore& details) {
    FixedScales scales;
    double left = 1e30, right = -1e30, low = 1e30, high = -1e30;
    for (const int step : details.steps())
        for (const StepDetail& lane : details.at(step)->lanes) {
            for (std::size_t i = 0; i + 1 < lane.projection.size(); i += 2) {
                const double x = lane.projection[i], y = lane.projection[i + 1];
                if (!std::isfinite(x) || !std::isfinite(y))
                    continue;
                left = std::min(left, x);
                right = std::max(right, x);
                low = std::min(low, y);
                high = std::max(high, y);
            }
            double& largest = scales.entries[lane.lane];
            for (const float entry : lane.matrix)
                if (std::isfinite(entry))
                    largest = std::max(largest, std::abs(static_cast<double>(entry)));
        }
    if (left <= right) {
        const double pad_x = std::max((right - left) * 0.04, 1e-6),
                     pad_y = std::max((high - low) * 0.04, 1e-6);
        scales.features = QRectF(QPointF(left - pad_x, low - pad_y), QPointF(right + pad_x, high + pad_y));
    }
    return scales;
}

FigurePage exportBoard(const ExportScene& source) {
    return boardPage(source.recording, source.end > 0 ? source.end : std::numeric_limits<int>::max());
}

FigurePage exportLoss(const ExportScene& source) {
    return lossPage(source.recording, source.end > 0 ? source.end : std::numeric_limits<int>::max());
}

FigurePage exportClasses(const ExportScene& source) {
    constexpr int width = 1120;
    const ClassRiver words;
    auto canvas = printed<RiverCanvas>(width, 56 + 92 * (source.scene.lanes() + 1));
    canvas->setEnd(source.end);
    canvas->setScene(source.scene);
    return canvasPage(source, frameOf(source, width, words.title(), words.sentence()), canvas);
}

FigurePage exportPredictor(const ExportScene& source) {
    constexpr int width = 820;
    constexpr double side = 190, gap = 16;
    const int lane = laneWithMatrix(source, source.choice.predictor_lane);
    const BatchDetailPtr batch = source.scene.detail();
    const StepDetail* detail = batch ? batch->of_lane(lane) : nullptr;
    auto canvas = std::make_shared<HeatCanvas>();
    canvas->setPrintSize(static_cast<int>(innerWidth(width) - side - gap), 500);
    if (!detail)
        return canvasPage(source, frameOf(source, width, {}, {}), canvas);
    const auto largest = source.scales.entries.find(lane);
    canvas->setMatrix(detail->matrix, detail->matrix_side, PredictorMap::blockOf(*detail),
                      source.end > 0 && largest != source.scales.entries.end() ? largest->second : 0);
    const PredictorMap words;
    const QString norm = PredictorMap::normWords(*detail), entries = PredictorMap::entryWords(*detail);
    return framedPage(frameOf(source, width, words.title(), words.sentence(), lane), canvas->height(),
                      [=, owner = source.owner](QPainter& painter, const QRectF& area) {
                          canvas->drawOn(painter, area.topLeft());
                          const QPointF corner(area.right() - side, area.top() + 22);
                          const double used = writeRich(&painter, corner, side, norm);
                          writeRich(&painter, corner + QPointF(0, used + 14), side, entries);
                      });
}

FigurePage exportFeatures(const ExportScene& source) {
    constexpr int width = 1000;
    const FeatureMap words;
    auto canvas = printed<FeatureCanvas>(width, 40 + 330 * panelRows(source.scene.lanes()));
    canvas->setRange(source.scales.features);
    canvas->setScene(source.scene, source.choice.feature_batches, source.choice.by_prediction);
    const QString batches =
        source.choice.feature_batches == 1
            ? say(QT_TRANSLATE_NOOP("Figure", "The images of this batch."))
            : say(QT_TRANSLATE_NOOP("Figure",
                                    "The images of the last %1 recorded batches, those of this step "
                                    "strong."))
                  .arg(source.choice.feature_batches);
    const QString colours = source.choice.by_prediction
                                ? say(QT_TRANSLATE_NOOP("Figure", "Colour and shape: predicted class."))
                                : say(QT_TRANSLATE_NOOP("Figure", "Colour and shape: true class."));
    return canvasPage(source,
                      frameOf(source, width, words.title(),
                              QStringList{words.sentence(), batches, colours}.join(QLatin1Char(' '))),
                      canvas);
}

FigurePage exportImages(const ExportScene& source) {
    constexpr int width = 1120;
    constexpr int gap = 16;
    auto card = std::make_shared<SampleCard>();
    auto grid = std::make_shared<ImageGrid>();
    const int grid_width = static_cast<int>(innerWidth(width)) - card->width() - gap;
    grid->setPrintSize(grid_width, 100);
    grid->setScene(source.scene, source.choice.filter);
    if (source.choice.image >= 0 &&
        std::find(grid->shown().begin(), grid->shown().end(), source.choice.image) != grid->shown().end())
        grid->select(source.choice.image);
    card->setPrintSize(card->width(), 100);
    card->setSample(source.scene, grid->selected());
    const int height = std::max(grid->sizeHint().height(), card->sizeHint().height());
    grid->setPrintSize(grid_width, height);
    card->setPrintSize(card->width(), height);
    const ImageBoard words;
    QString sentence = words.sentence();
    const ImageFilter& filter = source.choice.filter;
    if (filter.on && std::max(filter.right_lane, filter.wrong_lane) < source.scene.lanes())
        sentence += QLatin1Char(' ') +
                    say(QT_TRANSLATE_NOOP("Figure", "Only those that %1 gets right and %2 wrong."))
                        .arg(source.scene.styles[static_cast<std::size_t>(filter.right_lane)].name,
                             source.scene.styles[static_cast<std::size_t>(filter.wrong_lane)].name);
    return framedPage(frameOf(source, width, words.title(), sentence), height,
                      [=, owner = source.owner](QPainter& painter, const QRectF& area) {
                          grid->drawOn(painter, area.topLeft());
                          card->drawOn(painter, {area.right() - card->width(), area.top()});
                      });
}

FigurePage exportConfusion(const ExportScene& source) {
    constexpr int width = 1000;
    const ConfusionView words;
    auto canvas = printed<ConfusionCanvas>(width, 380 * panelRows(source.scene.lanes()));
    canvas->setScene(source.scene, source.choice.confusion_batches);
    const QString counted = source.choice.confusion_batches > 0
                                ? say(QT_TRANSLATE_NOOP("Figure", "Counted: the last %1 batches."))
                                      .arg(source.choice.confusion_batches)
                                : say(QT_TRANSLATE_NOOP("Figure", "Counted: all batches so far."));
    return canvasPage(
        source, frameOf(source, width, words.title(), words.sentence() + QLatin1Char(' ') + counted), canvas);
}

FigurePage exportStep(const ExportScene& source) {
    constexpr int width = 940;
    constexpr double diagram = 430, text_size = 12;
    const auto& lanes = source.recording.spec.lanes;
    int lane = source.choice.step_lane;
    if (lane < 0) {
        const auto first = std::find_if(lanes.begin(), lanes.end(),
                                        [](const LaneSpec& spec) { return has_pair(spec.recipe); });
        lane = first == lanes.end() ? 0 : static_cast<int>(first - lanes.begin());
    }
    const auto at = static_cast<std::size_t>(lane);
    const StepFacts facts = factsOf(source.scene, lane, at < lanes.size() ? lanes[at].recipe : Recipe{});
    auto canvas = printed<StepDiagram>(width, diagram);
    const StepPhase phase = source.choice.phase;
    if (at < lanes.size())
        canvas->setFacts(facts, phase, source.scene.styles[at].color);
    if (!facts.known)
        canvas->setEmptyText(
            say(QT_TRANSLATE_NOOP("Figure", "This lane took no step %1.")).arg(source.scene.step));
    const QString sentence = facts.known ? phaseSentence(phase, facts) : QString();
    const QString words =
        facts.known ? QStringLiteral("%1. %2").arg(phaseTitle(phase).simplified(), sentence) : QString();
    const QFontMetricsF metrics(pageFont(text_size));
    const double below =
        metrics.boundingRect(QRectF(0, 0, innerWidth(width), 10000), Qt::TextWordWrap, words).height() + 12;
    const StepView page;
    return framedPage(frameOf(source, width, page.title(), page.sentence(), lane), diagram + below,
                      [=, owner = source.owner](QPainter& painter, const QRectF& area) {
                          canvas->drawOn(painter, area.topLeft());
                          writeWords(painter, {area.left(), area.top() + diagram + 6}, area.width(), words,
                                     text_size, theme::text());
                      });
}

} // namespace lab
