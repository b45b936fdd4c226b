#pragma once

#include "core/parity/method_trace.h"

namespace lab {

/// The recipe of a trace of LAME, T3A, MEMO, CoTTA, RoTTA, PeTTA or NOTE: the method's row with the trace's
/// numbers. Throws UnknownTrace for a spelling or a number that nobody knows.
Recipe memory_recipe_of(const MethodTrace& trace, HyperParameters& given);

/// How many views of each picture memories go through, one a step: 4 of "view number = step mod 4".
int recorded_views_of(const MethodTrace& trace);
/// The only picture of each batch that the method sees: 0 of "number 0 of each batch"; −1: all of them.
int picture_of(const MethodTrace& trace);

} // namespace lab
