#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace lab {

/// A sentence above the charts that offers something, with a button to take it and one to leave it. It waits;
/// the window goes on working around it.
class OfferStrip : public QFrame {
    Q_OBJECT
  public:
    explicit OfferStrip(QWidget* parent = nullptr);
    void offer(const QString& sentence, const QString& take, const QString& leave);
    QString text() const;
    QPushButton* takeButton() const { return take_; }
    QPushButton* leaveButton() const { return leave_; }

  Q_SIGNALS:
    void taken();
    void left();

  private:
    QLabel* text_;
    QPushButton* take_;
    QPushButton* leave_;
};

} // namespace lab
