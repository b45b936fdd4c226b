#pragma once

#include <QComboBox>
#include <QLabel>

namespace lab {

/// A label that takes the room that is there and shortens its text with an ellipsis; the tool tip has it in
/// full.
class ElidedLabel : public QLabel {
    Q_OBJECT
  public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    void setFullText(const QString& text);
    QString fullText() const { return full_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void elide();
    QString full_;
};

/// A combo box whose present text ends in an ellipsis where it does not fit.
class ElidedCombo : public QComboBox {
    Q_OBJECT
  public:
    /// @param characters that the box asks room for
    explicit ElidedCombo(int characters, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace lab
