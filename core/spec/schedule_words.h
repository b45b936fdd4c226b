#pragma once

#include "core/spec/spec.h"

#include <string>

namespace lab {

/// What a stream shows, for headings and captions: "Fog 3", "ramp: Fog 1 to 5 and back", "15 corruptions
/// mixed, severity 5", "schedule: clean 2000, Fog 2 2000". UTF-8; only ASCII where titles are.
std::string schedule_words(const StreamSpec& stream);

/// The one corruption of all pictures but pure noise, by its name in files; "several" where there are more.
std::string corruption_of_all(const StreamSpec& stream);
/// The one severity, 0 for clean pictures; −1 where there are several.
int severity_of_all(const StreamSpec& stream);

/// The same of an experiment with pictures; of one with questions how they are ordered and what makes them
/// unlike the training: "answers in order, IR 500000, embedding noise 3".
std::string stream_words(const ExperimentSpec& spec);

} // namespace lab
