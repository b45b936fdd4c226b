#pragma once

#include "core/record/recording.h"
#include "ui/export/figure_chart.h"

#include <QSize>
#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace lab {

/// A page to hand out: it is drawn by a function, in pixels, on light paper whatever the window's theme.
struct FigurePage {
    QSize size;
    QString title; ///< for the file's own title
    std::function<void(QPainter&)> draw;
};

/// One chart with title, sentence, legend, marks and conditions.
FigurePage chartPage(const Recording& recording, const FigureMeasure& measure);
/// The four charts of the board under one legend.
/// @param last_step records behind it are left out: a frame of a film
FigurePage boardPage(const Recording& recording, int last_step);
/// The board, and below it a table with what is left of every lane.
FigurePage comparisonPage(const Recording& recording);
/// Loss, objective, alignment and the share of the images that count.
FigurePage lossPage(const Recording& recording, int last_step);
/// A widget of the window as it is now, with title, legend and conditions around it.
FigurePage viewPage(const Recording& recording, const QString& title, QWidget* view);

/// Writes the page as the file's ending says: .png (at twice its size), .svg or .pdf, completely or not at
/// all. Throws std::runtime_error naming the file; std::invalid_argument for another ending.
void writeFigure(const QString& file, const FigurePage& page);
/// The page as PNG, at twice its size.
QByteArray figurePng(const FigurePage& page);

} // namespace lab
