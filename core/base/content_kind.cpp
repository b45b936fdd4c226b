#include "core/base/content_kind.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace lab {

using namespace std::string_view_literals;

namespace {

struct Mark {
    std::size_t offset;
    std::string_view bytes;
    const char* kind;
};

constexpr auto marks = std::to_array<Mark>({
    {0, "version https://git-lfs"sv,
     "a Git LFS pointer (the file itself was not downloaded; \"git lfs pull\" gets it)"},
    {0, "\x1f\x8b"sv, "a gzip archive"},
    {0, "PK\x03\x04"sv, "a zip archive"},
    {0, "BZh"sv, "a bzip2 archive"},
    {0,
     "\xfd"
     "7zXZ\0"sv,
     "an xz archive"},
    {0, "\x28\xb5\x2f\xfd"sv, "a zstd archive"},
    {0, "7z\xbc\xaf\x27\x1c"sv, "a 7z archive"},
    {0, "Rar!\x1a\x07"sv, "a RAR archive"},
    {257, "ustar"sv, "a tar archive"},
    {0, "\x93NUMPY"sv, "a NumPy array (.npy)"},
    {0, "\x89HDF\r\n\x1a\n"sv, "an HDF5 file"},
    {0, "PAR1"sv, "a Parquet table"},
    {0, "MATLAB 5.0"sv, "a MATLAB file"},
    {0, "%PDF-"sv, "a PDF document"},
    {0, "\xff\xd8\xff"sv, "a JPEG picture"},
    {0, "\x89PNG\r\n\x1a\n"sv, "a PNG picture"},
    {0, "GIF8"sv, "a GIF picture"},
    {0, "II*\0"sv, "a TIFF picture"},
    {0, "MM\0*"sv, "a TIFF picture"},
    {8, "WEBP"sv, "a WebP picture"},
    {4, "ftypavif"sv, "an AVIF picture"},
    {4, "ftyphei"sv, "a HEIC picture"},
    {4, "ftypmif1"sv, "a HEIC picture"},
    {4, "jP  "sv, "a JPEG 2000 picture"},
    {0, "\xff\x0a"sv, "a JPEG XL picture"},
    {4, "JXL "sv, "a JPEG XL picture"},
    {0, "8BPS"sv, "a Photoshop picture"},
});

bool is_html(std::string_view begin) {
    std::string start = trimmed(decoded_text(begin.substr(0, 256)));
    std::transform(start.begin(), start.end(), start.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head");
}

} // namespace

std::string content_kind(std::string_view begin) {
    for (const Mark& mark : marks)
        if (begin.size() > mark.offset && begin.substr(mark.offset).starts_with(mark.bytes))
            return mark.kind;
    // A pickle of protocol 2 to 5 begins with its number and a frame, a mark, or an empty container.
    if (begin.size() > 2 && begin[0] == '\x80' && begin[1] >= 2 && begin[1] <= 5 &&
        "\x95}](cX"sv.find(begin[2]) != std::string_view::npos)
        return "a Python pickle";
    if (is_html(begin))
        return "an HTML page (of a download that failed?)";
    if (begin.starts_with("<?xml"))
        return "an XML document";
    return {};
}

std::string content_kind_of(const std::filesystem::path& file) {
    std::error_code fault;
    if (!std::filesystem::is_regular_file(file, fault))
        return {};
    std::array<char, 512> bytes{};
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return {};
    stream.read(bytes.data(), bytes.size());
    const auto count = static_cast<std::size_t>(stream.gcount());
    return count == 0 ? "an empty file" : content_kind({bytes.data(), count});
}

} // namespace lab
