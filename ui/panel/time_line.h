#pragma once

#include "ui/style/lane_style.h"

#include <QWidget>

namespace lab {

class StepCursor;

/// The steps of the run as a line: drag or click to go to one, marks where something happened. Left and Right
/// go by one step, with Shift from event to event, Page Up and Page Down by ten, Home and End to the ends.
class TimeLine : public QWidget {
    Q_OBJECT
  public:
    explicit TimeLine(StepCursor* cursor, QWidget* parent = nullptr);
    void setTotalSteps(int steps);
    /// A mark in the lane's colour, grey for the whole run; the text is shown on hover.
    void addMark(int step, const QColor& color, const QString& text);
    void clearMarks();
    int stepAt(double x) const;
    double xOf(int step) const;
    /// "Step 47. From step 41 on: Tent has collapsed."
    QString hoverText(int x) const;
    QSize sizeHint() const override { return {320, 28}; }
    QSize minimumSizeHint() const override { return {120, 28}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Mark {
        int step = 0;
        QColor color;
        QString text;
    };
    void describe();

    StepCursor* cursor_;
    QList<Mark> marks_;
    int total_ = 0;
};

} // namespace lab
