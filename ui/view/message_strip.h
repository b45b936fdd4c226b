#pragma once

#include "ui/style/theme.h"

#include <QFrame>

class QLabel;

namespace lab {

/// A line that says what went wrong and what to do; it never stops the work, and goes by its button.
class MessageStrip : public QFrame {
    Q_OBJECT
  public:
    explicit MessageStrip(QWidget* parent = nullptr);
    void showError(const QString& sentence);
    /// Something that went well, as a file that was written.
    void showNews(const QString& sentence);
    QString text() const;

  private:
    void show(const QString& sentence, Tone tone);
    QLabel* text_;
};

} // namespace lab
