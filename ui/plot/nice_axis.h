#pragma once

namespace lab {

/// An axis that ends on round numbers.
struct NiceAxis {
    double min = 0;
    double max = 1;
    double interval = 0.5; ///< between two ticks: 1, 2 or 5 times a power of ten
    int decimals = 1;      ///< that the labels need
};

/// The smallest round range that holds [low, high], with about `ticks` intervals. Never min = max, which a
/// chart could not draw; not-finite bounds count as 0.
NiceAxis niceAxis(double low, double high, int ticks);

/// Distance of whole-numbered ticks on an axis of steps from 0 to `last`.
int niceStepInterval(int last, int ticks);

} // namespace lab
