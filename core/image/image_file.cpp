#include "core/image/image_file.h"

#include "core/base/atomic_file.h"
#include "core/base/content_kind.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/image/byte_reader.h"
#include "core/image/gif.h"
#include "core/image/jpeg.h"
#include "core/image/orientation.h"
#include "core/image/picture_whole.h"
#include "core/image/tiff_tags.h"
#include "core/image/webp.h"

#include <algorithm>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace lab {
namespace {

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

std::string what_else(std::string_view bytes) {
    if (bytes.empty())
        return "an empty file";
    const std::string kind = content_kind(bytes.substr(0, 512));
    return kind.empty() ? "another file" : kind;
}

/// Width and height that a header announces, where OpenCV would believe it without a limit of ours.
void expect_announced_size(PictureKind kind, std::string_view bytes) {
    constexpr std::uint32_t width_tag = 256, height_tag = 257;
    if (kind == PictureKind::png) {
        const ByteReader in(bytes, false);
        expect_picture_size(in.u32(16), in.u32(20));
    } else if (kind == PictureKind::tiff) {
        const std::vector<std::uint32_t> width = tiff_tag(bytes, width_tag),
                                         height = tiff_tag(bytes, height_tag);
        if (width.size() != 1 || height.size() != 1)
            throw std::runtime_error("expected its width and height, found none");
        expect_picture_size(width[0], height[0]);
    } else if (kind == PictureKind::pnm) {
        const std::uint64_t largest = largest_pnm_number(bytes);
        // OpenCV takes the numbers as they are, whatever they run to.
        if (largest != 1 && largest != 255 && largest != 65535)
            throw std::runtime_error("expected numbers up to 255 or 65535, found some up to " +
                                     std::to_string(largest));
    }
}

Image by_opencv(PictureKind kind, std::string_view bytes) {
    expect_announced_size(kind, bytes);
    const cv::Mat content(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
    cv::Mat picture = cv::imdecode(content, cv::IMREAD_ANYCOLOR | cv::IMREAD_IGNORE_ORIENTATION);
    if (picture.empty())
        throw std::runtime_error("its pixels are damaged or of a kind that is not read");
    expect_picture_size(picture.cols, picture.rows);
    if (picture.channels() == 3)
        cv::cvtColor(picture, picture, cv::COLOR_BGR2RGB);
    Image result{picture.rows, picture.cols, picture.channels(), {}};
    result.pixels.assign(picture.datastart, picture.dataend);
    return result;
}

Image decoded(PictureKind kind, std::string_view bytes) {
    if (kind == PictureKind::jpeg)
        return decode_jpeg(bytes);
    if (kind == PictureKind::gif)
        return decode_gif(bytes);
    // OpenCV reads no animation, and mixes the colours of a TIFF with its alpha.
    const std::string other = kind == PictureKind::webp   ? first_webp_picture(bytes)
                              : kind == PictureKind::tiff ? tiff_with_plain_colours(bytes)
                                                          : std::string();
    return by_opencv(kind, other.empty() ? bytes : std::string_view(other));
}

} // namespace

Image decoded_picture(std::string_view bytes) {
    const PictureKind kind = kind_of_picture(bytes);
    switch (state_of(bytes)) {
    case PictureState::whole:
        break;
    case PictureState::cut_short:
        throw std::runtime_error("it is cut short");
    case PictureState::damaged:
        throw std::runtime_error("it is damaged");
    default:
        throw std::runtime_error("expected " + std::string(picture_kinds()) + ", found " + what_else(bytes));
    }
    try {
        return turned(decoded(kind, bytes), orientation_of(kind, bytes));
    } catch (const cv::Exception& fault) {
        throw std::runtime_error(fault.err);
    } catch (const std::out_of_range&) {
        throw std::runtime_error("it is cut short");
    }
}

Image read_image(const std::filesystem::path& file) {
    const std::string name = "The picture " + shown(file.native());
    std::error_code fault;
    if (!std::filesystem::exists(file, fault))
        throw std::runtime_error(name + " does not exist.");
    try {
        return decoded_picture(file_content(file));
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(name + " cannot be read: " + error.what() + ".");
    }
}

void write_png(const Image& image, const std::filesystem::path& file) {
    try {
        const std::vector<std::uint8_t> bytes = png_bytes(image);
        write_file_atomically(file, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    } catch (const cv::Exception& error) {
        throw std::runtime_error("The picture " + shown(file.native()) + " cannot be written: " + error.err);
    }
}

std::vector<std::filesystem::path> list_pictures(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) {
        throw std::runtime_error("The folder of pictures " + shown(folder.native()) + " does not exist.");
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file() && is_picture_name(entry.path()) &&
            !entry.path().filename().native().starts_with('.')) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace lab
