#pragma once

#include "core/study/surface.h"

#include <string>
#include <vector>

namespace lab {

/// One line of a chart; `spread` is drawn as a band of ± around it where it is not empty.
struct ChartLine {
    std::string name;
    std::vector<double> x, y, spread;
};

struct LineChart {
    std::string title, caption; ///< the caption holds the conditions
    std::string x_title, y_title;
    bool x_logarithmic = false;
    std::vector<ChartLine> lines;
};

struct BarChart {
    std::string title, caption, x_title;
    std::vector<std::string> names;
    std::vector<double> values, spread;
};

/// Size of every chart in pixels.
inline constexpr int chart_width = 760, chart_height = 460;

void draw(Surface& surface, const LineChart& chart);
/// Horizontal bars with their values; long names stay readable.
void draw(Surface& surface, const BarChart& chart);

} // namespace lab
