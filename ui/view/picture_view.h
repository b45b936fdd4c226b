#pragma once

#include <QPixmap>
#include <QWidget>

namespace lab {

/// A picture, scaled down to the room that is there.
class PictureView : public QWidget {
    Q_OBJECT
  public:
    explicit PictureView(const QString& file, QWidget* parent = nullptr);
    bool isEmpty() const { return picture_.isNull(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QPixmap picture_;
};

} // namespace lab
