#include "core/base/new_folder.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace lab {

namespace fs = std::filesystem;

namespace {

/// Without a slash at its end.
fs::path named(const fs::path& folder) {
    return folder.has_filename() ? folder : folder.parent_path();
}

fs::path parent_of(const fs::path& folder) {
    return folder.has_parent_path() ? folder.parent_path() : fs::path(".");
}

} // namespace

void expect_new_folder(const fs::path& folder) {
    expect_output_folder(folder);
    std::error_code fault;
    if (!fs::exists(folder, fault)) {
        expect_output_folder(parent_of(named(folder)));
        return;
    }
    const bool empty = fs::is_empty(folder, fault);
    if (fault)
        throw std::runtime_error(shown(folder.native()) + ": " + fault.message());
    if (!empty)
        throw std::runtime_error(shown(folder.native()) +
                                 ": expected a new or an empty folder, found one that holds files");
}

void write_new_folder(const fs::path& folder, const std::function<void(const fs::path&)>& fill) {
    static std::atomic<unsigned> calls = 0;
    expect_new_folder(folder);
    const fs::path target = named(folder), parent = parent_of(target);
    make_output_folder(parent);
    const fs::path beside =
        parent / (".collapse-lab." + std::to_string(getpid()) + "." + std::to_string(++calls) + ".folder");
    make_output_folder(beside);
    std::error_code fault;
    try {
        fill(beside);
        fs::rename(beside, target, fault); // an empty folder makes way
        if (fault)
            throw std::runtime_error(shown(folder.native()) + ": cannot be written: " + fault.message());
    } catch (...) {
        fs::remove_all(beside, fault);
        throw;
    }
}

} // namespace lab
