#pragma once

#include <cstdint>
#include <ctime>
#include <span>
#include <string>

namespace lab {

/// Bytes of a file in memory; writing to them does not reach the file.
using ByteSpan = std::span<std::uint8_t>;

/// A place in memory for a file's bytes, into which parts are read as they are wanted: what was read stays as
/// it was, whatever happens to the file. Pages that nothing was read into take no memory. (A mapped file
/// would change under its reader, and end the program where it is cut off.)
class FileBytes {
  public:
    /// Throws std::runtime_error naming the file where it cannot be opened, is empty or no ordinary file.
    explicit FileBytes(const std::string& path);
    ~FileBytes();
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    std::uint64_t size() const { return size_; }
    /// The place of all bytes, zero where none were read.
    std::uint8_t* place() const { return static_cast<std::uint8_t*>(place_); }
    bool holds(const void* address) const;
    /// Reads a part, which must lie in the file. Throws std::runtime_error naming the file where it cannot be
    /// read or has become shorter.
    ByteSpan read(std::uint64_t offset, std::uint64_t length) const;
    /// Throws std::runtime_error naming the file where its size or time is not what it was at the beginning.
    void expect_unchanged() const;
    /// For sentences.
    const std::string& source() const { return source_; }

  private:
    std::string source_;
    int file_ = -1;
    void* place_ = nullptr;
    std::uint64_t size_ = 0;
    std::timespec time_{};
};

} // namespace lab
