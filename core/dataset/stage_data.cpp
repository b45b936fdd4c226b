#include "core/dataset/stage_data.h"

#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/text.h"
#include "core/dataset/data_places.h"
#include "core/fetch/bytes_text.h"
#include "core/fetch/checksum.h"
#include "core/fetch/fetch_cancelled.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Tell = std::function<bool(const std::string&)>;

constexpr const char* mark = "complete.txt"; ///< made last, beside the copy

struct SourceFile {
    fs::path name; ///< below the set's folder
    std::uintmax_t bytes = 0;
    fs::file_time_type changed;
};

[[noreturn]] void refuse(const fs::path& path, const std::string& why) {
    throw std::runtime_error(shown(path.native()) + ": " + why);
}

/// All files below a folder in the order of their names.
std::vector<SourceFile> files_below(const fs::path& folder, const fs::path& part) {
    std::vector<SourceFile> files;
    std::error_code fault;
    for (fs::recursive_directory_iterator
             entry(folder / part, fs::directory_options::follow_directory_symlink, fault),
         end;
         !fault && entry != end; entry.increment(fault))
        if (entry->is_regular_file())
            files.push_back(
                {entry->path().lexically_relative(folder), entry->file_size(), entry->last_write_time()});
    if (fault)
        refuse(folder / part, "cannot be read: " + fault.message());
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return files;
}

/// A line for each file, by which a copy is known.
std::string listing(const std::vector<SourceFile>& files) {
    std::string text;
    for (const SourceFile& file : files)
        text += file.name.native() + " " + std::to_string(file.bytes) + " " +
                std::to_string(file.changed.time_since_epoch().count()) + "\n";
    return text;
}

/// One process at a time; the system lets go of it when the process ends, however it ends.
class Lock {
  public:
    Lock(const fs::path& file, const Tell& tell)
        : descriptor_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
        if (descriptor_ < 0)
            refuse(file, std::string("cannot be written: ") + std::strerror(errno));
        while (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            const int fault = errno;
            const bool waits = fault == EWOULDBLOCK || fault == EINTR;
            if (!waits || !tell("waiting for another task that copies")) {
                close(descriptor_);
                if (waits)
                    throw FetchCancelled();
                refuse(file, std::string("cannot be locked: ") + std::strerror(fault));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
    ~Lock() { close(descriptor_); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

  private:
    int descriptor_;
};

/// What is copied where, and how far it is.
class Copy {
  public:
    Copy(fs::path from, fs::path to, const std::vector<SourceFile>& files, const Tell& tell)
        : from_(std::move(from)), to_(std::move(to)), files_(files), tell_(tell) {
        for (const SourceFile& file : files)
            bytes_ += file.bytes;
    }

    std::uintmax_t bytes() const { return bytes_; }

    bool is_whole() const {
        return std::all_of(files_.begin(), files_.end(), [&](const SourceFile& file) {
            std::error_code fault;
            return fs::file_size(to_ / file.name, fault) == file.bytes && !fault;
        });
    }

    void make() {
        const fs::space_info space = fs::space(to_.parent_path());
        if (space.available < bytes_)
            refuse(to_.parent_path(), "expected " + bytes_text(static_cast<std::int64_t>(bytes_)) +
                                          " of free space for the data, found " +
                                          bytes_text(static_cast<std::int64_t>(space.available)));
        for (const SourceFile& file : files_) {
            fs::create_directories((to_ / file.name).parent_path());
            const std::string written = copy_file(file);
            if (content_of(to_ / file.name) != written)
                refuse(to_ / file.name, "reads back otherwise than it was written: is the disk sound?");
            fs::last_write_time(to_ / file.name, file.changed);
        }
    }

  private:
    /// Hands the content on piece by piece, and hashes it.
    template <typename Take>
    std::string read(const fs::path& path, Take take) {
        std::ifstream in(path, std::ios::binary);
        std::vector<char> block(1 << 20);
        ContentHash hash;
        while (in) {
            in.read(block.data(), static_cast<std::streamsize>(block.size()));
            const std::streamsize count = in.gcount();
            if (count > 0) {
                hash.add(block.data(), static_cast<std::size_t>(count));
                take(block.data(), count);
            }
        }
        if (!in.eof())
            refuse(path, "cannot be read to its end");
        return hash.text();
    }

    std::string copy_file(const SourceFile& file) {
        errno = 0;
        std::ofstream out(to_ / file.name, std::ios::binary);
        std::uintmax_t size = 0;
        const std::string hash = read(from_ / file.name, [&](const char* bytes, std::streamsize count) {
            out.write(bytes, count);
            size += static_cast<std::uintmax_t>(count);
            done_ += static_cast<std::uintmax_t>(count);
            if (!tell_("copying: " + bytes_text(static_cast<std::int64_t>(done_)) + " of " +
                       bytes_text(static_cast<std::int64_t>(bytes_))))
                throw FetchCancelled();
        });
        out.close();
        if (!out)
            refuse(to_ / file.name, std::string("cannot be written: ") +
                                        (errno != 0 ? std::strerror(errno) : "is the disk full?"));
        if (size != file.bytes)
            refuse(from_ / file.name, "was changed while it was copied");
        return hash;
    }

    std::string content_of(const fs::path& path) {
        return read(path, [](const char*, std::streamsize) {});
    }

    fs::path from_, to_;
    const std::vector<SourceFile>& files_;
    const Tell& tell_;
    std::uintmax_t bytes_ = 0, done_ = 0;
};

} // namespace

StagedData stage_data(const std::string& id, const std::string& data_dir, const fs::path& stage,
                      const Tell& tell) {
    const fs::path source = fs::absolute(require_data(id, data_dir)).lexically_normal();
    const bool validation_alone = id == "imagenet" && fs::is_directory(source / "val");
    const std::vector<SourceFile> files = files_below(source, validation_alone ? "val" : "");
    if (files.empty())
        refuse(source, "expected the files of " + id + ", found none");
    make_output_folder(stage);
    const std::string name = id + "-" + text_checksum(source.native() + "\n" + listing(files)).substr(0, 16);
    const fs::path own = stage / name;
    // The folder keeps its name, by which some sets are called.
    const fs::path to = own / (source.has_filename() ? source.filename() : source.parent_path().filename());
    const Lock lock(stage / (name + ".lock"), tell);
    Copy copy(source, to, files, tell);
    StagedData staged{to, static_cast<std::int64_t>(files.size()), static_cast<std::int64_t>(copy.bytes()),
                      false};
    if (fs::exists(own / mark) && copy.is_whole())
        return staged;
    fs::remove_all(own);
    fs::create_directories(to);
    copy.make();
    write_file_atomically(own / mark, "a copy of " + source.native() + "\n" + listing(files));
    staged.copied = true;
    return staged;
}

} // namespace lab
