#pragma once

#include "core/spec/spec.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace lab {

/// Edits the segments of an own schedule: corruption, severity and number of images, one row each.
class ScheduleDialog : public QDialog {
    Q_OBJECT
  public:
    explicit ScheduleDialog(const std::vector<Segment>& segments, QWidget* parent = nullptr);
    /// As shown; never empty.
    std::vector<Segment> segments() const;
    void addSegment(const Segment& segment);
    void removeSegment(int row);

  Q_SIGNALS:
    /// By OK.
    void chosen(const std::vector<lab::Segment>& segments);

  private:
    void moveSegment(int row, int by);
    void showSegments(const std::vector<Segment>& segments);
    void update();
    int selectedRow() const;

    QTableWidget* table_;
    QLabel* total_;
    QPushButton* remove_;
    QPushButton* up_;
    QPushButton* down_;
};

} // namespace lab
