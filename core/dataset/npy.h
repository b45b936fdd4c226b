#pragma once

#include "core/base/file_stamp.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lab {

enum class NpyType { uint8, int32, int64 };

/// An array of NumPy's .npy format (versions 1.0, 2.0 and 3.0), read piece by piece: little-endian uint8,
/// int32 or int64 in C order. Reading is thread-safe. The file is watched: what is read from one that was
/// changed or cut since it was opened throws std::runtime_error, and never ends the program. Source of the
/// format: NumPy Enhancement Proposal 1.
class NpyFile {
  public:
    /// Throws std::runtime_error with a sentence naming the file, what was expected and what was found: no
    /// such file, no .npy file, another version, type or order, a shape that does not match the file's size.
    explicit NpyFile(const std::filesystem::path& file);
    ~NpyFile();
    NpyFile(NpyFile&& other) noexcept;
    NpyFile(const NpyFile&) = delete;
    NpyFile& operator=(const NpyFile&) = delete;

    NpyType type() const { return type_; }
    const std::vector<std::int64_t>& shape() const { return shape_; }
    std::int64_t count() const { return count_; } ///< product of the shape; 1 for a scalar
    /// Elements in row-major order as bytes. Throws std::out_of_range where they are not all there.
    std::vector<std::uint8_t> bytes(std::int64_t first, std::int64_t count) const;
    /// The same as numbers.
    std::vector<std::int64_t> integers(std::int64_t first, std::int64_t count) const;

  private:
    void open_file();
    void read_header();
    /// Bytes of the file; throws where it is no longer the one that was opened.
    std::vector<std::uint8_t> part(std::size_t begin, std::size_t count) const;

    std::filesystem::path file_;
    int descriptor_ = -1;
    FileStamp stamp_;
    std::size_t size_ = 0;  ///< of the file
    std::size_t begin_ = 0; ///< of the elements
    NpyType type_ = NpyType::uint8;
    std::vector<std::int64_t> shape_;
    std::int64_t count_ = 1;
};

} // namespace lab
