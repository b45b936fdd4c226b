#include "core/text/unicode.h"

#include "core/text/unicode_ages.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lab {

namespace {

constexpr char32_t code_points = 0x110000;

CharacterClass looked_up(char32_t code) {
    using enum CharacterClass;
    namespace ages = unicode_ages;
    if ((code >= 0x9 && code <= 0xd) || code == 0x85)
        return space;
    if (ages::holds(ages::letters_after_15, code))
        return letter;
    if (ages::holds(ages::numbers_after_15, code))
        return number;
    if (ages::holds(ages::letters_after_16, code) || ages::holds(ages::numbers_after_16, code))
        return other;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return number;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return space;
    default:
        return other;
    }
}

/// Every text asks for every character: a megabyte that is made once.
const std::vector<CharacterClass>& classes() {
    static const std::vector<CharacterClass> all = [] {
        std::vector<CharacterClass> made(code_points);
        for (char32_t code = 0; code < code_points; ++code)
            made[code] = looked_up(code);
        return made;
    }();
    return all;
}

int combining_class(char32_t code) {
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->combining_class;
}

/// Neither sorted nor composed, by the reference's version of Unicode.
bool stands_alone(char32_t code) {
    return unicode_ages::holds(unicode_ages::uncomposed, code);
}

/// Nothing before it can have to do with it.
bool begins_segment(char32_t code) {
    return code < 0x300 || stands_alone(code) ||
           (combining_class(code) == 0 && !unicode_ages::holds(unicode_ages::composing_backwards, code));
}

/// Alone it is its own composed form.
bool is_its_own_form(char32_t code) {
    constexpr std::uint16_t none = 0xffff;
    const bool hangul = code >= 0xac00 && code <= 0xd7a3;
    return code < 0x300 || hangul || stands_alone(code) ||
           utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->decomp_seqindex == none;
}

/// The composed form of one segment. utf8proc's own sorting of marks takes squares of their number.
std::string composed_segment(std::string_view segment) {
    const auto flags = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    std::vector<utf8proc_int32_t> codes;
    for (std::size_t i = 0; i < segment.size();) {
        const CodePoint point = code_point_at(segment, i);
        i += point.bytes;
        std::array<utf8proc_int32_t, 16> parts;
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point.code), parts.data(),
                                                   parts.size(), flags, &boundary);
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size()))
            throw std::runtime_error("a character cannot be decomposed by utf8proc");
        codes.insert(codes.end(), parts.begin(), parts.begin() + count);
    }
    const auto class_of = [](utf8proc_int32_t code) { return combining_class(static_cast<char32_t>(code)); };
    for (auto begin = codes.begin(); begin != codes.end();) {
        const auto end =
            std::find_if(begin, codes.end(), [&](utf8proc_int32_t code) { return class_of(code) == 0; });
        std::stable_sort(begin, end,
                         [&](utf8proc_int32_t a, utf8proc_int32_t b) { return class_of(a) < class_of(b); });
        begin = end == codes.end() ? end : end + 1;
    }
    const auto length =
        utf8proc_normalize_utf32(codes.data(), static_cast<utf8proc_ssize_t>(codes.size()), flags);
    std::string text;
    for (utf8proc_ssize_t i = 0; i < length; ++i) {
        std::array<utf8proc_uint8_t, 4> bytes;
        const auto count = utf8proc_encode_char(codes[static_cast<std::size_t>(i)], bytes.data());
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
    }
    return text;
}

} // namespace

CodePoint code_point_at(std::string_view text, std::size_t begin) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[begin + i]));
    };
    const char32_t first = byte(0);
    if (first < 0x80)
        return {first, 1};
    if (first < 0xe0)
        return {(first & 0x1f) << 6 | (byte(1) & 0x3f), 2};
    if (first < 0xf0)
        return {(first & 0xf) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), 3};
    return {(first & 7) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f), 4};
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
    std::size_t begin = end - 1;
    while ((static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80)
        --begin;
    return code_point_at(text, begin);
}

CharacterClass character_class(char32_t code) {
    return classes()[code];
}

bool is_numeric(char32_t code) {
    return character_class(code) == CharacterClass::number ||
           unicode_ages::holds(unicode_ages::numbers_after_16, code);
}

bool is_word_character(char32_t code) {
    namespace ages = unicode_ages;
    if (character_class(code) == CharacterClass::letter || ages::holds(ages::numbers_after_15, code) ||
        ages::holds(ages::uncomposed, code))
        return true;
    const bool joiner = code == 0x200c || code == 0x200d;
    const bool circled_letter = (code >= 0x24b6 && code <= 0x24e9) || (code >= 0x1f130 && code <= 0x1f149) ||
                                (code >= 0x1f150 && code <= 0x1f169) || (code >= 0x1f170 && code <= 0x1f189);
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return joiner || circled_letter;
    }
}

ComposedText composed(std::string_view text) {
    ComposedText result;
    bool changed = false;
    for (std::size_t begin = 0; begin < text.size();) {
        CodePoint point = code_point_at(text, begin);
        const char32_t first = point.code;
        std::size_t end = begin + point.bytes;
        while (!stands_alone(first) && end < text.size()) {
            point = code_point_at(text, end);
            if (begins_segment(point.code))
                break;
            end += point.bytes;
        }
        const std::string_view segment = text.substr(begin, end - begin);
        const bool alone = code_point_at(text, begin).bytes == segment.size();
        std::string own;
        if (!(alone && is_its_own_form(first)))
            own = composed_segment(segment);
        const bool moves = !own.empty() && own != segment;
        if (moves && !changed) { // until here nothing has moved
            for (std::size_t i = 0; i < begin; ++i) {
                result.sources.push_back(i);
                result.source_ends.push_back(i + 1);
            }
            changed = true;
        }
        result.text += moves ? std::string_view(own) : segment;
        for (std::size_t i = 0; changed && i < (moves ? own.size() : segment.size()); ++i) {
            result.sources.push_back(moves ? begin : begin + i);
            result.source_ends.push_back(moves ? end : begin + i + 1);
        }
        begin = end;
    }
    if (changed)
        result.sources.push_back(text.size());
    return result;
}

} // namespace lab
