#include "core/fetch/unpack.h"

#include "core/fetch/fetch_cancelled.h"

#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
    throw std::runtime_error(file.string() + ": cannot be unpacked: " + why);
}

std::string reason(archive* source) {
    const char* const text = archive_error_string(source);
    return text != nullptr ? text : "damaged";
}

/// The entry's path below the folder. Throws for everything that could lead out of it.
fs::path checked_path(archive_entry* entry, const fs::path& file) {
    const char* const name = archive_entry_pathname(entry);
    if (name == nullptr || *name == '\0')
        refuse(file, "an entry without a name");
    const fs::path path = name;
    const std::string quoted = std::string("\"") + name + "\"";
    if (path.is_absolute())
        refuse(file, "it holds the absolute path " + quoted);
    for (const fs::path& part : path)
        if (part == "..")
            refuse(file, "it holds " + quoted + ", which leads out of the folder");
    const bool link = archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr;
    const auto type = archive_entry_filetype(entry);
    if (link || (type != AE_IFREG && type != AE_IFDIR))
        refuse(file, "it holds " + quoted + ", which is a link or a special file");
    return path.lexically_normal();
}

void write_file(archive* source, const fs::path& target, const fs::path& file,
                const std::function<bool(std::int64_t)>& progress) {
    const auto close = [](std::FILE* stream) { return std::fclose(stream); };
    std::unique_ptr<std::FILE, decltype(close)> out(std::fopen(target.c_str(), "wb"), close);
    const auto failed = [&target]() -> void {
        throw std::runtime_error(target.string() + ": cannot be written: " +
                                 (errno == ENOSPC ? "the disk is full" : std::strerror(errno)));
    };
    if (!out)
        failed();
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    int code = ARCHIVE_OK;
    while ((code = archive_read_data_block(source, &block, &size, &offset)) == ARCHIVE_OK) {
        // Blocks come in order; what lies between them are zeros.
        if (fseeko(out.get(), offset, SEEK_SET) != 0 || std::fwrite(block, 1, size, out.get()) != size)
            failed();
        if (progress && !progress(archive_filter_bytes(source, -1)))
            throw FetchCancelled();
    }
    if (code != ARCHIVE_EOF)
        refuse(file, reason(source));
    if (std::fclose(out.release()) != 0)
        failed();
}

} // namespace

void unpack(const fs::path& file, const fs::path& folder, const std::function<bool(std::int64_t)>& progress) {
    const Archive source(archive_read_new(), archive_read_free);
    archive_read_support_filter_all(source.get());
    archive_read_support_format_all(source.get());
    if (archive_read_open_filename(source.get(), file.c_str(), std::size_t{1} << 18) != ARCHIVE_OK)
        refuse(file, reason(source.get()));
    archive_entry* entry = nullptr;
    int code = ARCHIVE_OK;
    while ((code = archive_read_next_header(source.get(), &entry)) == ARCHIVE_OK) {
        const fs::path target = folder / checked_path(entry, file);
        std::error_code fault;
        if (archive_entry_filetype(entry) == AE_IFDIR) {
            fs::create_directories(target, fault);
        } else {
            fs::create_directories(target.parent_path(), fault);
            if (!fault)
                write_file(source.get(), target, file, progress);
        }
        if (fault)
            throw std::runtime_error(target.string() + ": cannot be made: " + fault.message());
    }
    if (code != ARCHIVE_EOF)
        refuse(file, reason(source.get()));
}

} // namespace lab
