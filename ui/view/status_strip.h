#pragma once

#include <QWidget>

class QLabel;

namespace lab {

class DroppedPictures;
class ElidedLabel;
struct RunStateText;

/// The bottom line: state and next action on the left, device, speed, step and time left on the right.
class StatusStrip : public QWidget {
    Q_OBJECT
  public:
    explicit StatusStrip(QWidget* parent = nullptr);
    void showWords(const RunStateText& words);
    /// @param images_per_second of the stream; 0: unknown. @param eta_seconds 0: not shown
    void showProgress(const QString& device, double images_per_second, int step, int total,
                      double eta_seconds);
    /// Memory of the recording, behind the progress from the next showProgress() on.
    void setMemoryText(const QString& text) { memory_ = text; }
    /// Pictures that could not be read; hidden where there are none.
    DroppedPictures* dropped() const { return dropped_; }
    QString text() const;

  private:
    QLabel* title_;
    ElidedLabel* advice_;
    DroppedPictures* dropped_;
    QLabel* progress_;
    QString memory_;
};

} // namespace lab
