#pragma once

#include <cstdint>
#include <string>

namespace lab {

/// A file mapped into memory, copy-on-write: its bytes may be written to without the file being changed.
/// Mapped pages that were not written to cost no memory of the process's own.
class FileMapping {
  public:
    /// Throws std::runtime_error naming the file where it cannot be opened, is empty or no regular file.
    explicit FileMapping(const std::string& path);
    ~FileMapping();
    FileMapping(const FileMapping&) = delete;
    FileMapping& operator=(const FileMapping&) = delete;

    std::uint8_t* data() const { return static_cast<std::uint8_t*>(data_); }
    std::uint64_t size() const { return size_; }

  private:
    void* data_ = nullptr;
    std::uint64_t size_ = 0;
};

} // namespace lab
