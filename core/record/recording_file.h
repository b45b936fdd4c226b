#pragma once

#include "core/record/detail_store.h"
#include "core/record/recording.h"

#include <cstddef>
#include <string>

namespace lab {

/// A run in one file, ending in .collapselab: gzip-compressed lines of JSON. One object per line:
///
///     {"type":"collapse-lab-recording","version":3,"program":"0.2.0"}     first line
///     {"type":"specification","specification":{…}}                         as spec_json.h writes it
///     {"type":"information", "class_names":[…], …}                         RunInfo
///     {"type":"record", …}  {"type":"event", …}                            as recording.h writes them
///     {"type":"detail", …}  {"type":"answers", …}                          as detail_line.h writes them
///     {"type":"end","records":N,"events":M}                                last line
///
/// Files with details count them in the last line as well ("details"). Earlier versions are read through
/// migration.h; a file that was read and is written again has the present version.
///
/// A journal is the same text without compression, without the last line, and written while the run goes on;
/// it repeats the specification where a run gains lanes.
std::string recording_head(const ExperimentSpec& spec);
std::string recording_line(const ExperimentSpec& spec);
std::string recording_line(const RunInfo& info);

/// Memory of the details that a file takes along at most, bytes; of longer runs it has some of the steps, as
/// DetailStore chooses them.
constexpr std::size_t saved_details_bound = std::size_t{16} << 20;

/// Writes the file completely or not at all. Throws std::runtime_error naming the file and the reason.
/// @param details of the recording's steps; empty: the file has none
void save_recording(const std::string& path, const Recording& recording,
                    const DetailStore& details = DetailStore());
/// Throws std::runtime_error naming the file where it cannot be read, is of another kind or version, is cut
/// off or damaged; then with the number of the line.
/// @param details takes the file's details, if it has any
Recording load_recording(const std::string& path, DetailStore* details = nullptr);

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
