#include "tests/image/reference_pictures.h"

#include "core/dataset/cifar.h"
#include "core/image/image_file.h"
#include "tests/reference_data.h"

#include <fstream>

namespace {

lab::Image cropped(const lab::Image& image, int top, int left, int side) {
    lab::Image crop{side, side, image.channels, {}};
    for (int row = top; row < top + side; ++row) {
        const auto first =
            image.pixels.begin() + (static_cast<std::ptrdiff_t>(row) * image.width + left) * image.channels;
        crop.pixels.insert(crop.pixels.end(), first,
                           first + static_cast<std::ptrdiff_t>(side) * image.channels);
    }
    return crop;
}

} // namespace

nlohmann::json reference_json(const std::string& relative) {
    const std::string path = reference_data(relative);
    return path.empty() ? nlohmann::json() : nlohmann::json::parse(std::ifstream(path));
}

std::vector<lab::Image> reference_pictures(const nlohmann::json& statistics, const std::string& variant) {
    std::vector<lab::Image> pictures;
    if (statistics.is_null()) {
        return pictures;
    }
    const nlohmann::json& entries = statistics.at("variants").at(variant).at("images");
    if (variant == "cifar32") {
        const std::string file = reference_data("data/cifar10/test_batch.bin");
        if (file.empty()) {
            return pictures;
        }
        const auto set = lab::read_cifar10({file}, "CIFAR-10 test");
        for (const auto& entry : entries) {
            pictures.push_back(set->image(entry.at("record_index_in_test_batch.bin").get<std::int64_t>()));
        }
        return pictures;
    }
    if (reference_data("data/imagenet1k-sample").empty()) {
        return pictures;
    }
    for (const auto& entry : entries) {
        const std::string file = reference_data("data/" + entry.at("file").get<std::string>());
        pictures.push_back(cropped(lab::read_image(file), entry.at("crop_top"), entry.at("crop_left"), 224));
    }
    return pictures;
}
