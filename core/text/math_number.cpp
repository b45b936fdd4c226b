#include "core/text/math_number.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace lab {

MathNumber real_number(double value, bool rounded) {
    return {value, false, 0, 1, rounded};
}

namespace {

/// A fraction in lowest terms, or a double where it does not fit.
MathNumber fraction_of(__int128 numerator, __int128 denominator, bool rounded) {
    constexpr __int128 most = std::numeric_limits<std::int64_t>::max();
    const double value = static_cast<double>(numerator) / static_cast<double>(denominator);
    if (denominator == 0)
        return real_number(value, rounded);
    __int128 a = numerator < 0 ? -numerator : numerator, b = denominator < 0 ? -denominator : denominator;
    while (b != 0) {
        const __int128 rest = a % b;
        a = b;
        b = rest;
    }
    numerator /= a;
    denominator /= a;
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    if (numerator > most || numerator < -most || denominator > most)
        return real_number(value, rounded);
    return {value, true, static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator),
            rounded};
}

} // namespace

MathNumber whole_number_of(std::int64_t value) {
    return fraction_of(value, 1, false);
}

MathNumber sum_of(const MathNumber& a, const MathNumber& b) {
    const bool rounded = a.rounded || b.rounded;
    if (!a.exact || !b.exact)
        return real_number(a.value + b.value, rounded);
    // Each product has at most 126 bits, so their sum fits.
    return fraction_of(static_cast<__int128>(a.numerator) * b.denominator +
                           static_cast<__int128>(b.numerator) * a.denominator,
                       static_cast<__int128>(a.denominator) * b.denominator, rounded);
}

MathNumber product_of(const MathNumber& a, const MathNumber& b) {
    const bool rounded = a.rounded || b.rounded;
    if (!a.exact || !b.exact)
        return real_number(a.value * b.value, rounded);
    return fraction_of(static_cast<__int128>(a.numerator) * b.numerator,
                       static_cast<__int128>(a.denominator) * b.denominator, rounded);
}

MathNumber quotient_of(const MathNumber& a, const MathNumber& b) {
    const bool rounded = a.rounded || b.rounded;
    if (!a.exact || !b.exact || b.numerator == 0)
        return real_number(a.value / b.value, rounded);
    return fraction_of(static_cast<__int128>(a.numerator) * b.denominator,
                       static_cast<__int128>(a.denominator) * b.numerator, rounded);
}

MathNumber negative_of(MathNumber a) {
    a.value = -a.value;
    a.numerator = -a.numerator;
    return a;
}

MathNumber power_of(const MathNumber& base, const MathNumber& exponent) {
    const bool rounded = base.rounded || exponent.rounded;
    const bool small = exponent.exact && exponent.denominator == 1 && std::abs(exponent.numerator) <= 64;
    if (!base.exact || !small)
        return real_number(std::pow(base.value, exponent.value), rounded);
    MathNumber result = whole_number_of(1);
    for (std::int64_t i = 0; i < std::abs(exponent.numerator); ++i)
        result = product_of(result, base);
    result = exponent.numerator < 0 ? quotient_of(whole_number_of(1), result) : result;
    result.rounded = rounded;
    return result;
}

MathNumber root_of_degree(const MathNumber& base, const MathNumber& degree) {
    const bool odd = degree.exact && degree.denominator == 1 && degree.numerator % 2 != 0;
    const double value = base.value < 0 && odd ? -std::pow(-base.value, 1 / degree.value)
                                               : std::pow(base.value, 1 / degree.value);
    // Roots of squares and the like are exact.
    if (base.exact && degree.exact && degree.denominator == 1 && degree.numerator > 0 &&
        std::isfinite(value)) {
        const auto root_of = [&](std::int64_t n) {
            return std::llround(std::pow(std::abs(double(n)), 1 / degree.value));
        };
        MathNumber guess = fraction_of(root_of(base.numerator), root_of(base.denominator), base.rounded);
        guess = value < 0 ? negative_of(guess) : guess;
        const MathNumber back = power_of(guess, degree);
        if (back.exact && back.numerator == base.numerator && back.denominator == base.denominator)
            return guess;
    }
    return real_number(value, base.rounded || degree.rounded);
}

bool same_number(const MathNumber& a, const MathNumber& b) {
    if (a.exact && b.exact && a.numerator == b.numerator && a.denominator == b.denominator)
        return true;
    const bool rounded = a.rounded || b.rounded;
    if (a.exact && b.exact && !rounded)
        return false;
    const double least = rounded ? 1e-4 : 1e-9;
    return std::abs(a.value - b.value) <= least * std::max(std::abs(a.value), std::abs(b.value));
}

} // namespace lab
