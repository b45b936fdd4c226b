#pragma once

#include "core/record/recording.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// A lane's measures as TensorBoard's event file: records of TensorFlow's TFRecord format (length, its masked
/// CRC-32C, content, its masked CRC-32C), each an Event message (tensorflow/core/util/event.proto) with the
/// step and one scalar per measure; a measure that does not apply at a step is left out. A record holds no
/// time of day: the wall time is the step, in seconds.
std::string tensorboard_events(const Recording& recording, int lane);

/// Writes FOLDER/RUN/LANE/events.out.tfevents.0.collapse-lab for every lane, which TensorBoard shows as runs
/// beside one another. Throws std::runtime_error naming the file that cannot be written.
/// @param run     name of the run's folder
/// @return the files
std::vector<std::filesystem::path>
write_tensorboard(const Recording& recording, const std::filesystem::path& folder, const std::string& run);

/// CRC-32C (Castagnoli, polynomial 0x1EDC6F41 reflected, as in RFC 3720 appendix B.4).
std::uint32_t crc32c(std::string_view content);

} // namespace lab
