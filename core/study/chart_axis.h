#pragma once

#include <string>
#include <vector>

namespace lab {

/// An axis from data to pixels with round tick values.
struct Axis {
    double low = 0, high = 1; ///< of the data
    bool logarithmic = false;
    std::vector<double> ticks;

    /// 0 … 1 along the axis.
    double position(double value) const;
};

/// Covers the values with round ends and about `count` ticks. Never empty: one value gets room on both sides.
Axis axis_for(double smallest, double largest, bool logarithmic, int count);
/// "0.25", "1e-03": at most three digits.
std::string tick_text(double value);

} // namespace lab
