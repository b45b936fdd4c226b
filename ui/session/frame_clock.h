#pragma once

#include <QElapsedTimer>
#include <QString>

#include <vector>

namespace lab {

/// How long the window needs for one frame: from the start of a drain to the end of the last repaint that it
/// caused, in milliseconds.
class FrameClock {
  public:
    /// A drain has begun; closes the frame before it.
    void begin();
    /// A repaint has ended.
    void painted();
    /// Forgets an open frame without a repaint, and closes one that has.
    void end();
    const std::vector<double>& frames() const { return frames_; }
    /// "frame times: 120 frames, p50 9.1 ms, p99 15.0 ms, max 16.2 ms"
    QString summary() const;

  private:
    QElapsedTimer timer_;
    double last_paint_ms_ = 0;
    std::vector<double> frames_;
};

} // namespace lab
