#pragma once

#include <cstdint>
#include <string>

namespace lab {

/// A size for people: "29 KiB", "180 MiB", "1.5 GiB".
std::string bytes_text(std::int64_t bytes);

} // namespace lab
