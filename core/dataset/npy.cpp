#include "core/dataset/npy.h"

#include "core/base/content_kind.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/dataset/file_refusal.h"
#include "core/dataset/npy_header.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace lab {
namespace {

static_assert(std::endian::native == std::endian::little, "elements are read as they lie in the file");

constexpr std::string_view magic = "\x93NUMPY";
constexpr std::size_t largest_header = std::size_t{1} << 16;

std::size_t size_of(NpyType type) {
    return type == NpyType::uint8 ? 1 : type == NpyType::int32 ? 4 : 8;
}

std::string shape_text(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t length : shape) {
        text += (text.empty() ? "" : " × ") + std::to_string(length);
    }
    return text.empty() ? "one number" : text;
}

} // namespace

NpyFile::NpyFile(const std::filesystem::path& file) : file_(file) {
    open_file();
    try {
        read_header();
    } catch (...) {
        close(descriptor_);
        throw;
    }
}

NpyFile::~NpyFile() {
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
}

NpyFile::NpyFile(NpyFile&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)), stamp_(other.stamp_),
      size_(other.size_), begin_(other.begin_), type_(other.type_), shape_(std::move(other.shape_)),
      count_(other.count_) {}

void NpyFile::open_file() {
    std::error_code ignored;
    if (!std::filesystem::exists(file_, ignored)) {
        refuse_file(file_, "an .npy file", "no such file");
    }
    expect_regular_file(file_, "an .npy file");
    descriptor_ = open(file_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) {
        refuse_file(file_, "an .npy file", std::string("one that cannot be opened: ") + std::strerror(errno));
    }
    stamp_ = stamp_of(descriptor_);
    size_ = static_cast<std::size_t>(stamp_.size);
}

std::vector<std::uint8_t> NpyFile::part(std::size_t begin, std::size_t count) const {
    std::vector<std::uint8_t> bytes(count);
    std::size_t got = 0;
    while (got < count) {
        const ssize_t more =
            pread(descriptor_, bytes.data() + got, count - got, static_cast<off_t>(begin + got));
        if (more < 0 && errno == EINTR) {
            continue;
        }
        if (more <= 0) {
            break;
        }
        got += static_cast<std::size_t>(more);
    }
    // Asked afterwards: what changed while it was read counts too.
    if (stamp_of(descriptor_) != stamp_ || stamp_of(file_) != stamp_) {
        throw std::runtime_error(shown(file_.native()) + ": was changed after it was opened.");
    }
    if (got < count) {
        throw std::runtime_error(shown(file_.native()) + ": cannot be read: " + std::strerror(errno) + ".");
    }
    return bytes;
}

void NpyFile::read_header() {
    const std::vector<std::uint8_t> start = part(0, std::min<std::size_t>(size_, 12));
    if (size_ < 10 || std::memcmp(start.data(), magic.data(), magic.size()) != 0) {
        const std::string kind = content_kind_of(file_);
        refuse_file(file_, "an .npy file", kind.empty() ? "a file that begins otherwise" : kind);
    }
    const int version = start[6];
    if (version < 1 || version > 3 || start[7] != 0) {
        refuse_file(file_, "version 1.0, 2.0 or 3.0 of the .npy format",
                    std::to_string(version) + "." + std::to_string(start[7]));
    }
    const std::size_t prefix = version == 1 ? 10 : 12;
    if (size_ < prefix) {
        refuse_file(file_, "an .npy header", "a file that ends inside it");
    }
    std::size_t length = start[8] + (std::size_t{start[9]} << 8);
    if (version > 1) {
        length += (std::size_t{start[10]} << 16) + (std::size_t{start[11]} << 24);
    }
    if (length > largest_header || length > size_ - prefix) {
        refuse_file(file_,
                    "a header of at most " + std::to_string(std::min(largest_header, size_ - prefix)) +
                        " bytes",
                    std::to_string(length));
    }
    NpyHeader header;
    try {
        const std::vector<std::uint8_t> text = part(prefix, length);
        header = parse_npy_header({reinterpret_cast<const char*>(text.data()), text.size()});
    } catch (const std::runtime_error& fault) {
        throw std::runtime_error(shown(file_.native()) + ": not a usable .npy header: expected " +
                                 fault.what() + ".");
    }
    if (header.descr == "|u1" || header.descr == "<u1" || header.descr == "u1") {
        type_ = NpyType::uint8;
    } else if (header.descr == "<i4" || header.descr == "<i8") {
        type_ = header.descr == "<i4" ? NpyType::int32 : NpyType::int64;
    } else {
        refuse_file(file_, "elements of type |u1, <i4 or <i8", "\"" + header.descr.substr(0, 40) + "\"");
    }
    if (header.fortran_order) {
        refuse_file(file_, "an array in C order", "one in Fortran order");
    }
    shape_ = header.shape;
    begin_ = prefix + length;
    const auto left = static_cast<std::int64_t>((size_ - begin_) / size_of(type_));
    const bool whole = (size_ - begin_) % size_of(type_) == 0;
    count_ = 1;
    for (const std::int64_t extent : shape_) {
        count_ = extent != 0 && count_ > left / extent ? left + 1 : count_ * extent;
    }
    if (!whole || count_ != left) {
        refuse_file(file_, "the elements of " + shape_text(shape_) + " after the header",
                    std::to_string(size_ - begin_) + " bytes");
    }
}

std::vector<std::uint8_t> NpyFile::bytes(std::int64_t first, std::int64_t count) const {
    if (first < 0 || count < 0 || first > count_ - count) {
        throw std::out_of_range(shown(file_.native()) + " has " + std::to_string(count_) +
                                " elements; number " + std::to_string(first + count - 1) +
                                " does not exist.");
    }
    const std::size_t width = size_of(type_);
    return part(begin_ + static_cast<std::size_t>(first) * width, static_cast<std::size_t>(count) * width);
}

std::vector<std::int64_t> NpyFile::integers(std::int64_t first, std::int64_t count) const {
    const std::vector<std::uint8_t> raw = bytes(first, count);
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        std::int32_t narrow = 0;
        std::int64_t wide = 0;
        if (type_ == NpyType::int32) {
            std::memcpy(&narrow, raw.data() + i * sizeof narrow, sizeof narrow);
        } else if (type_ == NpyType::int64) {
            std::memcpy(&wide, raw.data() + i * sizeof wide, sizeof wide);
        }
        numbers.push_back(type_ == NpyType::uint8 ? raw[i] : type_ == NpyType::int32 ? narrow : wide);
    }
    return numbers;
}

} // namespace lab
