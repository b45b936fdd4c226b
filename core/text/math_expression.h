#pragma once

#include "core/text/math_number.h"

#include <optional>
#include <string_view>

namespace lab {

/// Evaluates the LaTeX and the plain writing of school mathematics: numbers, + − · / ^ !, brackets, \frac
/// (its short forms and mixed numbers too), \sqrt, \pi, e, absolute values, sin … arctan, exp, ln, log with a
/// base. Other letters are variables, which take values that `sample` chooses: two expressions that agree for
/// several samples are the same function. Nothing where it is not understood, or has no finite value.
/// @param text without white space commands, dollar signs and units
std::optional<MathNumber> evaluate_expression(std::string_view text, int sample = 0);

/// Whether a variable stands in an expression that evaluates.
bool has_variable(std::string_view text);

} // namespace lab
