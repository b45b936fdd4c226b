#include "core/dataset/class_name.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace lab {

namespace {

/// What utf8proc makes of a text; the text itself where it is no UTF-8.
std::string mapped(std::string_view text, int how) {
    utf8proc_uint8_t* made = nullptr;
    const utf8proc_ssize_t length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
        &made, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | how));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
    return length < 0 ? std::string(text)
                      : std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(length));
}

/// "class10": 5, where its number begins; the whole length where it ends in no number.
std::size_t number_begins(const std::string& name) {
    return name.find_last_not_of("0123456789") + 1;
}

} // namespace

std::string composed(std::string_view name) {
    return mapped(name, 0);
}

std::string plain_class_name(std::string_view name) {
    std::string plain;
    for (const char c : mapped(name, UTF8PROC_CASEFOLD)) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool other =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127;
        if (capital || other)
            plain += capital ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

int number_as_name(std::string_view name) {
    int number = -1;
    const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
    return fault == std::errc() && end == name.data() + name.size() && number >= 0 ? number : -1;
}

std::string numbers_out_of_order(const std::vector<std::string>& names) {
    if (!std::is_sorted(names.begin(), names.end()))
        return {}; // an order that somebody has given
    for (std::size_t i = 1; i < names.size(); ++i) {
        const std::string &before = names[i - 1], &after = names[i];
        const std::size_t at = number_begins(before);
        if (at == 0 || number_begins(after) != at || before.compare(0, at, after, 0, at) != 0)
            continue;
        const int a = number_as_name(before.substr(at)), b = number_as_name(after.substr(at));
        if (a >= 0 && b >= 0 && a > b)
            return "\"" + shown(before) + "\" stands before \"" + shown(after) + "\"";
    }
    return {};
}

} // namespace lab
