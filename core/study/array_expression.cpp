#include "core/study/array_expression.h"

#include "core/base/whole_number.h"

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

/// "7", "7-9" or "0-8:4".
void add_range(std::string_view text, const std::string& field, std::int64_t last_of_all,
               std::vector<std::size_t>& numbers) {
    const std::size_t colon = text.find(':');
    const std::string_view ends = text.substr(0, colon);
    const std::size_t dash = ends.find('-');
    const std::int64_t first = whole_number_from(ends.substr(0, dash), field, 0, last_of_all);
    const std::int64_t last = dash == std::string_view::npos
                                  ? first
                                  : whole_number_from(ends.substr(dash + 1), field, first, last_of_all);
    const std::int64_t step =
        colon == std::string_view::npos
            ? 1
            : whole_number_from(text.substr(colon + 1), field + ", behind the colon", 1, last_of_all + 1);
    for (std::int64_t number = first; number <= last; number += step)
        numbers.push_back(static_cast<std::size_t>(number));
}

} // namespace

std::string array_expression(const std::vector<std::size_t>& numbers) {
    std::string text;
    for (std::size_t first = 0; first < numbers.size();) {
        std::size_t last = first;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        text += (text.empty() ? "" : ",") + std::to_string(numbers[first]);
        if (last > first)
            text += "-" + std::to_string(numbers[last]);
        first = last + 1;
    }
    return text;
}

std::vector<std::size_t> numbers_from(std::string_view text, const std::string& field, std::size_t below) {
    std::vector<std::size_t> numbers;
    while (true) {
        const std::size_t comma = text.find(',');
        add_range(text.substr(0, comma), field, static_cast<std::int64_t>(below) - 1, numbers);
        if (numbers.size() > below)
            break; // a number is there twice
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
    }
    std::sort(numbers.begin(), numbers.end());
    if (const auto twice = std::adjacent_find(numbers.begin(), numbers.end()); twice != numbers.end())
        throw std::invalid_argument(field + ": expected each number once, found " + std::to_string(*twice) +
                                    " again");
    return numbers;
}

} // namespace lab
