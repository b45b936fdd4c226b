#pragma once

#include <cstdint>

namespace lab {

/// The value of an expression: exact as a fraction as long as that fits, else a double.
struct MathNumber {
    double value = 0;
    bool exact = false; ///< value is numerator / denominator, in lowest terms, denominator > 0
    std::int64_t numerator = 0, denominator = 1;
    bool rounded = false; ///< a decimal fraction stands in it, which may be rounded
};

MathNumber real_number(double value, bool rounded = false);
MathNumber whole_number_of(std::int64_t value);
MathNumber sum_of(const MathNumber& a, const MathNumber& b);
MathNumber product_of(const MathNumber& a, const MathNumber& b);
MathNumber quotient_of(const MathNumber& a, const MathNumber& b);
MathNumber negative_of(MathNumber a);
MathNumber power_of(const MathNumber& base, const MathNumber& exponent);
/// @param degree 2 for the square root
MathNumber root_of_degree(const MathNumber& base, const MathNumber& degree);

/// Equal fractions; or, where one of them is rounded, equal to a part in ten thousand, else in a thousand
/// million.
bool same_number(const MathNumber& a, const MathNumber& b);

} // namespace lab
