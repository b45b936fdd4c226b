#pragma once

#include "core/experiment/spec.h"

#include <QString>

namespace lab {

/// Why the specification's data set cannot be read, as a sentence; empty where it can. Reads the files.
QString dataFault(const ExperimentSpec& spec);

} // namespace lab
