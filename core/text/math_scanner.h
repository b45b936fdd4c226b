#pragma once

#include "core/text/math_number.h"

#include <cstddef>
#include <string_view>

namespace lab {

/// The text of an expression, from left to right: signs, commands and decimal numbers. After a failure the
/// text is at its end.
class MathScanner {
  public:
    explicit MathScanner(std::string_view text) : text_(text) {}

  protected:
    MathNumber fail();
    void skip();
    /// The next character that is no space; 0 at the end.
    char next();
    /// Whether the word is next, and passes over it. A command ends where its letters end.
    bool take(std::string_view word);
    bool is_digit(std::size_t i) const { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; }

    /// Digits, a decimal fraction, a power of ten (1.6e-7). Fails for 2e-3, which may be 2·e − 3.
    MathNumber decimal();
    /// Whether two arguments of a command follow that are digits alone: {1}{2}, 12
    bool two_arguments_of_digits() const;

    std::string_view text_;
    std::size_t at_ = 0;
    bool failed_ = false;

  private:
    /// The power of ten behind digits; 0 for none.
    int exponent(bool point);
};

} // namespace lab
