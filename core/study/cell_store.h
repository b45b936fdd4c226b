#pragma once

#include "core/study/outcome.h"
#include "core/study/study.h"

#include <fstream>
#include <mutex>
#include <string>
#include <vector>

namespace lab {

/// Fingerprint of everything that decides a cell: column and specification.
std::string cell_key(const StudyCell& cell);

/// Finished cells of a study in a file of JSON lines, so that an interrupted study goes on where it stopped.
class CellStore {
  public:
    /// Reads what is there; a last line that was cut off by an interruption is dropped.
    /// Throws std::runtime_error naming the file where it cannot be read or written.
    explicit CellStore(const std::string& path);

    const std::vector<CellOutcome>& outcomes() const { return outcomes_; }
    bool contains(const std::string& key) const;
    /// Appends and flushes. Safe to call from several threads.
    void add(const CellOutcome& outcome);

  private:
    std::string path_;
    std::vector<CellOutcome> outcomes_;
    std::ofstream file_;
    std::mutex mutex_;
};

} // namespace lab
