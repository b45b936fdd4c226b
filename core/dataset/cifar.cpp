#include "core/dataset/cifar.h"

#include "core/base/content_kind.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/dataset/file_refusal.h"

#include <fstream>
#include <stdexcept>

namespace lab {
namespace {

constexpr int side = 32;
constexpr std::size_t plane_bytes = std::size_t{side} * side;
constexpr std::uintmax_t largest_file = std::uintmax_t{1} << 30;
constexpr int coarse_classes = 20;

/// What tells the two data sets apart.
struct Layout {
    const char* title;
    const std::vector<std::string>& classes;
    std::size_t label_bytes; ///< the last of them is the label, one before it a coarse label

    std::size_t record_bytes() const { return label_bytes + 3 * plane_bytes; }
};

/// In bytes.
std::uintmax_t checked_size(const std::filesystem::path& file, const Layout& layout) {
    const std::string expected = std::string("a ") + layout.title + " file in the binary version";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        refuse_file(file, expected, "no such file");
    }
    expect_regular_file(file, expected);
    const std::uintmax_t size = std::filesystem::file_size(file);
    if (size == 0 || size % layout.record_bytes() != 0 || size > largest_file) {
        const std::string kind = content_kind_of(file);
        refuse_file(file,
                    "whole records of " + std::to_string(layout.record_bytes()) + " bytes, 1 GiB at most",
                    std::to_string(size) + " bytes" + (kind.empty() || size == 0 ? "" : ", " + kind));
    }
    return size;
}

std::vector<std::uint8_t> checked_bytes(const std::filesystem::path& file, const Layout& layout) {
    const std::uintmax_t size = checked_size(file, layout);
    std::vector<std::uint8_t> bytes(size);
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!stream) {
        refuse_file(file, std::to_string(size) + " readable bytes", std::to_string(stream.gcount()));
    }
    return bytes;
}

std::uint8_t checked_label(const std::uint8_t* record, std::size_t number, const std::filesystem::path& file,
                           const Layout& layout) {
    const std::uint8_t label = record[layout.label_bytes - 1];
    if (label >= layout.classes.size()) {
        refuse_file(file, "labels from 0 to " + std::to_string(layout.classes.size() - 1),
                    std::to_string(label) + " in record " + std::to_string(number));
    }
    if (layout.label_bytes == 2 && record[0] >= coarse_classes) {
        refuse_file(file, "coarse labels from 0 to " + std::to_string(coarse_classes - 1),
                    std::to_string(record[0]) + " in record " + std::to_string(number));
    }
    return label;
}

std::unique_ptr<StoredImageSet> read(const std::vector<std::filesystem::path>& files, const std::string& name,
                                     const Layout& layout) {
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
    for (const std::filesystem::path& file : files) {
        const std::vector<std::uint8_t> bytes = checked_bytes(file, layout);
        const std::size_t records = bytes.size() / layout.record_bytes();
        pixels.reserve(pixels.size() + records * 3 * plane_bytes);
        for (std::size_t number = 0; number < records; ++number) {
            const std::uint8_t* const record = bytes.data() + number * layout.record_bytes();
            labels.push_back(checked_label(record, number, file, layout));
            const std::uint8_t* const planes = record + layout.label_bytes;
            for (std::size_t i = 0; i < plane_bytes; ++i) {
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    pixels.push_back(planes[channel * plane_bytes + i]);
                }
            }
        }
    }
    return std::make_unique<StoredImageSet>(name, Image{side, side, 3, {}}, std::move(pixels),
                                            std::move(labels), layout.classes);
}

} // namespace

const std::vector<std::string>& cifar10_classes() {
    static const std::vector<std::string> names = {"airplane", "automobile", "bird",  "cat",  "deer",
                                                   "dog",      "frog",       "horse", "ship", "truck"};
    return names;
}

const std::vector<std::string>& cifar100_classes() {
    static const std::vector<std::string> names = {
        "apple",       "aquarium fish", "baby",      "bear",       "beaver",       "bed",
        "bee",         "beetle",        "bicycle",   "bottle",     "bowl",         "boy",
        "bridge",      "bus",           "butterfly", "camel",      "can",          "castle",
        "caterpillar", "cattle",        "chair",     "chimpanzee", "clock",        "cloud",
        "cockroach",   "couch",         "crab",      "crocodile",  "cup",          "dinosaur",
        "dolphin",     "elephant",      "flatfish",  "forest",     "fox",          "girl",
        "hamster",     "house",         "kangaroo",  "keyboard",   "lamp",         "lawn mower",
        "leopard",     "lion",          "lizard",    "lobster",    "man",          "maple tree",
        "motorcycle",  "mountain",      "mouse",     "mushroom",   "oak tree",     "orange",
        "orchid",      "otter",         "palm tree", "pear",       "pickup truck", "pine tree",
        "plain",       "plate",         "poppy",     "porcupine",  "possum",       "rabbit",
        "raccoon",     "ray",           "road",      "rocket",     "rose",         "sea",
        "seal",        "shark",         "shrew",     "skunk",      "skyscraper",   "snail",
        "snake",       "spider",        "squirrel",  "streetcar",  "sunflower",    "sweet pepper",
        "table",       "tank",          "telephone", "television", "tiger",        "tractor",
        "train",       "trout",         "tulip",     "turtle",     "wardrobe",     "whale",
        "willow tree", "wolf",          "woman",     "worm"};
    return names;
}

namespace {

Layout cifar10_layout() {
    return {"CIFAR-10", cifar10_classes(), 1};
}

Layout cifar100_layout() {
    return {"CIFAR-100", cifar100_classes(), 2};
}

std::vector<std::filesystem::path> cifar10_files(const std::filesystem::path& folder, DataSplit split) {
    if (split == DataSplit::test) {
        return {folder / "test_batch.bin"};
    }
    std::vector<std::filesystem::path> files;
    for (int batch = 1; batch <= 5; ++batch) {
        files.push_back(folder / ("data_batch_" + std::to_string(batch) + ".bin"));
    }
    return files;
}

std::filesystem::path cifar100_file(const std::filesystem::path& folder, DataSplit split) {
    return folder / (split == DataSplit::test ? "test.bin" : "train.bin");
}

} // namespace

std::unique_ptr<StoredImageSet> read_cifar10(const std::vector<std::filesystem::path>& files,
                                             const std::string& name) {
    return read(files, name, cifar10_layout());
}

std::unique_ptr<StoredImageSet> read_cifar100(const std::vector<std::filesystem::path>& files,
                                              const std::string& name) {
    return read(files, name, cifar100_layout());
}

std::unique_ptr<StoredImageSet> open_cifar10(const std::filesystem::path& folder, DataSplit split) {
    return read_cifar10(cifar10_files(folder, split),
                        split == DataSplit::test ? "CIFAR-10 test" : "CIFAR-10 train");
}

std::unique_ptr<StoredImageSet> open_cifar100(const std::filesystem::path& folder, DataSplit split) {
    return read_cifar100({cifar100_file(folder, split)},
                         split == DataSplit::test ? "CIFAR-100 test" : "CIFAR-100 train");
}

void check_cifar10(const std::filesystem::path& folder, DataSplit split) {
    for (const std::filesystem::path& file : cifar10_files(folder, split)) {
        checked_size(file, cifar10_layout());
    }
}

void check_cifar100(const std::filesystem::path& folder, DataSplit split) {
    checked_size(cifar100_file(folder, split), cifar100_layout());
}

} // namespace lab
