#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace lab {

class StepCursor;
class TimeLine;

/// Play, one step back and forward, the time line, the step that is shown, speed, and the way back to live.
class TimeBar : public QWidget {
    Q_OBJECT
  public:
    explicit TimeBar(StepCursor* cursor, QWidget* parent = nullptr);
    TimeLine* line() const { return line_; }
    QToolButton* playButton() const { return play_; }
    QToolButton* liveButton() const { return live_; }
    QComboBox* speed() const { return speed_; }
    QString stepText() const;
    /// A button for it, beside the speed.
    void setForkAction(QAction* action);
    /// "details 1–512 in 42 MB" and the like, as the step's tool tip.
    void setStoreText(const QString& text);

  private:
    void showState();

    StepCursor* cursor_;
    QToolButton* play_;
    QToolButton* back_;
    QToolButton* forward_;
    TimeLine* line_;
    QLabel* step_;
    QComboBox* speed_;
    QToolButton* fork_;
    QToolButton* live_;
};

} // namespace lab
