#pragma once

#include <string>

namespace lab::cli {

/// A line on standard error that is overwritten on a terminal, and printed now and then elsewhere.
class ProgressLine {
  public:
    /// Shows "[#####.....]  46 % text"; @param share 0 … 1
    void show(double share, const std::string& text);
    /// Ends the line, so that other output starts on a fresh one.
    void finish();

  private:
    int last_tenth_ = -1;
    bool open_ = false;
};

/// "42 s", "3 min 5 s", "1 h 12 min".
std::string duration_text(double seconds);

} // namespace lab::cli
