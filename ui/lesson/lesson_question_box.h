#pragma once

#include "core/lesson/lesson.h"

#include <QFrame>

class QAbstractButton;
class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lab {

/// "Predict first": a question with options, one guess, and then why. It wants the guess, not the right
/// answer: a wrong one opens the run as well.
class LessonQuestionBox : public QFrame {
    Q_OBJECT
  public:
    explicit LessonQuestionBox(QWidget* parent = nullptr);
    /// Without a question, the box is hidden.
    void ask(const std::optional<LessonQuestion>& question, const QString& language);
    bool isAnswered() const { return answered_; }
    /// What is said after the guess; empty before.
    QString verdict() const;
    QList<QAbstractButton*> options() const;
    QPushButton* guessButton() const { return guess_; }

  Q_SIGNALS:
    void answered(int option);

  private:
    void judge();

    std::optional<LessonQuestion> question_;
    QString language_;
    bool answered_ = false;
    QLabel* text_;
    QVBoxLayout* options_;
    QButtonGroup* group_;
    QPushButton* guess_;
    QLabel* verdict_;
};

} // namespace lab
