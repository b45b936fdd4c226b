#include "core/image/frost_textures.h"

#include "core/image/image_file.h"
#include "core/image/pixel_math.h"

#include <cmath>
#include <map>
#include <mutex>
#include <opencv2/imgproc.hpp>
#include <stdexcept>
#include <tuple>

namespace lab::steps {
namespace {

constexpr std::size_t most_pictures = 5;

FrostTextures read_textures(const std::string& folder) {
    FrostTextures textures;
    for (const auto& file : list_pictures(folder)) {
        if (textures.size() == most_pictures) {
            break;
        }
        const Image picture = read_image(file);
        cv::Mat texture = view(picture).clone();
        if (picture.channels == 1) {
            cv::cvtColor(texture, texture, cv::COLOR_GRAY2RGB);
        }
        textures.push_back(texture);
    }
    if (textures.empty()) {
        throw std::runtime_error("The folder of frost pictures " + folder + " holds no picture.");
    }
    return textures;
}

FrostTextures prepared(const std::string& folder, bool small, int channels) {
    FrostTextures textures = folder.empty() ? procedural_frost() : read_textures(folder);
    for (cv::Mat& texture : textures) {
        if (small) {
            cv::resize(texture, texture, cv::Size(), 0.2, 0.2, cv::INTER_LINEAR);
        }
        if (channels == 1) {
            cv::cvtColor(texture, texture, cv::COLOR_RGB2GRAY);
        }
    }
    return textures;
}

} // namespace

std::shared_ptr<const FrostTextures> frost_textures(const std::string& folder, bool small, int channels) {
    static std::mutex guard;
    static std::map<std::tuple<std::string, bool, int>, std::shared_ptr<const FrostTextures>> cache;
    const std::lock_guard<std::mutex> lock(guard);
    auto& entry = cache[{folder, small, channels}];
    if (entry == nullptr) {
        entry = std::make_shared<const FrostTextures>(prepared(folder, small, channels));
    }
    return entry;
}

cv::Mat covering(const cv::Mat& texture, int width, int height) {
    const double factor =
        std::max(static_cast<double>(width) / texture.cols, static_cast<double>(height) / texture.rows);
    if (factor <= 1.0) {
        return texture;
    }
    cv::Mat enlarged;
    const cv::Size size(std::max(width, static_cast<int>(std::ceil(texture.cols * factor))),
                        std::max(height, static_cast<int>(std::ceil(texture.rows * factor))));
    cv::resize(texture, enlarged, size, 0.0, 0.0, cv::INTER_LINEAR);
    return enlarged;
}

} // namespace lab::steps
