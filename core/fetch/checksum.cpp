#include "core/fetch/checksum.h"

#include "core/fetch/fetch_cancelled.h"

#include <array>
#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>
#include <vector>

namespace lab {

namespace {

std::string in_digits(const std::array<unsigned char, EVP_MAX_MD_SIZE>& sum, unsigned length) {
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        constexpr const char* digits = "0123456789abcdef";
        text += digits[sum[i] >> 4];
        text += digits[sum[i] & 15];
    }
    return text;
}

} // namespace

std::string text_checksum(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned length = 0;
    if (EVP_Digest(text.data(), text.size(), sum.data(), &length, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("no checksum can be made: OpenSSL refuses the method");
    return in_digits(sum, length);
}

std::string checksum(const std::filesystem::path& file, ChecksumKind kind,
                     const std::function<bool(std::int64_t)>& progress) {
    std::ifstream stream(file, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const EVP_MD* const method = kind == ChecksumKind::sha256 ? EVP_sha256() : EVP_md5();
    if (!context || EVP_DigestInit_ex(context.get(), method, nullptr) != 1)
        throw std::runtime_error(file.string() + ": no checksum can be made: OpenSSL refuses the method");
    std::vector<char> buffer(std::size_t{1} << 20);
    std::int64_t done = 0;
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(stream.gcount()));
        done += stream.gcount();
        if (progress && !progress(done))
            throw FetchCancelled();
    }
    if (!stream.eof())
        throw std::runtime_error(file.string() + ": cannot be read");
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned length = 0;
    EVP_DigestFinal_ex(context.get(), sum.data(), &length);
    return in_digits(sum, length);
}

} // namespace lab
