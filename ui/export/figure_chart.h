#pragma once

#include "core/record/recording.h"
#include "ui/style/lane_style.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

class QPainter;
class QRectF;

namespace lab {

/// A measure that a figure can show over the steps of a run.
struct FigureMeasure {
    QString id;       ///< "accuracy_window": for names of files
    QString title;    ///< with unit: "Accuracy, last 10 batches (%)"
    QString sentence; ///< what to look for
    std::function<double(const StepRecord&)> value;
    double low = 0, high = 0; ///< a range that stays; both 0: as the values need it
};

/// All that stand alone; the first four are the board's.
QList<FigureMeasure> figureMeasures();
/// The loss and its parts, four.
QList<FigureMeasure> lossMeasures();

/// Draws a chart, without title and legend: axes with numbers, a line per lane with its dash and markers, and
/// numbered marks where something happened (the numbers are those of figureMarks()).
/// @param last_step records behind it are left out; the axis is that of the whole run
void drawFigureChart(QPainter& painter, const QRectF& area, const Recording& recording,
                     const FigureMeasure& measure, int last_step);
/// What a number on a chart means: "1: Tent has collapsed (step 21)".
QStringList figureMarks(const Recording& recording, int last_step);
/// Swatches and names of the lanes in rows; returns the height used.
double drawFigureLegend(QPainter& painter, const QRectF& area, const std::vector<LaneStyle>& styles);
/// The height that it will use.
double figureLegendHeight(double width, const std::vector<LaneStyle>& styles);

} // namespace lab
