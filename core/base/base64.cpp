#include "core/base/base64.h"

#include "core/base/text.h"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

} // namespace

std::string base64url(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0'); // OpenSSL ends it with a zero
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    text.resize(std::min(text.find('='), text.size()));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

std::string from_base64url(std::string_view text, std::size_t first) {
    if (const std::size_t at = text.find_first_not_of(digits); at != std::string_view::npos)
        throw std::invalid_argument(
            "has a character that does not belong there (number " + std::to_string(at + first) +
            "): expected letters, digits, - and _, found \"" + shown(text.substr(at, 1)) + "\"");
    if (text.size() % 4 == 1)
        throw std::invalid_argument("is cut off: a character is missing");
    const std::size_t padding = (4 - text.size() % 4) % 4;
    std::string padded = std::string(text) + std::string(padding, '=');
    std::replace(padded.begin(), padded.end(), '-', '+');
    std::replace(padded.begin(), padded.end(), '_', '/');
    std::string bytes(padded.size() / 4 * 3, '\0');
    EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                    reinterpret_cast<const unsigned char*>(padded.data()), static_cast<int>(padded.size()));
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace lab
