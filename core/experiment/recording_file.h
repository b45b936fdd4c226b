#pragma once

#include "core/experiment/recording.h"

#include <string>

namespace lab {

/// A run in one file, ending in .collapselab: gzip-compressed lines of JSON. One object per line:
///
///     {"type":"collapse-lab-recording","version":1,"program":"0.1.0"}     first line
///     {"type":"specification","specification":{…}}                         as spec_json.h writes it
///     {"type":"information", "class_names":[…], …}                         RunInfo
///     {"type":"record", …}  {"type":"event", …}                            as recording.h writes them
///     {"type":"end","records":N,"events":M}                                last line
///
/// A journal is the same text without compression, without the last line, and written while the run goes on;
/// it repeats the specification where a run gains lanes.
std::string recording_head(const ExperimentSpec& spec);
std::string recording_line(const ExperimentSpec& spec);
std::string recording_line(const RunInfo& info);

/// Writes the file completely or not at all. Throws std::runtime_error naming the file and the reason.
void save_recording(const std::string& path, const Recording& recording);
/// Throws std::runtime_error naming the file where it cannot be read, is of another kind or version, is cut
/// off or damaged; then with the number of the line.
Recording load_recording(const std::string& path);

/// The whole recording as one JSON object with "specification", "information", "records" and "events".
std::string recording_json(const Recording& recording);

/// What a journal still holds after the program was killed: everything up to its last complete line.
struct RecoveredJournal {
    Recording recording;
    bool ended = false; ///< the run came to its end; nothing is missing
};
/// Throws std::runtime_error naming the file where it cannot be read or begins in another way.
RecoveredJournal read_journal(const std::string& path);
/// The journal's last line, which says that the run is over.
std::string recording_end(const Recording& recording);

} // namespace lab
