#include "core/experiment/share_link.h"

#include "core/experiment/compression.h"
#include "core/experiment/spec_json.h"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string_view>

namespace lab {

namespace {

constexpr std::string_view beginning = "collapselab:";
constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// A specification with hundreds of segments has a tenth of it.
constexpr std::size_t longest_specification = 1 << 20;

std::string base64url(const std::string& bytes) {
    std::string text;
    unsigned value = 0;
    int bits = 0;
    for (const char byte : bytes) {
        value = (value << 8 | static_cast<unsigned char>(byte)) & 0xffffff;
        for (bits += 8; bits >= 6; bits -= 6)
            text += digits[value >> (bits - 6) & 63];
    }
    if (bits > 0)
        text += digits[value << (6 - bits) & 63];
    return text;
}

[[noreturn]] void refuse(const std::string& why) {
    throw std::invalid_argument("The link " + why + ".");
}

std::string from_base64url(std::string_view text) {
    std::string bytes;
    unsigned value = 0;
    int bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = digits.find(text[i]);
        if (digit == std::string_view::npos)
            refuse("has a character that does not belong there (number " +
                   std::to_string(i + 1 + beginning.size()) +
                   "): expected letters, digits, - and _, found \"" + std::string(1, text[i]) + "\"");
        value = (value << 6 | static_cast<unsigned>(digit)) & 0xffffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(value >> bits & 255);
        }
    }
    if (text.size() % 4 == 1)
        refuse("is cut off: a character is missing");
    return bytes;
}

} // namespace

std::string share_link(const ExperimentSpec& spec) {
    ExperimentSpec shared = spec;
    shared.data_dir.clear();
    shared.frost_dir.clear();
    const std::string json = nlohmann::ordered_json::parse(to_json(shared)).dump();
    return std::string(beginning) + base64url(compressed(json, Wrapping::zlib));
}

ExperimentSpec spec_from_share_link(const std::string& link) {
    std::string text;
    for (const char c : link)
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            text += c;
    if (!text.starts_with(beginning))
        refuse("is none of Collapse Lab: expected \"" + std::string(beginning) +
               "\" at the beginning, found \"" + text.substr(0, 24) + "\"");
    if (text.size() == beginning.size())
        refuse("is cut off: nothing stands behind \"" + std::string(beginning) + "\"");
    std::string json;
    try {
        json = decompressed(from_base64url(std::string_view(text).substr(beginning.size())), Wrapping::zlib,
                            longest_specification);
    } catch (const std::runtime_error& fault) {
        refuse(fault.what());
    }
    return spec_from_json(json);
}

} // namespace lab
