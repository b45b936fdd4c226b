#include "core/base/file_stamp.h"

#include <sys/stat.h>

namespace lab {

namespace {

FileStamp stamp_from(const struct stat& status) {
    return {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
            status.st_ino};
}

} // namespace

FileStamp stamp_of(const std::filesystem::path& file) {
    struct stat status {};
    return stat(file.c_str(), &status) == 0 ? stamp_from(status) : FileStamp{};
}

FileStamp stamp_of(int descriptor) {
    struct stat status {};
    return fstat(descriptor, &status) == 0 ? stamp_from(status) : FileStamp{};
}

} // namespace lab
