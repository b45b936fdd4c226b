#pragma once

#include "core/fetch/fetch.h"

#include <chrono>

namespace lab {

/// How fast the present file and phase of a fetch go on.
class FetchPace {
  public:
    using Clock = std::chrono::steady_clock;
    /// To be called with every news. Seconds that are left of this file and phase; 0 where that cannot be
    /// told: in the first two seconds, without a known size, or where nothing has come.
    double seconds_left(const FetchProgress& news, Clock::time_point now = Clock::now());

  private:
    int number_ = 0;
    FetchPhase phase_ = FetchPhase::download;
    Clock::time_point start_;
    std::int64_t first_ = 0; ///< bytes that were there when the phase began
};

} // namespace lab
