#include "core/base/axis.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lab {

namespace {

constexpr double rounding = 1e-9; ///< what arithmetic may lose of a whole number

Axis axis_of_powers(double smallest, double largest) {
    const auto power_of = [](double value) {
        return std::isfinite(value) && value > 0 ? std::log10(value) : 0.0;
    };
    const auto [low, high] = std::minmax({power_of(smallest), power_of(largest)});
    const int first = static_cast<int>(std::floor(low + rounding)),
              last = std::max(first + 1, static_cast<int>(std::ceil(high - rounding)));
    Axis axis;
    axis.logarithmic = true;
    axis.step = 10;
    axis.decimals = std::max(0, -first);
    for (int power = first; power <= last; ++power)
        axis.ticks.push_back(std::pow(10.0, power));
    axis.low = axis.ticks.front();
    axis.high = axis.ticks.back();
    return axis;
}

} // namespace

double Axis::position(double value) const {
    if (logarithmic)
        return (std::log10(value) - std::log10(low)) / (std::log10(high) - std::log10(low));
    return (value - low) / (high - low);
}

Axis axis_for(double smallest, double largest, bool logarithmic, int count) {
    if (logarithmic)
        return axis_of_powers(smallest, largest);
    double low = std::isfinite(smallest) ? smallest : 0, high = std::isfinite(largest) ? largest : 0;
    if (low > high)
        std::swap(low, high);
    // Differences below what a double resolves at this height count as none.
    if (high - low <= rounding * std::max(std::abs(low), std::abs(high)))
        high = low + std::max(1.0, std::abs(low) * 0.1);
    Axis axis;
    axis.step = round_up((high - low) / std::max(count, 1));
    axis.low = std::floor(low / axis.step + rounding) * axis.step;
    axis.high = std::ceil(high / axis.step - rounding) * axis.step;
    axis.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(axis.step) + rounding)));
    const int last = static_cast<int>(std::lround((axis.high - axis.low) / axis.step));
    for (int i = 0; i <= last; ++i)
        axis.ticks.push_back(axis.low + i * axis.step);
    return axis;
}

int whole_step(int last, int count) {
    return std::max(1, static_cast<int>(std::llround(axis_for(0, std::max(last, 1), false, count).step)));
}

double round_up(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - rounding))
            return factor * power;
    return 10 * power;
}

std::string tick_text(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", std::abs(value) < 1e-12 ? 0.0 : value);
    return text;
}

} // namespace lab
