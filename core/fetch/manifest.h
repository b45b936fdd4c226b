#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

/// One file of a data set.
struct ManifestFile {
    std::string name;       ///< on disk
    std::string address;    ///< http:// or https://
    std::int64_t bytes = 0; ///< as published; 0: unknown
    std::string sha256;     ///< as published, lower case; empty: unknown
    std::string md5;        ///< likewise; looked at where there is no SHA-256
    bool unpack = false;    ///< an archive whose content is wanted, not itself
};

/// Where a data set comes from and on which terms: a file of datasets/.
struct Manifest {
    std::string id;
    std::string title;
    std::string licence;
    std::string citation;
    std::string homepage;
    std::string how_to_get;
    std::vector<ManifestFile> files; ///< empty: cannot be downloaded freely; how_to_get says what to do
    std::string summary;             ///< what the set is, a sentence; may be empty

    std::int64_t bytes() const; ///< of all files
};

/// Throws std::runtime_error with a sentence naming the file, the field, what was expected and what was
/// found.
Manifest read_manifest(const std::string& path);

} // namespace lab
