#include "core/study/chart.h"

#include "core/base/axis.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>

namespace lab {

namespace {

constexpr Colour ink{51, 51, 51}, pale{225, 225, 225}, quiet{118, 118, 118};
const TextStyle title_style{15, ink, true}, caption_style{10.5, quiet}, label_style{10.5, ink},
    axis_style{11.5, ink};
constexpr double margin = 20, caption_row = 15, legend_row = 18, least_plot = 250, below_plot = 60;

struct Frame {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// Title and conditions, broken into lines as wide as the page.
struct Heading {
    std::vector<std::string> title, caption;
    double bottom = 0; ///< of the last line
};

Heading heading_of(const std::string& title, const std::string& caption) {
    constexpr double width = chart_width - 2 * margin;
    Heading heading{wrapped_text(title, title_style, width), wrapped_text(caption, caption_style, width)};
    heading.bottom = 8 + 20 * static_cast<double>(heading.title.size()) +
                     caption_row * static_cast<double>(heading.caption.size());
    return heading;
}

void draw_heading(Drawing& drawing, const Heading& heading) {
    double y = 28;
    for (const std::string& line : heading.title) {
        drawing.text(margin, y, line, title_style);
        y += 20;
    }
    y -= 2;
    for (const std::string& line : heading.caption) {
        drawing.text(margin, y, line, caption_style);
        y += caption_row;
    }
}

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    bool empty() const { return !(low <= high); }
};

double widest_of(const std::vector<std::string>& texts) {
    double width = 0;
    for (const std::string& text : texts)
        width = std::max(width, text_width(text, label_style));
    return width;
}

std::vector<std::string> labels_of(const Axis& axis) {
    std::vector<std::string> labels;
    for (const double tick : axis.ticks)
        labels.push_back(tick_text(tick));
    return labels;
}

std::vector<double> pattern_of(LineDash dash) {
    switch (dash) {
    case LineDash::solid:
        break;
    case LineDash::dashes:
        return {7, 4};
    case LineDash::dots:
        return {2, 3};
    case LineDash::dash_dot:
        return {8, 3, 2, 3};
    case LineDash::dash_dot_dot:
        return {8, 3, 2, 3, 2, 3};
    }
    return {};
}

ChartPage page_with(const Heading& heading, double plot, const std::string& title,
                    const std::string& caption) {
    const double height = std::max<double>(chart_height, heading.bottom + 28 + plot + below_plot);
    return {chart_width, static_cast<int>(std::ceil(height)), title, caption, {}};
}

/// A chart of lines, laid out.
struct LinePlot {
    const LineChart& chart;
    Frame frame;
    Axis x, y;

    std::pair<double, double> place(double vx, double vy) const {
        return {frame.left + x.position(vx) * (frame.right - frame.left),
                frame.bottom - y.position(vy) * (frame.bottom - frame.top)};
    }

    void draw_axes(Drawing& drawing) const {
        for (const double tick : y.ticks) {
            const double at = place(x.low, tick).second;
            drawing.polyline({{frame.left, at}, {frame.right, at}}, pale, 1);
            drawing.text(frame.left - 8, at + 4, tick_text(tick), label_style, Anchor::end);
        }
        for (const double tick : x.ticks) {
            const double at = place(tick, y.low).first;
            drawing.polyline({{at, frame.bottom}, {at, frame.bottom + 4}}, ink, 1);
            drawing.text(at, frame.bottom + 18, tick_text(tick), label_style, Anchor::middle);
        }
        drawing.polyline({{frame.left, frame.bottom}, {frame.right, frame.bottom}}, ink, 1);
        drawing.text((frame.left + frame.right) / 2, frame.bottom + 38, chart.x_title, axis_style,
                     Anchor::middle);
        drawing.text(frame.left, frame.top - 10, chart.y_title, axis_style);
    }

    /// From `begin` to `end`, all of which are numbers.
    void draw_piece(Drawing& drawing, const ChartLine& line, std::size_t begin, std::size_t end) const {
        Drawing::Points points, above, below;
        for (std::size_t i = begin; i < end; ++i) {
            points.push_back(place(line.x[i], line.y[i]));
            if (i < line.spread.size() && std::isfinite(line.spread[i])) {
                above.push_back(place(line.x[i], line.y[i] + line.spread[i]));
                below.push_back(place(line.x[i], line.y[i] - line.spread[i]));
            }
        }
        above.insert(above.end(), below.rbegin(), below.rend());
        drawing.polygon(above, line.look.colour, 0.12);
        drawing.polyline(points, line.look.colour, 1.8, pattern_of(line.look.dash));
    }

    void draw_line(Drawing& drawing, const ChartLine& line, std::size_t row) const {
        for (std::size_t begin = 0; begin < line.y.size();) {
            std::size_t end = begin;
            while (end < line.y.size() && std::isfinite(line.y[end]))
                ++end;
            if (end > begin)
                draw_piece(drawing, line, begin, end);
            begin = end + 1;
        }
        const double at = frame.top + 10 + legend_row * static_cast<double>(row);
        drawing.polyline({{frame.right + 14, at - 4}, {frame.right + 42, at - 4}}, line.look.colour, 2,
                         pattern_of(line.look.dash));
        drawing.text(frame.right + 48, at, line.name, label_style);
    }
};

} // namespace

ChartPage page_of(const LineChart& chart) {
    Extent ex, ey;
    std::vector<std::string> names;
    for (const ChartLine& line : chart.lines) {
        names.push_back(line.name);
        for (std::size_t i = 0; i < line.x.size(); ++i) {
            const double spread =
                i < line.spread.size() && std::isfinite(line.spread[i]) ? line.spread[i] : 0;
            ex.add(line.x[i]);
            ey.add(line.y[i] - spread);
            ey.add(line.y[i] + spread);
        }
    }
    const Heading heading = heading_of(chart.title, chart.caption);
    ChartPage page = page_with(heading, std::max(least_plot, legend_row * static_cast<double>(names.size())),
                               chart.title, chart.caption);
    const double top = heading.bottom + 40, bottom = page.height - below_plot;
    if (ex.empty() || ey.empty()) {
        page.draw = [heading, top](Drawing& drawing) {
            draw_heading(drawing, heading);
            drawing.text(70, top + 40, "no finished runs yet", {12, quiet});
        };
        return page;
    }
    const Axis x = axis_for(ex.low, ex.high, chart.x_logarithmic, 6), y = axis_for(ey.low, ey.high, false, 6);
    const Frame frame{std::max(60.0, margin + widest_of(labels_of(y)) + 8), top,
                      chart_width - margin - widest_of(names) - 48, bottom};
    page.draw = [chart, heading, frame, x, y](Drawing& drawing) {
        draw_heading(drawing, heading);
        const LinePlot plot{chart, frame, x, y};
        plot.draw_axes(drawing);
        for (std::size_t k = 0; k < chart.lines.size(); ++k)
            plot.draw_line(drawing, chart.lines[k], k);
    };
    return page;
}

namespace {

void draw_bars(Drawing& drawing, const BarChart& chart, const Frame& f, const Axis& axis) {
    const auto at = [&](double value) { return f.left + axis.position(value) * (f.right - f.left); };
    for (const double tick : axis.ticks) {
        drawing.polyline({{at(tick), f.top}, {at(tick), f.bottom}}, pale, 1);
        drawing.text(at(tick), f.bottom + 18, tick_text(tick), label_style, Anchor::middle);
    }
    drawing.text((f.left + f.right) / 2, f.bottom + 38, chart.x_title, axis_style, Anchor::middle);
    const double pitch = (f.bottom - f.top) / static_cast<double>(chart.bars.size()),
                 half = std::min(12.0, 0.35 * pitch);
    double middle = f.top + pitch / 2;
    for (const ChartBar& bar : chart.bars) {
        drawing.text(f.left - 8, middle + 4, bar.name, label_style, Anchor::end);
        if (std::isfinite(bar.value)) {
            drawing.polygon({{at(0), middle - half},
                             {at(bar.value), middle - half},
                             {at(bar.value), middle + half},
                             {at(0), middle + half}},
                            bar.look.colour, 0.9);
            if (bar.spread > 0)
                drawing.polyline({{at(std::max(0.0, bar.value - bar.spread)), middle},
                                  {at(bar.value + bar.spread), middle}},
                                 ink, 1.2);
        }
        char text[32] = "-";
        if (std::isfinite(bar.value))
            std::snprintf(text, sizeof text, "%.1f", bar.value);
        const double end = std::isfinite(bar.value) ? at(bar.value + std::max(0.0, bar.spread)) : at(0);
        drawing.text(end + 6, middle + 4, text, label_style);
        middle += pitch;
    }
}

} // namespace

ChartPage page_of(const BarChart& chart) {
    Extent extent;
    extent.add(0);
    std::vector<std::string> names;
    for (const ChartBar& bar : chart.bars) {
        extent.add(bar.value + bar.spread);
        names.push_back(bar.name);
    }
    const Heading heading = heading_of(chart.title, chart.caption);
    ChartPage page = page_with(heading, std::max(least_plot, 20 * static_cast<double>(names.size())),
                               chart.title, chart.caption);
    const Axis axis = axis_for(extent.low, extent.high, false, 5);
    const Frame frame{margin + widest_of(names) + 8, heading.bottom + 28, chart_width - margin - 40,
                      page.height - below_plot};
    page.draw = [chart, heading, frame, axis](Drawing& drawing) {
        draw_heading(drawing, heading);
        if (chart.bars.empty())
            drawing.text(70, frame.top + 40, "no finished runs yet", {12, quiet});
        else
            draw_bars(drawing, chart, frame, axis);
    };
    return page;
}

} // namespace lab
