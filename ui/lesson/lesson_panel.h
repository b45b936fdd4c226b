#pragma once

#include "core/lesson/lesson_check.h"

#include <QWidget>

class QButtonGroup;
class QGroupBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTextBrowser;
class QVBoxLayout;

namespace lab {

class LessonQuestionBox;

/// A lesson beside the charts: a list to choose from, then step after step with its text, the question to
/// answer before the run, what to set, and what the recording must show.
class LessonPanel : public QWidget {
    Q_OBJECT
  public:
    explicit LessonPanel(QWidget* parent = nullptr);

    /// @param faults sentences about files that are no lessons
    /// @param chosen the row that is chosen at first
    void showChooser(const std::vector<Lesson>& lessons, const QStringList& faults, int chosen = 0);
    void showStep(const Lesson& lesson, int step);
    /// After a run: one result per check of the step.
    void showResults(const std::vector<LessonCheck>& checks, const std::vector<CheckResult>& results);
    void clearResults();
    void setRunAllowed(bool allowed);
    void setNextAllowed(bool allowed);

    LessonQuestionBox* question() const { return question_; }
    QListWidget* list() const { return list_; }
    QTextBrowser* text() const { return text_; }
    QPushButton* beginButton() const { return begin_; }
    QPushButton* runButton() const { return run_; }
    QPushButton* taskButton() const { return tasks_; }
    QPushButton* nextButton() const { return next_; }
    QPushButton* backButton() const { return back_; }
    QPushButton* teacherButton() const { return teacher_; }
    QPushButton* leaveButton() const { return leave_; }
    /// The results as they are shown.
    QString resultText() const;

    static constexpr int width = 268;

  Q_SIGNALS:
    void lessonChosen(int index);
    void stepWanted(int step);
    void answered(int option);
    void runWanted();
    void tasksWanted();
    void leaveWanted();

  private:
    QWidget* buildChooser();
    QWidget* buildStep();
    void showTeacher(bool on);

    QStackedWidget* pages_;
    QLabel* title_;
    QListWidget* list_;
    QLabel* summary_;
    QPushButton* begin_;
    QLabel* lesson_title_;
    QLabel* step_title_;
    QTextBrowser* text_;
    LessonQuestionBox* question_;
    QPushButton* tasks_;
    QPushButton* run_;
    QLabel* results_;
    QPushButton* back_;
    QPushButton* teacher_;
    QPushButton* next_;
    QPushButton* leave_;
    QStringList summaries_;
    QString step_text_;
    QString teacher_text_;
    int step_ = 0;
};

} // namespace lab
