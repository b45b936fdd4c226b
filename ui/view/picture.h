#pragma once

#include "core/record/record.h"

#include <QImage>

namespace lab {

/// A copy of the picture's bytes as the window draws them; null where the picture is empty or incomplete.
QImage toQImage(const Image& image);

} // namespace lab
