#pragma once

#include <QFrame>

class QLabel;

namespace lab {

/// A short text on a tinted ground: what to try next.
class HintCard : public QFrame {
    Q_OBJECT
  public:
    explicit HintCard(QWidget* parent = nullptr);
    void setHint(const QString& hint);
    QString hint() const;

  private:
    QLabel* text_;
};

} // namespace lab
