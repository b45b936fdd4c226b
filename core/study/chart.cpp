#include "core/study/chart.h"

#include "core/base/axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace lab {

namespace {

constexpr Colour ink{51, 51, 51}, pale{225, 225, 225}, quiet{118, 118, 118};
constexpr std::array<double, 3> dashes = {0, 7, 3};

struct Frame {
    double left, top, right, bottom;
};

/// One colour per method everywhere, whatever its place in the chart.
Colour colour_of(const std::string& name, std::size_t index) {
    if (name == "Tent")
        return palette::vermilion;
    if (name == "ZeroSiam")
        return palette::blue;
    if (name == "No adaptation")
        return palette::grey;
    constexpr std::array others = {palette::green, palette::purple, palette::orange, palette::sky};
    return others[index % others.size()];
}

void draw_caption(Surface& surface, const std::string& title, const std::string& caption) {
    surface.text(20, 28, title, 15, ink, Anchor::start, true);
    constexpr std::size_t longest = 110;
    double y = 46;
    for (std::size_t begin = 0; begin < caption.size();) {
        std::size_t length = std::min(longest, caption.size() - begin);
        if (begin + length < caption.size())
            if (const auto space = caption.rfind(' ', begin + length);
                space != std::string::npos && space > begin)
                length = space - begin;
        surface.text(20, y, caption.substr(begin, length), 10.5, quiet, Anchor::start, false);
        begin += length + 1;
        y += 15;
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
};

void draw_axes(Surface& surface, const Frame& f, const Axis& x, const Axis& y, const LineChart& chart) {
    for (const double tick : y.ticks) {
        const double at = f.bottom - y.position(tick) * (f.bottom - f.top);
        surface.polyline({{f.left, at}, {f.right, at}}, pale, 1, 0);
        surface.text(f.left - 8, at + 4, tick_text(tick), 10.5, ink, Anchor::end, false);
    }
    for (const double tick : x.ticks) {
        const double at = f.left + x.position(tick) * (f.right - f.left);
        surface.polyline({{at, f.bottom}, {at, f.bottom + 4}}, ink, 1, 0);
        surface.text(at, f.bottom + 18, tick_text(tick), 10.5, ink, Anchor::middle, false);
    }
    surface.polyline({{f.left, f.bottom}, {f.right, f.bottom}}, ink, 1, 0);
    surface.text((f.left + f.right) / 2, f.bottom + 38, chart.x_title, 11.5, ink, Anchor::middle, false);
    surface.text(f.left, f.top - 10, chart.y_title, 11.5, ink, Anchor::start, false);
}

} // namespace

void draw(Surface& surface, const LineChart& chart) {
    const Frame f{70, 108, 575, 400};
    Extent ex, ey;
    for (const ChartLine& line : chart.lines)
        for (std::size_t i = 0; i < line.x.size(); ++i) {
            const double spread = i < line.spread.size() ? line.spread[i] : 0;
            ex.add(line.x[i]);
            ey.add(line.y[i] - spread);
            ey.add(line.y[i] + spread);
        }
    draw_caption(surface, chart.title, chart.caption);
    if (!(ex.low <= ex.high) || !(ey.low <= ey.high))
        return surface.text(f.left, f.top + 40, "no finished runs yet", 12, quiet, Anchor::start, false);
    const Axis x = axis_for(ex.low, ex.high, chart.x_logarithmic, 6), y = axis_for(ey.low, ey.high, false, 6);
    draw_axes(surface, f, x, y, chart);
    const auto place = [&](double vx, double vy) {
        return std::pair(f.left + x.position(vx) * (f.right - f.left),
                         f.bottom - y.position(vy) * (f.bottom - f.top));
    };
    for (std::size_t k = 0; k < chart.lines.size(); ++k) {
        const ChartLine& line = chart.lines[k];
        const Colour colour = colour_of(line.name, k);
        std::vector<std::pair<double, double>> points, band;
        for (std::size_t i = 0; i < line.x.size(); ++i)
            if (std::isfinite(line.y[i]))
                points.push_back(place(line.x[i], line.y[i]));
        if (!line.spread.empty()) {
            for (std::size_t i = 0; i < line.x.size(); ++i)
                band.push_back(place(line.x[i], line.y[i] + line.spread[i]));
            for (std::size_t i = line.x.size(); i-- > 0;)
                band.push_back(place(line.x[i], line.y[i] - line.spread[i]));
            surface.polygon(band, colour, 0.12);
        }
        const double dash = dashes[k / 4 % dashes.size()];
        surface.polyline(points, colour, 1.8, dash);
        const double row = f.top + 10 + 18.0 * static_cast<double>(k);
        surface.polyline({{f.right + 14, row - 4}, {f.right + 38, row - 4}}, colour, 2, dash);
        surface.text(f.right + 44, row, line.name, 10.5, ink, Anchor::start, false);
    }
}

void draw(Surface& surface, const BarChart& chart) {
    const Frame f{190, 100, 690, 410};
    draw_caption(surface, chart.title, chart.caption);
    Extent extent;
    extent.add(0);
    for (std::size_t i = 0; i < chart.values.size(); ++i)
        extent.add(chart.values[i] + chart.spread[i]);
    const Axis axis = axis_for(extent.low, extent.high, false, 5);
    const auto at = [&](double value) { return f.left + axis.position(value) * (f.right - f.left); };
    for (const double tick : axis.ticks) {
        surface.polyline({{at(tick), f.top}, {at(tick), f.bottom}}, pale, 1, 0);
        surface.text(at(tick), f.bottom + 18, tick_text(tick), 10.5, ink, Anchor::middle, false);
    }
    surface.text((f.left + f.right) / 2, f.bottom + 38, chart.x_title, 11.5, ink, Anchor::middle, false);
    const double pitch =
        (f.bottom - f.top) / static_cast<double>(std::max<std::size_t>(1, chart.names.size()));
    for (std::size_t i = 0; i < chart.names.size(); ++i) {
        const double middle = f.top + (static_cast<double>(i) + 0.5) * pitch,
                     half = std::min(12.0, 0.35 * pitch);
        const double value = std::isfinite(chart.values[i]) ? chart.values[i] : 0;
        surface.polygon({{at(0), middle - half},
                         {at(value), middle - half},
                         {at(value), middle + half},
                         {at(0), middle + half}},
                        colour_of(chart.names[i], i), 0.9);
        const double spread = chart.spread[i];
        if (spread > 0)
            surface.polyline({{at(std::max(0.0, value - spread)), middle}, {at(value + spread), middle}}, ink,
                             1.2, 0);
        surface.text(f.left - 8, middle + 4, chart.names[i], 10.5, ink, Anchor::end, false);
        char text[32];
        std::snprintf(text, sizeof text, "%.1f", value);
        surface.text(at(value + spread) + 6, middle + 4, text, 10.5, ink, Anchor::start, false);
    }
}

} // namespace lab
