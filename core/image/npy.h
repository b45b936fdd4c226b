#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lab {

enum class NpyType { uint8, int32, int64 };

/// An array of NumPy's .npy format (versions 1.0, 2.0 and 3.0), mapped into memory and read only:
/// little-endian uint8, int32 or int64 in C order. Reading is thread-safe. Source of the format: NumPy
/// Enhancement Proposal 1.
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
    /// The elements as bytes: count × the type's size.
    const std::uint8_t* bytes() const { return static_cast<const std::uint8_t*>(memory_) + begin_; }
    /// One element in row-major order. Throws std::out_of_range outside 0 … count − 1.
    std::int64_t integer(std::int64_t index) const;

  private:
    void map();
    void read_header();

    std::filesystem::path file_;
    void* memory_ = nullptr;
    std::size_t size_ = 0;  ///< of the file
    std::size_t begin_ = 0; ///< of the elements
    NpyType type_ = NpyType::uint8;
    std::vector<std::int64_t> shape_;
    std::int64_t count_ = 1;
};

} // namespace lab
