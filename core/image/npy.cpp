#include "core/image/npy.h"

#include "core/image/npy_header.h"

#include <bit>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lab {
namespace {

static_assert(std::endian::native == std::endian::little, "elements are read as they lie in the file");

constexpr std::string_view magic = "\x93NUMPY";
constexpr std::size_t largest_header = std::size_t{1} << 16;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& expected,
                         const std::string& found) {
    throw std::runtime_error(file.string() + ": expected " + expected + ", found " + found + ".");
}

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
    map();
    try {
        read_header();
    } catch (...) {
        munmap(memory_, size_);
        throw;
    }
}

NpyFile::~NpyFile() {
    if (memory_ != nullptr) {
        munmap(memory_, size_);
    }
}

NpyFile::NpyFile(NpyFile&& other) noexcept
    : file_(std::move(other.file_)), memory_(std::exchange(other.memory_, nullptr)), size_(other.size_),
      begin_(other.begin_), type_(other.type_), shape_(std::move(other.shape_)), count_(other.count_) {}

void NpyFile::map() {
    const int descriptor = open(file_.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (descriptor < 0 || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (descriptor >= 0) {
            close(descriptor);
        }
        refuse(file_, "an .npy file", "no such file");
    }
    size_ = static_cast<std::size_t>(status.st_size);
    memory_ = size_ == 0 ? MAP_FAILED : mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    close(descriptor);
    if (memory_ == MAP_FAILED) {
        memory_ = nullptr;
        refuse(file_, "an .npy file", size_ == 0 ? "an empty file" : "a file that cannot be mapped");
    }
}

void NpyFile::read_header() {
    const auto* const start = static_cast<const std::uint8_t*>(memory_);
    if (size_ < 10 || std::memcmp(start, magic.data(), magic.size()) != 0) {
        refuse(file_, "an .npy file", "a file that begins otherwise");
    }
    const int version = start[6];
    if (version < 1 || version > 3 || start[7] != 0) {
        refuse(file_, "version 1.0, 2.0 or 3.0 of the .npy format",
               std::to_string(version) + "." + std::to_string(start[7]));
    }
    const std::size_t prefix = version == 1 ? 10 : 12;
    if (size_ < prefix) {
        refuse(file_, "an .npy header", "a file that ends inside it");
    }
    std::size_t length = start[8] + (std::size_t{start[9]} << 8);
    if (version > 1) {
        length += (std::size_t{start[10]} << 16) + (std::size_t{start[11]} << 24);
    }
    if (length > largest_header || length > size_ - prefix) {
        refuse(file_,
               "a header of at most " + std::to_string(std::min(largest_header, size_ - prefix)) + " bytes",
               std::to_string(length));
    }
    NpyHeader header;
    try {
        header = parse_npy_header({static_cast<const char*>(memory_) + prefix, length});
    } catch (const std::runtime_error& fault) {
        throw std::runtime_error(file_.string() + ": not a usable .npy header: expected " + fault.what() +
                                 ".");
    }
    if (header.descr == "|u1" || header.descr == "<u1" || header.descr == "u1") {
        type_ = NpyType::uint8;
    } else if (header.descr == "<i4" || header.descr == "<i8") {
        type_ = header.descr == "<i4" ? NpyType::int32 : NpyType::int64;
    } else {
        refuse(file_, "elements of type |u1, <i4 or <i8", "\"" + header.descr.substr(0, 40) + "\"");
    }
    if (header.fortran_order) {
        refuse(file_, "an array in C order", "one in Fortran order");
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
        refuse(file_, "the elements of " + shape_text(shape_) + " after the header",
               std::to_string(size_ - begin_) + " bytes");
    }
}

std::int64_t NpyFile::integer(std::int64_t index) const {
    if (index < 0 || index >= count_) {
        throw std::out_of_range(file_.string() + " has " + std::to_string(count_) + " elements; number " +
                                std::to_string(index) + " does not exist.");
    }
    const std::uint8_t* const place = bytes() + static_cast<std::size_t>(index) * size_of(type_);
    if (type_ == NpyType::uint8) {
        return *place;
    }
    // The header's length decides where elements begin; they need not be aligned.
    if (type_ == NpyType::int32) {
        std::int32_t value = 0;
        std::memcpy(&value, place, sizeof value);
        return value;
    }
    std::int64_t value = 0;
    std::memcpy(&value, place, sizeof value);
    return value;
}

} // namespace lab
