#pragma once

#include "core/base/image.h"
#include "core/spec/corruption_kind.h"

#include <cstdint>
#include <string>

namespace lab {

/// Corrupts one picture (28 … 512 pixels a side, grey or RGB).
/// The result depends on nothing but the arguments: every random number is drawn from
/// (seed, image_id, kind, severity), whatever the thread or the order of calls.
/// @param frost_folder pictures of frost to use in place of the procedural ones; empty for procedural
/// Throws std::invalid_argument for a severity outside 1 … 5 or an empty picture.
Image corrupt(const Image& clean, const Corruption& corruption, std::uint64_t seed, std::uint64_t image_id,
              const std::string& frost_folder = {});

} // namespace lab
