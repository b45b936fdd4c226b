#pragma once

#include "core/experiment/recording.h"

#include <QString>

namespace lab {

/// A page of HTML that needs no other file: pictures inside as data, conditions, the table of lanes with
/// units, what happened when, and the specification as JSON to load again.
QString htmlReport(const Recording& recording);

} // namespace lab
