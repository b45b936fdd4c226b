#pragma once

#include <QIcon>

namespace lab {

enum class Glyph { run, pause, step, restart, stop, present, close, add, fold, unfold, blocks };

/// An icon drawn in the text's colour, so that all look alike on every platform.
QIcon glyphIcon(Glyph glyph);

} // namespace lab
