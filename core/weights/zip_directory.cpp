#include "core/weights/zip_directory.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace lab {

namespace {

// Record lengths and signatures of the .ZIP file format (APPNOTE 6.3): local header, central header, end of
// the central directory, its zip64 form and the locator of that.
constexpr std::uint32_t local_mark = 0x04034b50, central_mark = 0x02014b50, end_mark = 0x06054b50,
                        end64_mark = 0x06064b50, locator64_mark = 0x07064b50;
constexpr std::uint64_t local_length = 30, central_length = 46, end_length = 22, end64_length = 56,
                        locator64_length = 20, longest_comment = 0xffff;

/// Little-endian numbers at checked places.
class Archive {
  public:
    explicit Archive(const FileBytes& file) : file_(file) {}

    std::uint64_t size() const { return file_.size(); }

    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(file_.source() + ": not a usable .pth file: " + what);
    }

    /// A place that is not read.
    ByteSpan place(std::uint64_t at, std::uint64_t length) const {
        if (at > size() || length > size() - at)
            fail("its directory points outside the file (cut off?): " + std::to_string(length) +
                 " bytes at " + std::to_string(at) + " of " + std::to_string(size()));
        return {file_.place() + at, length};
    }

    ByteSpan part(std::uint64_t at, std::uint64_t length) const {
        place(at, length);
        return file_.read(at, length);
    }

    /// Reads a part once, so that numbers in it need not be read one by one.
    void keep(std::uint64_t at, std::uint64_t length) {
        part(at, length);
        kept_ = at;
        kept_length_ = length;
    }

    std::uint64_t number(std::uint64_t at, int bytes) const {
        const auto length = static_cast<std::uint64_t>(bytes);
        const bool kept = at >= kept_ && length <= kept_length_ && at - kept_ <= kept_length_ - length;
        const ByteSpan digits = kept ? place(at, length) : part(at, length);
        std::uint64_t value = 0;
        for (int i = bytes - 1; i >= 0; --i)
            value = value << 8 | digits[static_cast<std::size_t>(i)];
        return value;
    }

  private:
    const FileBytes& file_;
    std::uint64_t kept_ = 0, kept_length_ = 0;
};

struct Directory {
    std::uint64_t entries, size, offset;
};

/// The end record is the last thing in the file but for a comment.
std::uint64_t end_record(const Archive& archive) {
    if (archive.size() < end_length)
        archive.fail("it is shorter than the end of a zip archive");
    const std::uint64_t last = archive.size() - end_length, most = std::min(last, longest_comment);
    const ByteSpan tail = archive.part(last - most, most + end_length);
    const auto number = [&](std::uint64_t at, int bytes) {
        std::uint64_t value = 0;
        for (int i = bytes - 1; i >= 0; --i)
            value = value << 8 | tail[at + static_cast<std::uint64_t>(i)];
        return value;
    };
    for (std::uint64_t back = 0; back <= most; ++back)
        if (number(most - back, 4) == end_mark && number(most - back + 20, 2) == back)
            return last - back;
    archive.fail("the end of the zip archive is missing (cut off?)");
}

Directory directory_of(const Archive& archive) {
    const std::uint64_t end = end_record(archive);
    if (end >= locator64_length && archive.number(end - locator64_length, 4) == locator64_mark) {
        const std::uint64_t end64 = archive.number(end - locator64_length + 8, 8);
        archive.part(end64, end64_length);
        if (archive.number(end64, 4) != end64_mark)
            archive.fail("its zip64 record is not where it should be");
        return {archive.number(end64 + 32, 8), archive.number(end64 + 40, 8), archive.number(end64 + 48, 8)};
    }
    if (archive.number(end + 4, 2) != 0 || archive.number(end + 6, 2) != 0)
        archive.fail("it is spread over several files");
    return {archive.number(end + 10, 2), archive.number(end + 12, 4), archive.number(end + 16, 4)};
}

struct CentralEntry {
    std::uint64_t packed, length,
        local; ///< bytes in the archive, bytes of the file, offset of the local header
};

/// Sizes that do not fit 32 bits stand in the extra field 1, in this order, only where they are needed.
void read_zip64(const Archive& archive, std::uint64_t at, std::uint64_t length, CentralEntry& entry) {
    const std::uint64_t end = at + length;
    while (end - at >= 4) {
        const std::uint64_t id = archive.number(at, 2), size = archive.number(at + 2, 2);
        at += 4;
        if (size > end - at)
            archive.fail("an extra field of its directory is longer than its place");
        std::uint64_t next = at;
        if (id == 1)
            for (std::uint64_t* value : {&entry.length, &entry.packed, &entry.local})
                if (*value == 0xffffffff) {
                    if (at + size - next < 8)
                        archive.fail("a zip64 field of its directory is too short");
                    *value = archive.number(next, 8);
                    next += 8;
                }
        at += size;
    }
}

ByteSpan contents(const Archive& archive, const CentralEntry& entry, const std::string& name) {
    archive.part(entry.local, local_length);
    if (archive.number(entry.local, 4) != local_mark)
        archive.fail("\"" + name + "\" is not where the directory says");
    const std::uint64_t skipped =
        local_length + archive.number(entry.local + 26, 2) + archive.number(entry.local + 28, 2);
    archive.place(entry.local, skipped);
    return archive.place(entry.local + skipped, entry.length);
}

void add(const Archive& archive, const std::string& name, const CentralEntry& entry, std::uint64_t flags,
         std::uint64_t method, std::map<std::string, ByteSpan>& files) {
    if ((flags & 1) != 0)
        archive.fail("\"" + name + "\" is encrypted");
    if (method != 0 || entry.packed != entry.length)
        archive.fail("\"" + name + "\" is compressed; torch.save stores its files uncompressed");
    if (!files.emplace(name, contents(archive, entry, name)).second)
        archive.fail("\"" + name + "\" occurs twice");
}

} // namespace

std::map<std::string, ByteSpan> stored_files(const FileBytes& file,
                                             const std::function<bool(const std::string& name)>& wanted) {
    Archive archive(file);
    const Directory directory = directory_of(archive);
    archive.keep(directory.offset, directory.size);
    if (directory.entries > directory.size / central_length)
        archive.fail("its directory claims more files than it has room for");
    std::map<std::string, ByteSpan> files;
    std::uint64_t at = directory.offset;
    for (std::uint64_t i = 0; i < directory.entries; ++i) {
        archive.place(at, central_length);
        if (archive.number(at, 4) != central_mark)
            archive.fail("its directory is broken");
        const std::uint64_t flags = archive.number(at + 8, 2), method = archive.number(at + 10, 2);
        const std::uint64_t name_length = archive.number(at + 28, 2), extra = archive.number(at + 30, 2);
        CentralEntry entry{archive.number(at + 20, 4), archive.number(at + 24, 4),
                           archive.number(at + 42, 4)};
        const ByteSpan letters = archive.part(at + central_length, name_length);
        const std::string name(letters.begin(), letters.end());
        archive.place(at + central_length + name_length, extra);
        read_zip64(archive, at + central_length + name_length, extra, entry);
        if (wanted(name))
            add(archive, name, entry, flags, method, files);
        at += central_length + name_length + extra + archive.number(at + 32, 2);
    }
    return files;
}

} // namespace lab
