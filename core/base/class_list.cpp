#include "core/base/class_list.h"

#include "core/base/input_file.h"
#include "core/base/text.h"

#include <stdexcept>

namespace lab {

std::vector<std::string> read_class_list(const std::filesystem::path& file) {
    std::vector<std::string> names;
    for (const std::string& line : lines_of_text(text_file_content(file)))
        names.push_back(trimmed(line));
    while (!names.empty() && names.back().empty())
        names.pop_back();
    const std::string place = shown(file.native());
    if (names.empty())
        throw std::runtime_error(place + ": expected class names, one a line, found none");
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].empty())
            throw std::runtime_error(place + ": expected a class name in line " + std::to_string(i + 1) +
                                     ", found an empty line");
    return names;
}

} // namespace lab
