#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace lab {

/// In which line the values of a JSON text stand, by their JSON pointers: "/steps/1/title" → 14. The root is
/// "". Made for messages; expects text that a JSON parser has accepted (comments are no JSON).
std::map<std::string, int> json_lines(const std::string& text);
/// The line, from 1 on, in which the byte at `offset` stands.
int line_of_offset(const std::string& text, std::size_t offset);
/// "steps[1].title" to "/steps/1/title".
std::string json_pointer_of(const std::string& path);

} // namespace lab
