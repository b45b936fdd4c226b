#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace lab {

/// A sentence above the charts that offers something, with a button to take it and one to leave it. It waits;
/// the window goes on working around it. The latest offer replaces the one before.
class OfferStrip : public QFrame {
    Q_OBJECT
  public:
    /// A button, and what happens when it is pressed; the strip is gone by then.
    struct Answer {
        QString text;
        std::function<void()> act;
    };

    explicit OfferStrip(QWidget* parent = nullptr);
    void offer(const QString& sentence, const Answer& take, const Answer& leave);
    QString text() const;
    QPushButton* takeButton() const { return take_; }
    QPushButton* leaveButton() const { return leave_; }

  private:
    void answer(const std::function<void()>& act);

    QLabel* text_;
    QPushButton* take_;
    QPushButton* leave_;
    std::function<void()> on_take_;
    std::function<void()> on_leave_;
};

} // namespace lab
