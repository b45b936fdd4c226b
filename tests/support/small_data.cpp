#include "tests/support/small_data.h"

#include "core/base/random.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace test_data {

namespace {

std::vector<std::uint8_t> pixels_of(int count, int side, std::uint64_t seed) {
    std::vector<std::uint8_t> pixels;
    lab::Random random({seed});
    for (int i = 0; i < count; ++i) {
        const double angle = std::numbers::pi * (i % 10) / 10.0;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const double wave = std::sin(1.5 * (x * std::cos(angle) + y * std::sin(angle)));
                const double value = 128.0 + 80.0 * wave + 10.0 * random.normal();
                pixels.push_back(static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)));
            }
    }
    return pixels;
}

std::vector<std::uint8_t> labels_of(int count) {
    std::vector<std::uint8_t> labels;
    for (int i = 0; i < count; ++i)
        labels.push_back(static_cast<std::uint8_t>(i % 10));
    return labels;
}

} // namespace

lab::StoredImageSet striped(int count, int side, std::uint64_t seed) {
    return {"stripes",
            {side, side, 1, {}},
            pixels_of(count, side, seed),
            labels_of(count),
            {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}};
}

void write_fashion_mnist(const std::filesystem::path& folder, int count, int side, std::uint64_t seed) {
    std::filesystem::create_directories(folder);
    const auto n = static_cast<std::uint32_t>(count);
    const auto s = static_cast<std::uint32_t>(side);
    test_files::write(folder / "t10k-images-idx3-ubyte",
                      test_files::idx_bytes({2051, n, s, s}, pixels_of(count, side, seed)));
    test_files::write(folder / "t10k-labels-idx1-ubyte", test_files::idx_bytes({2049, n}, labels_of(count)));
}

} // namespace test_data
