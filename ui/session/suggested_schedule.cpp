#include "ui/session/suggested_schedule.h"

namespace lab {

std::vector<Segment> suggestedSchedule() {
    return {{{CorruptionKind::gaussian_noise, 5}, 1000},
            {{CorruptionKind::defocus_blur, 5}, 1000},
            {{CorruptionKind::fog, 5}, 1000},
            {{CorruptionKind::contrast, 5}, 1000}};
}

} // namespace lab
