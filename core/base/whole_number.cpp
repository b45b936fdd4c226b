#include "core/base/whole_number.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>

namespace lab {

namespace {

template <typename T>
T parsed(std::string_view text, const std::string& field, T least, T most) {
    T value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || value < least || value > most)
        throw std::invalid_argument(field + ": expected a whole number from " + std::to_string(least) +
                                    " to " + std::to_string(most) + ", found \"" + shown(text) + "\"");
    return value;
}

} // namespace

std::int64_t whole_number_from(std::string_view text, const std::string& field, std::int64_t least,
                               std::int64_t most) {
    return parsed(text, field, least, most);
}

std::uint64_t seed_from(std::string_view text, const std::string& field) {
    return parsed<std::uint64_t>(text, field, 0, std::numeric_limits<std::uint64_t>::max());
}

std::vector<std::uint64_t> seeds_from(std::string_view text, const std::string& field) {
    std::vector<std::uint64_t> seeds;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::uint64_t seed = seed_from(text.substr(0, comma), field);
        if (std::find(seeds.begin(), seeds.end(), seed) != seeds.end())
            throw std::invalid_argument(field + ": expected each seed once, found " + std::to_string(seed) +
                                        " again");
        seeds.push_back(seed);
        if (comma == std::string_view::npos)
            return seeds;
        text.remove_prefix(comma + 1);
    }
}

} // namespace lab
