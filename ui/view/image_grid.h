#pragma once

#include "ui/session/scene.h"
#include "ui/view/canvas.h"
#include "ui/view/view_choice.h"

#include <QImage>

namespace lab {

/// The pictures of one step in rows; under each its true label and a mark per lane, a full disc for right and
/// a cross for wrong. Arrow keys and clicks select.
class ImageGrid : public Canvas {
    Q_OBJECT
  public:
    explicit ImageGrid(QWidget* parent = nullptr);
    void setScene(const Scene& scene, const ImageFilter& filter);
    /// Pictures that the filter lets through, by their place in the batch.
    const std::vector<int>& shown() const { return shown_; }
    /// Place in the batch; −1 for none.
    int selected() const { return selected_; }
    void select(int image);
    QRect cellBox(int position) const;
    QString hoverText(QPoint position) const override;
    QSize sizeHint() const override;

  Q_SIGNALS:
    void selectionChanged(int image);

  protected:
    void draw(QPainter& painter) override;
    void picked(QPoint position) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    int columns() const;
    void fitHeight();
    /// Nothing where the lane took no such step.
    const StepDetail* of(int lane) const { return batch_ ? batch_->of_lane(lane) : nullptr; }
    bool isRight(int lane, int image) const;
    /// Whether any image of the step has a label.
    bool labelled() const;

    Scene scene_;
    BatchDetailPtr batch_;
    std::vector<QImage> pictures_;
    std::vector<int> shown_;
    int selected_ = -1;
};

} // namespace lab
