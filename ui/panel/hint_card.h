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
    /// Hidden whatever the hint is: a lesson has hints of its own.
    void setSilent(bool silent);

  private:
    bool silent_ = false;
    QLabel* text_;
};

} // namespace lab
