#pragma once

namespace lab {

/// Makes threads that share a layer sleep when they wait for one another. libgomp lets them spin for
/// milliseconds, which takes the processor from the very thread that they wait for as soon as another program
/// wants a core too. It spins a few microseconds alone where it has more threads than there are cores; this
/// gives it as many, asleep, for the rest of the process. Costs a little on a quiet machine. A second call
/// does nothing, nor does the first without OpenMP. OMP_WAIT_POLICY and GOMP_SPINCOUNT in the environment
/// still say how long.
void sleep_at_barriers();

} // namespace lab
