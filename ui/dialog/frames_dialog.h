#pragma once

#include <QDialog>
#include <QList>
#include <QPair>
#include <QString>

class QComboBox;
class QSpinBox;

namespace lab {

/// What a film shows, and how many of its steps.
class FramesDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param pictures ids and names of what can be shown; @param present the id to offer first
    FramesDialog(const QList<QPair<QString, QString>>& pictures, const QString& present,
                 QWidget* parent = nullptr);
    QComboBox* picture() const { return picture_; }
    QSpinBox* every() const { return every_; }

  Q_SIGNALS:
    void chosen(const QString& id, int every);

  public Q_SLOTS:
    void accept() override;

  private:
    QComboBox* picture_;
    QSpinBox* every_;
};

} // namespace lab
