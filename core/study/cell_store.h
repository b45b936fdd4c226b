#pragma once

#include "core/study/outcome.h"
#include "core/study/study.h"

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace lab {

/// Fingerprint of everything that decides a cell: column, specification, and the contents that it runs on
/// (StudyCell::content).
std::string cell_key(const StudyCell& cell);

/// A cell's content in a few digits, for its file.
std::string short_content(const StudyCell& cell);

/// The finished cell that a file holds under its own name, KEY.json; nothing where it holds none.
std::optional<CellOutcome> stored_cell(const std::filesystem::path& file);

/// Finished cells of a study in a folder, a file for each (KEY.json), so that an interrupted study goes on
/// where it stopped and several studies can fill one folder at once.
class CellStore {
  public:
    /// Reads what is there; a file that holds no finished cell is passed over, and written anew when its cell
    /// is run. Throws std::runtime_error naming the folder where no files can be made.
    explicit CellStore(const std::string& folder);
    /// Reads these cells alone, as far as they are there: a task of many looks at its own.
    CellStore(const std::string& folder, const std::vector<std::string>& keys);

    const std::vector<CellOutcome>& outcomes() const { return outcomes_; }
    bool contains(const std::string& key) const { return find(key) != nullptr; }
    /// Null where it is not there.
    const CellOutcome* find(const std::string& key) const;
    /// Whether the cell is there by now, be it that another process has finished it since. Safe to call from
    /// several threads.
    bool look_again(const std::string& key);
    /// Writes the cell's file, completely or not at all. Safe to call from several threads.
    void add(const CellOutcome& outcome);

  private:
    void keep(CellOutcome outcome);

    std::string folder_;
    std::vector<CellOutcome> outcomes_;
    std::unordered_map<std::string, std::size_t> places_; ///< of the keys in outcomes_
    std::mutex mutex_;
};

} // namespace lab
