#pragma once

#include <QString>

namespace lab {

/// ", about 12 min left", to be put behind other words; empty for 0: not known.
QString timeLeft(double seconds);

} // namespace lab
