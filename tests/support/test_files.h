#pragma once

#include "core/base/image.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Small files made on the spot, and pictures to corrupt.
namespace test_files {

using Bytes = std::vector<std::uint8_t>;

/// An IDX file's header (numbers with the most significant byte first) and payload.
Bytes idx_bytes(const std::vector<std::uint32_t>& header, const Bytes& payload);
void write(const std::filesystem::path& file, const Bytes& bytes);
void write_gzip(const std::filesystem::path& file, const Bytes& bytes);
Bytes read(const std::filesystem::path& file);

/// Smooth shapes with some texture, the same on every call.
lab::Image picture(int height, int width, int channels);

/// The sentence of the exception that the action throws, or "nothing was thrown".
std::string sentence_of(const std::function<void()>& action);

} // namespace test_files
