#pragma once

#include "ui/session/study_report.h"

#include <QWidget>

class QLabel;
class QTableWidget;
class QTabWidget;

namespace lab {

/// A study's report: its table and its charts, each behind a tab, and under what conditions it came about.
class StudyResults : public QWidget {
    Q_OBJECT
  public:
    explicit StudyResults(QWidget* parent = nullptr);
    void showReport(const StudyReport& report);
    void clear(const QString& words);
    QTableWidget* table() const { return table_; }
    int chartCount() const;

  private:
    QLabel* conditions_;
    QTabWidget* tabs_;
    QTableWidget* table_;
};

} // namespace lab
