#include "ui/style/slider_mapping.h"

#include <algorithm>
#include <cmath>

namespace lab {

namespace {

double roundToDigits(double value, int digits) {
    if (value == 0)
        return 0;
    return QString::number(value, 'g', digits).toDouble();
}

} // namespace

double SliderMapping::valueAt(int position) const {
    if (position <= 0)
        return zero_at_left && logarithmic ? 0 : min;
    if (position >= positions)
        return max;
    const double share = static_cast<double>(position) / positions;
    const double value = logarithmic ? min * std::pow(max / min, share) : min + (max - min) * share;
    return roundToDigits(value, 2);
}

int SliderMapping::positionOf(double value) const {
    if (!(value > min))
        return zero_at_left && logarithmic && value > 0 ? 1 : 0;
    const double share =
        logarithmic ? std::log(value / min) / std::log(max / min) : (value - min) / (max - min);
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * positions));
}

QString shortNumber(double value) {
    if (std::abs(value) >= 1000)
        return QString::number(std::llround(value));
    return QString::number(value, 'g', 3);
}

} // namespace lab
