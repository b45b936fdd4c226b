#include "core/image/class_table.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

namespace lab {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& expected,
                         const std::string& found) {
    throw std::runtime_error(file.string() + ": expected " + expected + ", found " + found + ".");
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    constexpr std::size_t most_lines = 1'000'000;
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; lines.size() < most_lines && std::getline(stream, line);) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        lines.push_back(line);
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

/// The cells of one line; a cell in quotation marks may hold commas and doubled marks.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += line[i++];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (line[i] == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

ClassTable read_labels_csv(const std::filesystem::path& file, const std::vector<std::string>& class_folders) {
    const std::vector<std::string> lines = lines_of(file);
    if (lines.empty() || cells_of(lines[0]) != std::vector<std::string>{"index", "wnid", "name"}) {
        refuse(file, "the columns index,wnid,name", lines.empty() ? "an empty file" : "\"" + lines[0] + "\"");
    }
    ClassTable table;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::vector<std::string> cells = cells_of(lines[i]);
        std::size_t index = 0;
        const bool number =
            std::from_chars(cells[0].data(), cells[0].data() + cells[0].size(), index).ec == std::errc();
        if (cells.size() != 3 || !number || index != i - 1 || cells[1].empty()) {
            refuse(file,
                   "index " + std::to_string(i - 1) + ", wnid and name in line " + std::to_string(i + 1),
                   "\"" + lines[i].substr(0, 80) + "\"");
        }
        if (!table.label.emplace(cells[1], static_cast<int>(index)).second) {
            refuse(file, "each wnid once", cells[1] + " again in line " + std::to_string(i + 1));
        }
        table.names.push_back(cells[2].empty() ? cells[1] : cells[2]);
    }
    for (const std::string& folder : class_folders) {
        if (!table.label.contains(folder)) {
            refuse(file, "a line for each folder of a class", "none for " + folder);
        }
    }
    return table;
}

ClassTable in_order(const std::vector<std::string>& class_folders, std::vector<std::string> names) {
    ClassTable table;
    table.names = std::move(names);
    for (const std::string& folder : class_folders) {
        table.label.emplace(folder, static_cast<int>(table.label.size()));
    }
    return table;
}

ClassTable read_classes_txt(const std::filesystem::path& file,
                            const std::vector<std::string>& class_folders) {
    std::vector<std::string> names = lines_of(file);
    if (names.size() != class_folders.size()) {
        refuse(file, std::to_string(class_folders.size()) + " names, one for each folder",
               std::to_string(names.size()));
    }
    return in_order(class_folders, std::move(names));
}

} // namespace

ClassTable class_table(const std::filesystem::path& folder, const std::vector<std::string>& class_folders,
                       const std::filesystem::path& elsewhere) {
    // "folder/." and "folder/" have no name of their own: their parent would be the folder itself.
    const std::filesystem::path whole = std::filesystem::absolute(folder / ".").lexically_normal();
    for (const std::filesystem::path& place :
         {whole, whole.parent_path().parent_path(), elsewhere.empty() ? whole : elsewhere}) {
        if (std::filesystem::is_regular_file(place / "labels.csv")) {
            return read_labels_csv(place / "labels.csv", class_folders);
        }
        if (std::filesystem::is_regular_file(place / "classes.txt")) {
            return read_classes_txt(place / "classes.txt", class_folders);
        }
    }
    return in_order(class_folders, class_folders);
}

} // namespace lab
