#include "ui/session/frame_clock.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lab {

void FrameClock::begin() {
    end();
    timer_.start();
}

void FrameClock::painted() {
    if (timer_.isValid())
        last_paint_ms_ = static_cast<double>(timer_.nsecsElapsed()) / 1e6;
}

void FrameClock::end() {
    if (timer_.isValid() && last_paint_ms_ > 0)
        frames_.push_back(last_paint_ms_);
    timer_.invalidate();
    last_paint_ms_ = 0;
}

QString FrameClock::summary() const {
    if (frames_.empty())
        return QCoreApplication::translate("FrameClock", "frame times: no frame was painted");
    std::vector<double> sorted = frames_;
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&](double share) {
        const auto index =
            static_cast<std::size_t>(std::llround(share * static_cast<double>(sorted.size() - 1)));
        return QString::number(sorted[index], 'f', 1);
    };
    return QCoreApplication::translate("FrameClock",
                                       "frame times: %1 frames, p50 %2 ms, p99 %3 ms, max %4 ms")
        .arg(QString::number(sorted.size()), at(0.5), at(0.99), at(1.0));
}

} // namespace lab
