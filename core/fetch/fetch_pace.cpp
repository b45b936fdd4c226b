#include "core/fetch/fetch_pace.h"

namespace lab {

double FetchPace::seconds_left(const FetchProgress& news, Clock::time_point now) {
    if (news.number != number_ || news.phase != phase_) {
        number_ = news.number;
        phase_ = news.phase;
        start_ = now;
        first_ = news.bytes;
    }
    const double seconds = std::chrono::duration<double>(now - start_).count();
    if (seconds < 2 || news.bytes <= first_ || news.total <= news.bytes)
        return 0;
    return seconds * static_cast<double>(news.total - news.bytes) / static_cast<double>(news.bytes - first_);
}

} // namespace lab
