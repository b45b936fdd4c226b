#pragma once

#include "core/catalogue/lane_look.h"
#include "core/study/drawing.h"

#include <string>
#include <vector>

namespace lab {

/// One line of a chart; `spread` is drawn as a band of ± around it where it is not empty. A value that is no
/// number is a gap.
struct ChartLine {
    std::string name;
    LaneLook look;
    std::vector<double> x, y, spread;
};

struct LineChart {
    std::string title, caption; ///< the caption holds the conditions
    std::string x_title, y_title;
    bool x_logarithmic = false;
    std::vector<ChartLine> lines;
};

struct ChartBar {
    std::string name;
    LaneLook look;
    double value = 0, spread = 0;
};

struct BarChart {
    std::string title, caption, x_title;
    std::vector<ChartBar> bars;
};

/// Size of a chart in pixels; long captions and legends make it higher.
inline constexpr int chart_width = 760, chart_height = 460;

ChartPage page_of(const LineChart& chart);
/// Horizontal bars with their values; long names stay readable.
ChartPage page_of(const BarChart& chart);

} // namespace lab
