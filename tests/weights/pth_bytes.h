#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// .pth files written byte by byte, without PyTorch: right ones, and ones that PyTorch would never write.
namespace pth_bytes {

struct StoredFile {
    std::string name;
    std::string bytes;
    int method = 0; ///< 0 stored, 8 deflated
    int flags = 0;  ///< 1 encrypted
};

/// A zip archive. @param zip64 with all sizes and offsets in 64-bit fields
/// @param shift bytes of padding before the first file's contents, which decide its alignment
std::string zip(const std::vector<StoredFile>& files, bool zip64 = false, int shift = 0);

// Opcodes of a pickle, protocol 2, as they follow each other.
std::string whole(const std::string& value); ///< with protocol and stop
std::string number(std::int64_t value);
std::string text(const std::string& value);
std::string tuple(const std::vector<std::string>& items);
std::string global(const std::string& module, const std::string& name);
std::string call(const std::string& function, const std::vector<std::string>& arguments);
std::string dictionary(const std::vector<std::pair<std::string, std::string>>& items);
/// An OrderedDict with metadata, as a module's state dictionary is.
std::string state_dictionary(const std::vector<std::pair<std::string, std::string>>& items);
std::string storage(const std::string& type, const std::string& key, std::int64_t size);
std::string tensor(const std::string& stored, std::int64_t offset, const std::vector<std::int64_t>& sizes,
                   const std::vector<std::int64_t>& strides);

/// The bytes of values as they lie in memory.
template <class T>
std::string raw(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

/// An archive with a pickle and storages 0, 1, …
std::string archive(const std::string& pickle, const std::vector<std::string>& storages, bool zip64 = false,
                    int shift = 0);

} // namespace pth_bytes
