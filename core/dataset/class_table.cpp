#include "core/dataset/class_table.h"

#include "core/base/class_list.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/dataset/class_name.h"
#include "core/dataset/file_refusal.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace lab {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// The cells of one line, trimmed; a cell in quotation marks may hold separators and doubled marks.
Names cells_of(const std::string& line, char separator) {
    Names cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == separator && !quoted)
            cells.emplace_back();
        else
            cells.back() += line[i];
    }
    std::transform(cells.begin(), cells.end(), cells.begin(), trimmed);
    return cells;
}

/// Where the three columns stand, by what they may be called.
struct Columns {
    char separator = ',';
    std::size_t index = 0, key = 0, name = 0, count = 0;
};

std::size_t column_of(const Names& header, const Names& names) {
    std::size_t place = 0;
    while (place < header.size() &&
           std::find(names.begin(), names.end(), plain_class_name(header[place])) == names.end())
        ++place;
    return place;
}

Columns columns_of(const fs::path& file, const std::string& line) {
    for (const char separator : {',', ';', '\t'}) {
        const Names header = cells_of(line, separator);
        const Columns columns{separator, column_of(header, {"index", "label"}),
                              column_of(header, {"wnid", "folder", "id", "synset"}),
                              column_of(header, {"name", "class", "classname"}), header.size()};
        if (std::max({columns.index, columns.key, columns.name}) < header.size())
            return columns;
    }
    refuse_file(file, "the columns index,wnid,name", "\"" + shown(line.substr(0, 80)) + "\"");
}

ClassTable read_labels_csv(const fs::path& file, const Names& class_folders) {
    const Names lines = lines_of_text(text_file_content(file));
    if (lines.empty())
        refuse_file(file, "the columns index,wnid,name", "an empty file");
    const Columns columns = columns_of(file, lines[0]);
    const std::size_t classes = lines.size() - 1;
    ClassTable table{Names(classes), Names(classes), {}, {}};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Names cells = cells_of(lines[i], columns.separator);
        const auto bad_line = [&](const std::string& expected) {
            refuse_file(file, expected + " in line " + std::to_string(i + 1),
                        "\"" + shown(lines[i].substr(0, 80)) + "\"");
        };
        const int index = cells.size() == columns.count ? number_as_name(cells[columns.index]) : -1;
        if (index < 0 || cells[columns.key].empty())
            bad_line("index, wnid and name");
        if (static_cast<std::size_t>(index) >= classes ||
            !table.keys[static_cast<std::size_t>(index)].empty())
            bad_line("each index from 0 to " + std::to_string(classes - 1) + " once, not " +
                     std::to_string(index));
        const auto place = static_cast<std::size_t>(index);
        table.keys[place] = cells[columns.key];
        table.names[place] = cells[columns.name].empty() ? cells[columns.key] : cells[columns.name];
        if (!table.label.emplace(cells[columns.key], index).second)
            refuse_file(file, "each wnid once",
                        shown(cells[columns.key]) + " again in line " + std::to_string(i + 1));
    }
    std::map<std::string, int> by_composed;
    for (const auto& [key, index] : table.label)
        by_composed.emplace(composed(key), index);
    for (const std::string& folder : class_folders) {
        const auto same = by_composed.find(composed(folder));
        if (same == by_composed.end())
            refuse_file(file, "a line for each folder of a class", "none for " + shown(folder));
        table.label.emplace(folder, same->second);
    }
    table.notices = {{NoticeSubject::labels, false, "labels and names are those of " + shown(file.native())}};
    return table;
}

ClassTable in_order(const Names& class_folders, Names names) {
    ClassTable table{std::move(names), class_folders, {}, {}};
    for (const std::string& folder : class_folders)
        table.label.emplace(folder, static_cast<int>(table.label.size()));
    return table;
}

/// The folder that a line of classes.txt means: by its whole text, as names are compared, or by its first
/// word. Empty where it means none.
std::string folder_meant(const std::string& line, const std::map<std::string, std::string>& plain,
                         const std::set<std::string>& folders) {
    if (folders.contains(line))
        return line;
    if (const auto found = plain.find(plain_class_name(line)); found != plain.end())
        return found->second;
    const std::string first = line.substr(0, line.find_first_of(" \t,;:"));
    return first.size() < line.size() && number_as_name(first) < 0 && folders.contains(first) ? first : "";
}

/// The list's order where its lines are the folders.
ClassTable in_order_of_list(const fs::path& file, const Names& lines, const Names& meant) {
    ClassTable table;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& key = meant[i].empty() ? lines[i] : meant[i];
        const bool named = lines[i].size() > key.size() && lines[i].starts_with(key) &&
                           std::string_view(" \t,;:").find(lines[i][key.size()]) != std::string_view::npos;
        table.keys.push_back(key);
        table.names.push_back(named ? trimmed(std::string_view(lines[i]).substr(key.size() + 1)) : lines[i]);
        if (!table.label.emplace(key, static_cast<int>(i)).second)
            refuse_file(file, "each folder of a class once",
                        "\"" + shown(key) + "\" again in line " + std::to_string(i + 1));
    }
    table.notices = {
        {NoticeSubject::labels, false, "the order of the classes is that of " + shown(file.native())}};
    return table;
}

ClassTable read_classes_txt(const fs::path& file, const Names& class_folders) {
    const Names lines = read_class_list(file);
    const std::set<std::string> folders(class_folders.begin(), class_folders.end());
    std::map<std::string, std::string> plain;
    std::set<std::string> twice;
    for (const std::string& folder : class_folders)
        if (const std::string name = plain_class_name(folder); !plain.emplace(name, folder).second)
            twice.insert(name);
    for (const std::string& name : twice)
        plain.erase(name);
    Names meant;
    std::set<std::string> found;
    for (const std::string& line : lines) {
        meant.push_back(folder_meant(line, plain, folders));
        if (!meant.back().empty())
            found.insert(meant.back());
    }
    if (found.size() == folders.size())
        return in_order_of_list(file, lines, meant);
    // A few of many may be the same by chance in one list and stand for nothing; but then the list is no
    // order.
    if (!found.empty()) {
        Names missing;
        std::set_difference(folders.begin(), folders.end(), found.begin(), found.end(),
                            std::back_inserter(missing));
        refuse_file(file, "the name of each folder, or other names for all of them",
                    "no line for " + first_few(missing));
    }
    if (lines.size() != class_folders.size())
        refuse_file(file, std::to_string(class_folders.size()) + " names, one for each folder",
                    std::to_string(lines.size()));
    ClassTable table = in_order(class_folders, lines);
    const std::string trap = numbers_out_of_order(class_folders);
    table.notices = {{NoticeSubject::labels, !trap.empty(),
                      "the names in " + shown(file.native()) + " are those of the folders in sorted order" +
                          (trap.empty() ? "" : ", as texts: " + trap)}};
    return table;
}

} // namespace

void sort_class_folders(Names& folders) {
    const bool numbers = std::all_of(folders.begin(), folders.end(),
                                     [](const std::string& name) { return number_as_name(name) >= 0; });
    std::sort(folders.begin(), folders.end(), [&](const std::string& a, const std::string& b) {
        const int x = numbers ? number_as_name(a) : 0, y = numbers ? number_as_name(b) : 0;
        return x != y ? x < y : a < b;
    });
}

ClassTable class_table(const fs::path& folder, const Names& class_folders, const fs::path& elsewhere) {
    // "folder/." and "folder/" have no name of their own: their parent would be the folder itself.
    const fs::path whole = fs::absolute(folder / ".").lexically_normal();
    for (const fs::path& place :
         {whole, whole.parent_path().parent_path(), elsewhere.empty() ? whole : elsewhere}) {
        if (fs::exists(place / "labels.csv"))
            return read_labels_csv(place / "labels.csv", class_folders);
        if (fs::exists(place / "classes.txt"))
            return read_classes_txt(place / "classes.txt", class_folders);
    }
    return in_order(class_folders, class_folders);
}

} // namespace lab
