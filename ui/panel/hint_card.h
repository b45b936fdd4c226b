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
    /// What comes before anything else; shown in the hint's place until it is empty again.
    void setObstacle(const QString& obstacle);
    /// What is shown.
    QString hint() const;
    /// Hidden whatever the hint is: a lesson has hints of its own.
    void setSilent(bool silent);

  private:
    void showText();

    bool silent_ = false;
    QString hint_, obstacle_;
    QLabel* text_;
};

} // namespace lab
