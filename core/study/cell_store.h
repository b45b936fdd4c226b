#pragma once

#include "core/study/outcome.h"
#include "core/study/study.h"

#include <mutex>
#include <string>
#include <vector>

namespace lab {

/// Fingerprint of everything that decides a cell: column, specification, and the contents that it runs on
/// (StudyCell::content).
std::string cell_key(const StudyCell& cell);

/// Finished cells of a study in a folder, a file for each (KEY.json), so that an interrupted study goes on
/// where it stopped and several studies can fill one folder at once.
class CellStore {
  public:
    /// Reads what is there; a file that holds no finished cell is passed over, and written anew when its cell
    /// is run. Throws std::runtime_error naming the folder where no files can be made.
    explicit CellStore(const std::string& folder);

    const std::vector<CellOutcome>& outcomes() const { return outcomes_; }
    bool contains(const std::string& key) const;
    /// Writes the cell's file, completely or not at all. Safe to call from several threads.
    void add(const CellOutcome& outcome);

  private:
    std::string folder_;
    std::vector<CellOutcome> outcomes_;
    std::mutex mutex_;
};

} // namespace lab
