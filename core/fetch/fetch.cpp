#include "core/fetch/fetch.h"

#include "core/fetch/bytes_text.h"
#include "core/fetch/checksum.h"
#include "core/fetch/download.h"
#include "core/fetch/unpack.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Report = std::function<bool(const FetchProgress&)>;

void make_folder(const fs::path& folder) {
    std::error_code fault;
    fs::create_directories(folder, fault);
    if (fault)
        throw std::runtime_error(folder.string() + ": cannot be made: " + fault.message());
}

fs::path site_of(const fs::path& target) {
    return target.string() + ".part";
}

fs::path mark(const fs::path& site, const ManifestFile& file) {
    return site / (file.name + ".done");
}

/// Bytes of a file that lie there, downloaded in part or whole and not yet unpacked.
std::int64_t arrived(const fs::path& site, const ManifestFile& file) {
    std::int64_t there = 0;
    std::error_code ignored;
    for (const char* ending : {"", ".part"})
        if (const fs::path part = site / (file.name + ending); fs::is_regular_file(part, ignored))
            there = static_cast<std::int64_t>(fs::file_size(part, ignored));
    return there;
}

/// The folder in which a data set comes about:
///
///   <target>.part/name.part     being downloaded
///   <target>.part/name          whole and verified
///   <target>.part/name.new/     being unpacked
///   <target>.part/name.done     its content is in …
///   <target>.part/content/      … here, and this becomes <target>
class Site {
  public:
    Site(const Manifest& manifest, fs::path target, const Report& report)
        : manifest_(manifest), target_(std::move(target)), root_(site_of(target_)), report_(report) {
        progress_.count = static_cast<int>(manifest.files.size());
    }

    void prepare() {
        std::error_code ignored;
        if (fs::exists(target_, ignored) &&
            !(fs::is_directory(target_, ignored) && fs::is_empty(target_, ignored)))
            throw std::runtime_error(target_.string() +
                                     ": expected no such folder, or an empty one; name another");
        make_folder(root_ / "content");
        const fs::space_info space = fs::space(root_, ignored);
        const std::int64_t needed = missing_bytes();
        if (!ignored && static_cast<std::uintmax_t>(needed) > space.available)
            throw std::runtime_error(root_.string() + ": the disk has room for " +
                                     bytes_text(static_cast<std::int64_t>(space.available)) + ", " +
                                     manifest_.title + " needs " + bytes_text(needed) + " or more");
    }

    void bring(const ManifestFile& file, FetchResult& result) {
        progress_.file = file.name;
        ++progress_.number;
        if (file.sha256.empty() && file.md5.empty())
            result.unverified.push_back(file.name);
        if (fs::exists(mark(root_, file)))
            return;
        if (!fs::exists(root_ / file.name)) {
            load(file);
            verify(file);
        }
        if (file.unpack)
            unpack_into_content(file);
        else
            fs::rename(root_ / file.name, root_ / "content" / file.name);
        std::ofstream(mark(root_, file)).close();
    }

    void place() {
        std::error_code fault;
        fs::remove(target_, fault); // an empty folder
        fs::rename(root_ / "content", target_, fault);
        if (fault)
            throw std::runtime_error(target_.string() + ": cannot be made: " + fault.message());
        fs::remove_all(root_, fault);
    }

  private:
    std::int64_t missing_bytes() const {
        std::int64_t bytes = 0;
        std::error_code ignored;
        for (const ManifestFile& file : manifest_.files) {
            if (fs::exists(mark(root_, file), ignored))
                continue;
            const std::int64_t there = arrived(root_, file);
            bytes += file.bytes - std::min(there, file.bytes) + (file.unpack ? file.bytes : 0);
        }
        return bytes;
    }

    std::function<bool(std::int64_t)> phase(FetchPhase phase, std::int64_t total) {
        progress_.phase = phase;
        progress_.total = total;
        return [this](std::int64_t bytes) {
            progress_.bytes = bytes;
            return !report_ || report_(progress_);
        };
    }

    void load(const ManifestFile& file) {
        const auto tell = phase(FetchPhase::download, file.bytes);
        DownloadOptions options;
        options.expected_bytes = file.bytes;
        options.progress = [&](std::int64_t bytes, std::int64_t total) {
            progress_.total = total;
            return tell(bytes);
        };
        download(file.address, root_ / (file.name + ".part"), options);
    }

    void verify(const ManifestFile& file) {
        const fs::path part = root_ / (file.name + ".part");
        const bool strong = !file.sha256.empty();
        const std::string& expected = strong ? file.sha256 : file.md5;
        if (!expected.empty()) {
            const std::string found =
                checksum(part, strong ? ChecksumKind::sha256 : ChecksumKind::md5,
                         phase(FetchPhase::verify, static_cast<std::int64_t>(fs::file_size(part))));
            if (found != expected) {
                fs::remove(part);
                throw std::runtime_error(file.address + ": the file is not the published one: expected the " +
                                         (strong ? "SHA-256 " : "MD5 ") + expected + ", found " + found);
            }
        }
        fs::rename(part, root_ / file.name);
    }

    void unpack_into_content(const ManifestFile& file) {
        const fs::path fresh = root_ / (file.name + ".new");
        fs::remove_all(fresh);
        make_folder(fresh);
        const fs::path archive = root_ / file.name;
        try {
            unpack(archive, fresh,
                   phase(FetchPhase::unpack, static_cast<std::int64_t>(fs::file_size(archive))));
        } catch (...) {
            std::error_code ignored;
            fs::remove_all(fresh, ignored);
            throw;
        }
        const fs::path top = only_folder(fresh);
        for (const auto& entry : fs::directory_iterator(top.empty() ? fresh : top)) {
            const fs::path place = root_ / "content" / entry.path().filename();
            fs::remove_all(place); // left by an earlier call that was interrupted here
            fs::rename(entry.path(), place);
        }
        fs::remove_all(fresh);
        fs::remove(archive);
    }

    /// Where the only archive holds one folder and nothing beside it. Of several archives each may bring one
    /// folder of the set.
    fs::path only_folder(const fs::path& folder) const {
        std::vector<fs::directory_entry> entries;
        for (const auto& entry : fs::directory_iterator(folder))
            entries.push_back(entry);
        const bool wrapped = entries.size() == 1 && entries[0].is_directory() && manifest_.files.size() == 1;
        return wrapped ? entries[0].path() : fs::path();
    }

    const Manifest& manifest_;
    fs::path target_;
    fs::path root_;
    const Report& report_;
    FetchProgress progress_;
};

/// What arrived in part stays for the next call; folders without anything in them go.
void leave_nothing_empty(const fs::path& target) {
    std::error_code ignored;
    fs::remove(site_of(target) / "content", ignored);
    fs::remove(site_of(target), ignored);
}

} // namespace

FetchResult fetch(const Manifest& manifest, const fs::path& target, const Report& progress) {
    if (manifest.files.empty())
        throw std::runtime_error(manifest.title + " cannot be downloaded freely: " + manifest.how_to_get);
    FetchResult result{target, {}};
    Site site(manifest, target, progress);
    try {
        site.prepare();
        for (const ManifestFile& file : manifest.files)
            site.bring(file, result);
        site.place();
    } catch (const fs::filesystem_error& fault) {
        leave_nothing_empty(target);
        throw std::runtime_error(fault.path1().string() + ": " + fault.code().message());
    } catch (...) {
        leave_nothing_empty(target);
        throw;
    }
    return result;
}

std::int64_t partly_fetched(const Manifest& manifest, const fs::path& target) {
    const fs::path site = site_of(target);
    std::int64_t bytes = 0;
    std::error_code ignored;
    for (const ManifestFile& file : manifest.files)
        bytes += fs::exists(mark(site, file), ignored) ? file.bytes : arrived(site, file);
    return bytes;
}

} // namespace lab
