#include "ui/plot/nice_axis.h"

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

/// The round number of 1, 2, 5, 10 … times a power of ten that is not below the value.
double roundUp(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

} // namespace

NiceAxis niceAxis(double low, double high, int ticks) {
    low = std::isfinite(low) ? low : 0;
    high = std::isfinite(high) ? high : 0;
    if (low > high)
        std::swap(low, high);
    // Differences below what a double resolves at this height count as none.
    if (high - low <= 1e-9 * std::max(std::abs(low), std::abs(high)))
        high = low + std::max(1.0, std::abs(low) * 0.1);
    NiceAxis axis;
    axis.interval = roundUp((high - low) / std::max(ticks, 1));
    axis.min = std::floor(low / axis.interval + 1e-9) * axis.interval;
    axis.max = std::ceil(high / axis.interval - 1e-9) * axis.interval;
    axis.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(axis.interval) + 1e-9)));
    return axis;
}

int niceStepInterval(int last, int ticks) {
    return std::max(1, static_cast<int>(std::llround(niceAxis(0, std::max(last, 1), ticks).interval)));
}

} // namespace lab
