#include "core/weights/file_bytes.h"

#include "core/base/input_file.h"
#include "core/base/text.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lab {

namespace {

constexpr const char* changing = "the file changed while it was read; try again when it is written";

} // namespace

FileBytes::FileBytes(const std::string& path) : source_(shown(path)) {
    expect_regular_file(path, "a weight file");
    file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0)
        throw std::runtime_error(source_ + ": cannot be opened: " + std::strerror(errno));
    struct stat status {};
    if (::fstat(file_, &status) == 0)
        size_ = static_cast<std::uint64_t>(status.st_size);
    time_ = status.st_mtim;
    if (size_ > 0)
        place_ = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                        -1, 0);
    if (size_ == 0 || place_ == MAP_FAILED) {
        ::close(file_);
        throw std::runtime_error(source_ + ": expected a file with weights, found " +
                                 (size_ == 0 ? "an empty file" : "one that memory has no room for"));
    }
}

FileBytes::~FileBytes() {
    ::munmap(place_, size_);
    ::close(file_);
}

bool FileBytes::holds(const void* address) const {
    const auto at = reinterpret_cast<std::uintptr_t>(address);
    const auto begin = reinterpret_cast<std::uintptr_t>(place_);
    return at >= begin && at - begin < size_;
}

ByteSpan FileBytes::read(std::uint64_t offset, std::uint64_t length) const {
    if (offset > size_ || length > size_ - offset)
        throw std::runtime_error(source_ + ": cut off: " + std::to_string(length) + " bytes at " +
                                 std::to_string(offset) + " of " + std::to_string(size_));
    std::uint64_t done = 0;
    while (done < length) {
        const ssize_t now =
            ::pread(file_, place() + offset + done, length - done, static_cast<off_t>(offset + done));
        if (now < 0 && errno == EINTR)
            continue;
        if (now <= 0)
            throw std::runtime_error(
                source_ + ": " +
                (now == 0 ? std::string(changing) : std::string("cannot be read: ") + std::strerror(errno)));
        done += static_cast<std::uint64_t>(now);
    }
    return {place() + offset, length};
}

void FileBytes::expect_unchanged() const {
    struct stat status {};
    if (::fstat(file_, &status) != 0 || static_cast<std::uint64_t>(status.st_size) != size_ ||
        status.st_mtim.tv_sec != time_.tv_sec || status.st_mtim.tv_nsec != time_.tv_nsec)
        throw std::runtime_error(source_ + ": " + changing);
}

} // namespace lab
