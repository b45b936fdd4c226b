#pragma once

#include "core/base/notice.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace lab {

class ElidedLabel;

/// One line under a field of the set-up: what was assumed, left out or matched, and a button that tells all
/// of it. Hidden where there is nothing to tell.
class NoticeLine : public QWidget {
    Q_OBJECT
  public:
    /// @param button its words: "Card…"
    explicit NoticeLine(const QString& button, QWidget* parent = nullptr);

    /// Shows the first warning, or else how much was assumed or is noted; the tool tip has it all.
    void setNotices(const std::vector<Notice>& notices);
    /// What the line says; empty where it is hidden.
    QString text() const;

  Q_SIGNALS:
    void detailsWanted();

  private:
    ElidedLabel* label_;
    QToolButton* button_;
};

} // namespace lab
