#include "core/model/file_mapping.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lab {

FileMapping::FileMapping(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        throw std::runtime_error(path + ": cannot be opened: " + std::strerror(errno));
    struct stat status {};
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode))
        size_ = static_cast<std::uint64_t>(status.st_size);
    if (size_ > 0)
        data_ = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    ::close(file);
    if (size_ == 0 || data_ == MAP_FAILED)
        throw std::runtime_error(path + ": expected a file with weights, found " +
                                 (size_ == 0 ? "an empty file or none that is regular"
                                             : std::string("one that cannot be mapped")));
}

FileMapping::~FileMapping() {
    ::munmap(data_, size_);
}

} // namespace lab
