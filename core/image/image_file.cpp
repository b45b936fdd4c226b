#include "core/image/image_file.h"

#include "core/base/atomic_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace lab {
namespace {

constexpr std::array<const char*, 5> picture_endings = {".jpg", ".jpeg", ".png", ".webp", ".bmp"};

std::vector<std::uint8_t> png_bytes(const Image& image) {
    if (image.byte_count() == 0 || image.byte_count() != image.pixels.size() ||
        (image.channels != 1 && image.channels != 3)) {
        throw std::runtime_error("The picture has no pixels, or not 1 or 3 channels.");
    }
    const cv::Mat view(image.height, image.width, CV_8UC(image.channels),
                       const_cast<std::uint8_t*>(image.pixels.data()));
    cv::Mat reordered;
    if (image.channels == 3) {
        cv::cvtColor(view, reordered, cv::COLOR_RGB2BGR);
    }
    std::vector<std::uint8_t> bytes;
    cv::imencode(".png", image.channels == 3 ? reordered : view, bytes);
    return bytes;
}

} // namespace

bool is_picture_name(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return std::find(picture_endings.begin(), picture_endings.end(), ending) != picture_endings.end();
}

Image read_image(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) {
        throw std::runtime_error("The picture " + file.string() + " does not exist.");
    }
    cv::Mat picture;
    try {
        picture = cv::imread(file.string(), cv::IMREAD_ANYCOLOR);
    } catch (const cv::Exception& error) {
        throw std::runtime_error("The picture " + file.string() + " cannot be read: " + error.err + ".");
    }
    if (picture.empty()) {
        throw std::runtime_error("The picture " + file.string() +
                                 " cannot be read: expected JPEG, PNG, WebP or BMP.");
    }
    if (picture.channels() == 3) {
        cv::cvtColor(picture, picture, cv::COLOR_BGR2RGB);
    }
    Image result{picture.rows, picture.cols, picture.channels(), {}};
    result.pixels.assign(picture.datastart, picture.dataend);
    return result;
}

void write_png(const Image& image, const std::filesystem::path& file) {
    try {
        const std::vector<std::uint8_t> bytes = png_bytes(image);
        write_file_atomically(file, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    } catch (const cv::Exception& error) {
        throw std::runtime_error("The picture " + file.string() + " cannot be written: " + error.err);
    }
}

std::vector<std::filesystem::path> list_pictures(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) {
        throw std::runtime_error("The folder of pictures " + folder.string() + " does not exist.");
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file() && is_picture_name(entry.path())) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace lab
