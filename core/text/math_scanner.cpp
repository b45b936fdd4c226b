#include "core/text/math_scanner.h"

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <string>

namespace lab {

MathNumber MathScanner::fail() {
    failed_ = true;
    at_ = text_.size();
    return {};
}

void MathScanner::skip() {
    while (at_ < text_.size() && text_[at_] == ' ')
        ++at_;
}

char MathScanner::next() {
    skip();
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool MathScanner::take(std::string_view word) {
    skip();
    if (!text_.substr(at_).starts_with(word))
        return false;
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    const std::size_t end = at_ + word.size();
    if (word.size() > 1 && word[0] == '\\' && is_letter(word.back()) && end < text_.size() &&
        is_letter(text_[end]))
        return false; // \pi is not the beginning of \pivot
    at_ = end;
    return true;
}

int MathScanner::exponent(bool point) {
    const bool capital = at_ < text_.size() && text_[at_] == 'E';
    if (!capital && (at_ >= text_.size() || text_[at_] != 'e'))
        return 0;
    std::size_t i = at_ + 1;
    const bool negative = i < text_.size() && text_[i] == '-';
    if (i < text_.size() && (text_[i] == '-' || text_[i] == '+'))
        ++i;
    int value = 0;
    const std::size_t first = i;
    for (; is_digit(i) && i < first + 3; ++i)
        value = 10 * value + (text_[i] - '0');
    if (i == first)
        return 0; // e is a number of its own
    if (is_digit(i) || (!capital && !point)) {
        fail();
        return 0;
    }
    at_ = i;
    return negative ? -value : value;
}

MathNumber MathScanner::decimal() {
    std::string digits;
    int scale = 0;
    bool point = false;
    for (; at_ < text_.size(); ++at_) {
        if (is_digit(at_)) {
            digits += text_[at_];
            scale += point ? 1 : 0;
        } else if (text_[at_] == '.' && !point && (is_digit(at_ + 1) || !digits.empty())) {
            point = true;
        } else {
            break;
        }
    }
    if (digits.empty())
        return fail();
    const bool rounded = scale > 0;
    scale -= exponent(point);
    if (failed_)
        return {};
    MathNumber result;
    if (digits.size() <= 18 && std::abs(scale) <= 18)
        result = product_of(whole_number_of(std::stoll(digits)),
                            power_of(whole_number_of(10), whole_number_of(-scale)));
    else
        result = real_number(std::strtod(digits.c_str(), nullptr) * std::pow(10.0, -scale));
    result.rounded = rounded;
    return result;
}

bool MathScanner::two_arguments_of_digits() const {
    std::size_t i = at_;
    for (int argument = 0; argument < 2; ++argument) {
        const bool braces = i < text_.size() && text_[i] == '{';
        i += braces ? 1 : 0;
        if (!is_digit(i))
            return false;
        ++i;
        while (braces && is_digit(i))
            ++i;
        if (braces && (i >= text_.size() || text_[i++] != '}'))
            return false;
    }
    return true;
}

} // namespace lab
