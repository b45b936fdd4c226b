#include "tests/support/test_files.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <zlib.h>

namespace test_files {

Bytes idx_bytes(const std::vector<std::uint32_t>& header, const Bytes& payload) {
    Bytes bytes;
    for (const std::uint32_t number : header) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.push_back(static_cast<std::uint8_t>(number >> shift));
        }
    }
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

void write(const std::filesystem::path& file, const Bytes& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void write_gzip(const std::filesystem::path& file, const Bytes& bytes) {
    gzFile stream = gzopen(file.string().c_str(), "wb");
    gzwrite(stream, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(stream);
}

Bytes read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(stream), {});
}

lab::Image picture(int height, int width, int channels) {
    lab::Image image{height, width, channels, {}};
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            for (int channel = 0; channel < channels; ++channel) {
                const double wave = std::sin(0.31 * row + channel) + std::cos(0.17 * column * (channel + 1));
                const int grain = (row * 7 + column * 13 + channel * 5) % 23;
                image.pixels.push_back(static_cast<std::uint8_t>(110.0 + 45.0 * wave + grain));
            }
        }
    }
    return image;
}

std::string sentence_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "nothing was thrown";
}

} // namespace test_files
