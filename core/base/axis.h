#pragma once

#include <string>
#include <vector>

namespace lab {

/// An axis from data to 0 … 1 that ends on round numbers.
struct Axis {
    double low = 0, high = 1; ///< of the data
    bool logarithmic = false;
    double step = 1;  ///< between two ticks: 1, 2 or 5 times a power of ten; logarithmic: their ratio
    int decimals = 0; ///< that the ticks' labels need
    std::vector<double> ticks; ///< from low to high

    /// Where a value lies: 0 at `low`, 1 at `high`.
    double position(double value) const;
};

/// The smallest round range that holds both values, with about `count` ticks; whole powers of ten where it is
/// logarithmic. Never empty: one value gets room above it. Values that an axis cannot have count as 0, and as
/// 1 where it is logarithmic.
Axis axis_for(double smallest, double largest, bool logarithmic, int count);

/// Distance of whole-numbered ticks on an axis from 0 to `last` with about `count` of them.
int whole_step(int last, int count);

/// The smallest of 1, 2, 5, 10 … times a power of ten that is not below a positive value.
double round_up(double value);

/// "0.25", "1000", "1e-05": at most six digits.
std::string tick_text(double value);

} // namespace lab
