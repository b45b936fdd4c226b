#pragma once

#include "core/record/record.h"

#include <QDialog>
#include <QPointer>
#include <QStringList>
#include <QToolButton>

namespace lab {

/// "3 pictures left out", with the first of them in the tool tip and all of them in a list at a click. Hidden
/// while there are none.
class DroppedPictures : public QToolButton {
    Q_OBJECT
  public:
    explicit DroppedPictures(QWidget* parent = nullptr);
    void clear();
    /// Takes those of an event; other kinds of events and pictures that are known are passed over.
    void add(const Event& event);
    /// A sentence for each picture.
    const QStringList& sentences() const { return sentences_; }
    void openList();
    /// Null while it is not open.
    QDialog* list() const { return list_; }

  private:
    QStringList sentences_;
    QPointer<QDialog> list_;
};

} // namespace lab
