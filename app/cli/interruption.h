#pragma once

#include <stdexcept>
#include <string>

namespace lab::cli {

/// Exit code of work that a signal cut short; what was done by then is written.
inline constexpr int cut_short_code = 3;

/// Ends a command with that code.
class CutShort : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// From now on the first SIGINT, SIGTERM, SIGHUP or SIGUSR1 (a scheduler's warning) is a wish, told by
/// interrupted_by(); a second ends the program at once, but for SIGUSR1 and a SIGTERM that comes twice at one
/// moment, by way of a script. A signal that is ignored (nohup, a script's background job) stays so.
void watch_for_signals();
/// "SIGINT", "SIGTERM", "SIGHUP" or "SIGUSR1" where one has come, else null.
const char* interrupted_by();
/// Throws CutShort where one has come.
/// @param so_far what became of the work: "3 pictures are written"
void stop_if_interrupted(const std::string& so_far);

} // namespace lab::cli
