#pragma once

#include "core/record/recording.h"
#include "ui/export/figure_page.h"
#include "ui/style/lane_style.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <functional>
#include <limits>
#include <vector>

class QPainter;
class QRectF;

namespace lab {

/// What stands around the picture of a page: title, sentence and legend above it, words below.
struct PageFrame {
    int width = 760;
    QString title;
    QString sentence; ///< what to look for; may be empty
    QString foot;     ///< conditions, in lines
    std::vector<LaneStyle> legend;
};

constexpr int all_steps = std::numeric_limits<int>::max();
constexpr double page_margin = 20;

/// A page around a picture of this height; `draw` is given the picture's place.
FigurePage framedPage(const PageFrame& frame, double height,
                      const std::function<void(QPainter&, const QRectF&)>& draw);
/// Width that a page of this width leaves to its picture.
double innerWidth(int page_width);

QFont pageFont(double pixels, bool bold = false);
/// Words in a column; returns the height used.
double writeWords(QPainter& painter, const QPointF& corner, double width, const QString& text, double pixels,
                  const QColor& ink, bool bold = false);
/// The foot of a page: conditions of the recording under lines of its own.
QString footOf(const Recording& recording, const QStringList& above);

} // namespace lab
