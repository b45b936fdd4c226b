#pragma once

#include "core/spec/spec.h"

#include <map>
#include <string>

namespace lab {

/// Fingerprints of what experiments run on, each looked at once: study_content() of model and data, the
/// states that lanes start from, the pictures of frost.
class CellContents {
  public:
    /// For StudyCell::content.
    std::string of(const ExperimentSpec& spec);

  private:
    template <typename Make>
    const std::string& known(const std::string& what, Make make);

    std::map<std::string, std::string> known_;
};

} // namespace lab
