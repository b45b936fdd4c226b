#include "core/image/cifar.h"

#include <fstream>
#include <stdexcept>

namespace lab {
namespace {

constexpr int side = 32;
constexpr std::size_t plane_bytes = std::size_t{side} * side;
constexpr std::size_t record_bytes = 1 + 3 * plane_bytes;
constexpr std::uintmax_t largest_file = std::uintmax_t{1} << 30;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& expected,
                         const std::string& found) {
    throw std::runtime_error(file.string() + ": expected " + expected + ", found " + found + ".");
}

std::vector<std::uint8_t> checked_bytes(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) {
        refuse(file, "a CIFAR-10 file in the binary version", "no such file");
    }
    const std::uintmax_t size = std::filesystem::file_size(file);
    if (size == 0 || size % record_bytes != 0 || size > largest_file) {
        refuse(file, "whole records of " + std::to_string(record_bytes) + " bytes, 1 GiB at most",
               std::to_string(size) + " bytes");
    }
    std::vector<std::uint8_t> bytes(size);
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!stream) {
        refuse(file, std::to_string(size) + " readable bytes", std::to_string(stream.gcount()));
    }
    return bytes;
}

} // namespace

const std::vector<std::string>& cifar10_classes() {
    static const std::vector<std::string> names = {"airplane", "automobile", "bird",  "cat",  "deer",
                                                   "dog",      "frog",       "horse", "ship", "truck"};
    return names;
}

std::unique_ptr<StoredImageSet> read_cifar10(const std::vector<std::filesystem::path>& files,
                                             const std::string& name) {
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
    for (const std::filesystem::path& file : files) {
        const std::vector<std::uint8_t> bytes = checked_bytes(file);
        for (std::size_t record = 0; record < bytes.size(); record += record_bytes) {
            const std::uint8_t label = bytes[record];
            if (label >= cifar10_classes().size()) {
                refuse(file, "labels from 0 to 9",
                       std::to_string(label) + " in record " + std::to_string(record / record_bytes));
            }
            labels.push_back(label);
            const std::uint8_t* planes = bytes.data() + record + 1;
            for (std::size_t i = 0; i < plane_bytes; ++i) {
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    pixels.push_back(planes[channel * plane_bytes + i]);
                }
            }
        }
    }
    return std::make_unique<StoredImageSet>(name, Image{side, side, 3, {}}, std::move(pixels),
                                            std::move(labels), cifar10_classes());
}

std::unique_ptr<StoredImageSet> open_cifar10(const std::filesystem::path& folder, DataSplit split) {
    if (split == DataSplit::test) {
        return read_cifar10({folder / "test_batch.bin"}, "CIFAR-10 test");
    }
    std::vector<std::filesystem::path> files;
    for (int batch = 1; batch <= 5; ++batch) {
        files.push_back(folder / ("data_batch_" + std::to_string(batch) + ".bin"));
    }
    return read_cifar10(files, "CIFAR-10 train");
}

} // namespace lab
