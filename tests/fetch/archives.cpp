#include "tests/fetch/archives.h"

#include <archive.h>
#include <archive_entry.h>

namespace archives {

void write_tar(const std::filesystem::path& file, const std::vector<Entry>& entries) {
    archive* const tar = archive_write_new();
    if (file.extension() == ".gz")
        archive_write_add_filter_gzip(tar);
    archive_write_set_format_pax_restricted(tar);
    archive_write_open_filename(tar, file.c_str());
    for (const Entry& one : entries) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, one.path.c_str());
        archive_entry_set_perm(entry, one.kind == 'd' ? 0755 : 0644);
        archive_entry_set_filetype(entry, one.kind == 'd'   ? AE_IFDIR
                                          : one.kind == 'l' ? AE_IFLNK
                                          : one.kind == 'p' ? AE_IFIFO
                                                            : AE_IFREG);
        if (one.kind == 'l')
            archive_entry_set_symlink(entry, one.target.c_str());
        if (one.kind == 'h')
            archive_entry_set_hardlink(entry, one.target.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(one.content.size()));
        archive_write_header(tar, entry);
        archive_write_data(tar, one.content.data(), one.content.size());
        archive_entry_free(entry);
    }
    archive_write_close(tar);
    archive_write_free(tar);
}

} // namespace archives
