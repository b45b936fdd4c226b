#include "core/dataset/class_name.h"

#include <charconv>

namespace lab {

std::string plain_class_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
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

} // namespace lab
