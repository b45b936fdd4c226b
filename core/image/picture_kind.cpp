#include "core/image/picture_kind.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lab {

using namespace std::string_view_literals;

namespace {

constexpr auto endings =
    std::to_array<std::string_view>({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".gif",
                                     ".tif", ".tiff", ".ppm", ".pgm", ".pbm", ".pnm"});

bool begins_as_pnm(std::string_view begin) {
    return begin.size() > 2 && begin[0] == 'P' && begin[1] >= '1' && begin[1] <= '6' &&
           " \t\r\n#"sv.find(begin[2]) != std::string_view::npos;
}

} // namespace

const char* picture_kinds() {
    return "JPEG, PNG, WebP, BMP, GIF, TIFF, PPM";
}

PictureKind kind_of_picture(std::string_view begin) {
    if (begin.starts_with("\xff\xd8\xff"sv))
        return PictureKind::jpeg;
    if (begin.starts_with("\x89PNG\r\n\x1a\n"sv))
        return PictureKind::png;
    if (begin.starts_with("RIFF"sv) && begin.substr(4).size() >= 8 && begin.substr(8).starts_with("WEBP"sv))
        return PictureKind::webp;
    if (begin.starts_with("BM"sv))
        return PictureKind::bmp;
    if (begin.starts_with("GIF87a"sv) || begin.starts_with("GIF89a"sv))
        return PictureKind::gif;
    if (begin.starts_with("II*\0"sv) || begin.starts_with("MM\0*"sv))
        return PictureKind::tiff;
    return begins_as_pnm(begin) ? PictureKind::pnm : PictureKind::none;
}

bool is_picture_name(const std::filesystem::path& file) {
    std::string ending = file.extension().native();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

void expect_picture_size(std::int64_t width, std::int64_t height) {
    if (width < 1 || height < 1 || width > most_picture_pixels / height)
        throw std::runtime_error("expected 1 to " + std::to_string(most_picture_pixels) + " pixels, found " +
                                 std::to_string(width) + "x" + std::to_string(height));
}

} // namespace lab
