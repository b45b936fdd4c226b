#include "core/base/csv.h"

namespace lab {

std::string quoted_cell(const std::string& text) {
    std::string all(1, '"');
    for (const char c : text)
        all.append(c == '"' ? 2 : 1, c);
    return all + '"';
}

std::string csv_cell(const std::string& text) {
    return text.find_first_of(",\"\r\n") == std::string::npos ? text : quoted_cell(text);
}

} // namespace lab
