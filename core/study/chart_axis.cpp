#include "core/study/chart_axis.h"

#include <cmath>
#include <cstdio>

namespace lab {

double Axis::position(double value) const {
    if (logarithmic)
        return (std::log10(value) - std::log10(low)) / (std::log10(high) - std::log10(low));
    return (value - low) / (high - low);
}

Axis axis_for(double smallest, double largest, bool logarithmic, int count) {
    Axis axis;
    axis.logarithmic = logarithmic;
    if (logarithmic) {
        const double first = std::floor(std::log10(smallest) + 1e-9),
                     last = std::ceil(std::log10(largest) - 1e-9);
        axis.low = std::pow(10, first);
        axis.high = std::pow(10, last > first ? last : first + 1);
        for (double power = first; power <= std::log10(axis.high) + 1e-9; ++power)
            axis.ticks.push_back(std::pow(10, power));
        return axis;
    }
    if (!(largest > smallest)) {
        largest = smallest + 0.5;
        smallest -= 0.5;
    }
    const double raw = (largest - smallest) / count;
    const double magnitude = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * magnitude;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * magnitude >= raw) {
            step = factor * magnitude;
            break;
        }
    axis.low = std::floor(smallest / step + 1e-9) * step;
    axis.high = std::ceil(largest / step - 1e-9) * step;
    const int ticks = static_cast<int>(std::lround((axis.high - axis.low) / step));
    for (int i = 0; i <= ticks; ++i)
        axis.ticks.push_back(axis.low + i * step);
    return axis;
}

std::string tick_text(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", std::abs(value) < 1e-12 ? 0.0 : value);
    return text;
}

} // namespace lab
