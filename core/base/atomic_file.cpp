#include "core/base/atomic_file.h"

#include "core/base/text.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace lab {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const fs::path& path, const std::string& why) {
    throw std::runtime_error(shown(path.native()) + ": cannot be written: " + why);
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// Beside the file, so that the rename stays on one file system; of this process and call alone.
fs::path temporary_for(const fs::path& path) {
    static std::atomic<unsigned> calls = 0;
    return folder_of(path) /
           (".collapse-lab." + std::to_string(getpid()) + "." + std::to_string(++calls) + ".part");
}

/// fsync of a file or folder; 0 or errno.
int reach_disk(const fs::path& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    // Some network folders know no fsync; what they hold is as safe as they can make it.
    const int fault = fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
    close(descriptor);
    return fault;
}

class Temporary {
  public:
    explicit Temporary(fs::path path) : path_(std::move(path)) {}
    ~Temporary() {
        std::error_code ignored;
        if (!kept_)
            fs::remove(path_, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    const fs::path& path() const { return path_; }
    void keep() { kept_ = true; }

  private:
    fs::path path_;
    bool kept_ = false;
};

void expect_name(const fs::path& path) {
    if (path.empty())
        throw std::runtime_error("expected the path of a file to write, found an empty path");
    std::error_code fault;
    const fs::file_status there = fs::status(path, fault);
    if (!path.has_filename() || fs::is_directory(there))
        refuse(path, "it is a folder");
    if (fault && there.type() != fs::file_type::not_found)
        refuse(path, fault.message()); // a name that is too long, a folder that may not be looked into
    if (fs::exists(there) && !fs::is_regular_file(there))
        refuse(path, "it is no ordinary file"); // a rename would put a file in a device's place
}

} // namespace

void write_atomically(const fs::path& path, const std::function<void(std::ostream&)>& fill) {
    expect_name(path);
    Temporary temporary(temporary_for(path));
    errno = 0;
    {
        std::ofstream out(temporary.path(), std::ios::binary);
        if (out)
            fill(out);
        out.close();
        if (!out)
            refuse(path, errno != 0 ? std::strerror(errno) : "the disk is full or the folder is missing");
    }
    if (const int fault = reach_disk(temporary.path()); fault != 0)
        refuse(path, std::strerror(fault));
    std::error_code fault;
    fs::rename(temporary.path(), path, fault);
    if (fault)
        refuse(path, fault.message());
    temporary.keep();
    reach_disk(folder_of(path)); // some file systems cannot; the content itself is safe
}

void write_file_atomically(const fs::path& path, std::string_view content) {
    write_atomically(path, [&](std::ostream& out) {
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
    });
}

void expect_writable_file(const fs::path& path) {
    expect_name(path);
    if (access(path.c_str(), F_OK) == 0 && access(path.c_str(), W_OK) != 0)
        refuse(path, std::strerror(errno));
    const Temporary trial(temporary_for(path));
    errno = 0;
    if (!std::ofstream(trial.path(), std::ios::binary))
        refuse(path, std::strerror(errno));
}

void expect_output_folder(const fs::path& folder) {
    if (folder.empty())
        throw std::runtime_error("expected a folder for the results, found an empty path");
    fs::path there = fs::absolute(folder);
    std::error_code fault;
    if (fs::status(folder, fault).type() == fs::file_type::none)
        refuse(folder, fault.message());
    while (!fs::exists(there, fault) && there.has_relative_path())
        there = there.parent_path();
    if (!fs::is_directory(there, fault))
        refuse(folder, shown(there.native()) + " is no folder");
    if (access(there.c_str(), W_OK | X_OK) != 0)
        refuse(folder, shown(there.native()) + ": " + std::strerror(errno));
    if (fs::exists(folder, fault))
        expect_writable_file(folder / "writable");
}

void make_output_folder(const fs::path& folder) {
    if (folder.empty())
        throw std::runtime_error("expected a folder for the results, found an empty path");
    std::error_code fault;
    fs::create_directories(folder, fault);
    if (std::error_code ignored; !fs::is_directory(folder, ignored))
        throw std::runtime_error(shown(folder.native()) + ": expected a folder in which files can be made" +
                                 (fault ? ": " + fault.message() : ", found a file"));
    expect_writable_file(folder / "writable");
}

} // namespace lab
