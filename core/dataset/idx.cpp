#include "core/dataset/idx.h"

#include "core/base/content_kind.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/dataset/file_refusal.h"
#include "core/dataset/names_in.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <zlib.h>

namespace lab {
namespace {

constexpr std::uint32_t images_magic = 2051;
constexpr std::uint32_t labels_magic = 2049;
constexpr std::uint32_t largest_side = 1024;
constexpr std::uint64_t largest_payload = std::uint64_t{2} << 30;
constexpr std::size_t chunk_bytes = std::size_t{1} << 22;

/// One file, decompressed on the fly; zlib passes plain files through.
class IdxFile {
  public:
    explicit IdxFile(std::filesystem::path path) : path_(std::move(path)) {
        std::error_code ignored;
        if (!std::filesystem::exists(path_, ignored)) {
            refuse_file(path_, "an IDX file", "no such file");
        }
        expect_regular_file(path_, "an IDX file");
        file_ = gzopen(path_.c_str(), "rb");
        if (file_ == nullptr) {
            refuse_file(path_, "an IDX file", "a file that cannot be opened");
        }
    }
    ~IdxFile() { gzclose(file_); }
    IdxFile(const IdxFile&) = delete;
    IdxFile& operator=(const IdxFile&) = delete;

    /// Four bytes, most significant first.
    std::uint32_t number() {
        std::array<std::uint8_t, 4> bytes{};
        if (read(bytes.data(), bytes.size()) != bytes.size()) {
            refuse_file(path_, "an IDX header", "a file that ends inside it");
        }
        return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) |
               (std::uint32_t{bytes[2]} << 8) | std::uint32_t{bytes[3]};
    }

    /// The rest of the file, which must have exactly this many bytes.
    std::vector<std::uint8_t> payload(std::uint64_t expected) {
        const std::string wanted = std::to_string(expected) + " bytes after the header";
        if (expected > largest_payload) {
            refuse_file(path_, "at most " + std::to_string(largest_payload) + " bytes after the header",
                        "a header that announces " + std::to_string(expected));
        }
        // Grown as the bytes arrive: what the header announces is believed only once it is there.
        std::vector<std::uint8_t> bytes;
        while (bytes.size() < expected) {
            const std::size_t start = bytes.size();
            const std::size_t step = std::min<std::uint64_t>(chunk_bytes, expected - start);
            bytes.resize(start + step);
            const std::size_t got = read(bytes.data() + start, step);
            if (got < step) {
                refuse_file(path_, wanted, "only " + std::to_string(start + got));
            }
        }
        std::uint8_t extra = 0;
        if (read(&extra, 1) != 0) {
            refuse_file(path_, wanted, "more");
        }
        // An archive that was cut after the last pixel shows only in zlib's own state.
        int code = Z_OK;
        gzerror(file_, &code);
        if (code != Z_OK) {
            refuse_file(path_, "a whole archive", "one that was cut short");
        }
        return bytes;
    }

    const std::filesystem::path& path() const { return path_; }

  private:
    std::size_t read(std::uint8_t* target, std::size_t count) {
        const int got = gzread(file_, target, static_cast<unsigned>(count));
        if (got < 0) {
            int code = 0;
            const std::string reason = gzerror(file_, &code);
            refuse_file(path_, "readable data", "a damaged file (" + reason + ")");
        }
        return static_cast<std::size_t>(got);
    }

    std::filesystem::path path_;
    gzFile file_ = nullptr;
};

/// What a file may be that begins with another number than an IDX file.
std::string told_of(std::uint32_t number, const std::filesystem::path& file) {
    constexpr std::uint32_t gzip = 0x1f8b0000, upper_half = 0xffff0000;
    if ((number & upper_half) == gzip) {
        return ", an archive in the archive: unpack it once";
    }
    const std::string kind = content_kind_of(file);
    return kind.empty() || kind == "a gzip archive" ? "" : ", " + kind;
}

std::uint32_t counted(IdxFile& file, std::uint32_t magic, const std::string& what) {
    const std::uint32_t found = file.number();
    if (found != magic) {
        refuse_file(file.path(), "the magic number " + std::to_string(magic) + " (" + what + ")",
                    std::to_string(found) + told_of(found, file.path()));
    }
    return file.number();
}

struct Header {
    std::uint32_t count = 0, rows = 0, columns = 0;
};

/// Of both files; they then stand at the first label and pixel.
Header header_of(IdxFile& images, IdxFile& labels) {
    Header header;
    header.count = counted(images, images_magic, "8-bit pictures");
    const std::uint32_t label_count = counted(labels, labels_magic, "labels");
    if (label_count != header.count) {
        refuse_file(labels.path(),
                    std::to_string(header.count) + " labels, as many as pictures in " +
                        shown(images.path().native()),
                    std::to_string(label_count));
    }
    header.rows = images.number();
    header.columns = images.number();
    if (header.rows < 1 || header.columns < 1 || header.rows > largest_side ||
        header.columns > largest_side) {
        refuse_file(images.path(), "pictures of 1 to " + std::to_string(largest_side) + " pixels a side",
                    std::to_string(header.rows) + " rows and " + std::to_string(header.columns) + " columns");
    }
    return header;
}

} // namespace

std::filesystem::path idx_file(const std::filesystem::path& folder, const std::string& name, int dimensions) {
    const std::string type = "idx" + std::to_string(dimensions) + "-ubyte";
    for (const char* separator : {"-", "."}) {
        for (const char* ending : {"", ".gz"}) {
            std::filesystem::path file =
                folder / std::string(name).append(separator).append(type).append(ending);
            if (std::error_code ignored; std::filesystem::exists(file, ignored)) {
                return file;
            }
        }
    }
    refuse_file(folder, name + "-" + type + " or " + name + "-" + type + ".gz", names_in(folder));
}

void check_idx(const std::filesystem::path& images, const std::filesystem::path& labels) {
    IdxFile image_file(images);
    IdxFile label_file(labels);
    header_of(image_file, label_file);
}

std::unique_ptr<StoredImageSet> read_idx(const std::filesystem::path& images,
                                         const std::filesystem::path& labels, const std::string& name,
                                         const std::vector<std::string>& class_names) {
    IdxFile image_file(images);
    IdxFile label_file(labels);
    const auto [count, rows, columns] = header_of(image_file, label_file);
    std::vector<std::uint8_t> label_bytes = label_file.payload(count);
    const auto worst = std::max_element(label_bytes.begin(), label_bytes.end());
    if (worst != label_bytes.end() && *worst >= class_names.size()) {
        refuse_file(labels, "labels from 0 to " + std::to_string(static_cast<int>(class_names.size()) - 1),
                    std::to_string(*worst));
    }
    std::vector<std::uint8_t> pixels = image_file.payload(std::uint64_t{count} * rows * columns);
    const Image shape{static_cast<int>(rows), static_cast<int>(columns), 1, {}};
    return std::make_unique<StoredImageSet>(name, shape, std::move(pixels), std::move(label_bytes),
                                            class_names);
}

} // namespace lab
