#pragma once

#include <QString>

namespace lab {

/// How a slider's position, 0 … `positions`, stands for a value.
struct SliderMapping {
    static constexpr int positions = 1000;

    double min = 1e-5;
    double max = 1;
    bool logarithmic = true;
    /// Logarithmic only: the leftmost position means 0.
    bool zero_at_left = false;

    /// Rounded to two significant digits, so that equal positions read alike.
    double valueAt(int position) const;
    /// The nearest position; values outside the range go to its ends.
    int positionOf(double value) const;
};

/// At most three significant digits: "0.01", "1e-05", "500000".
QString shortNumber(double value);

} // namespace lab
