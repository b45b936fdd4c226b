#pragma once

#include "ui/view/canvas.h"
#include "ui/view/toy_plane.h"

namespace lab {

/// The planes of Tent and of ZeroSiam side by side with the same points. Points are dragged, or chosen with
/// Page Up and Page Down and moved with the arrow keys.
class ToyCanvas : public Canvas {
    Q_OBJECT
  public:
    static constexpr int planes = 2; ///< Tent's and ZeroSiam's

    /// @param experiment lives longer than the canvas
    explicit ToyCanvas(const ToyExperiment& experiment, QWidget* parent = nullptr);
    /// The experiment has changed.
    void refresh();
    ToyPlane plane(int index) const;
    /// The point that keys move; −1 for none.
    int selected() const { return selected_; }
    QString hoverText(QPoint position) const override;
    QSize sizeHint() const override;

  Q_SIGNALS:
    /// By the user: a point of the next batch is wanted there.
    void pointMoved(int point, double x, double y);

  protected:
    void draw(QPainter& painter) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    /// −1 beside both.
    int planeAt(QPointF place) const;
    int pointNear(QPointF place) const;
    void select(int point);
    void moveTo(int point, const ToyPlane& plane, QPointF place);
    void drawHead(QPainter& painter, const ToyPlane& plane) const;
    void drawLegend(QPainter& painter, const QRectF& box) const;
    void describe();

    const ToyExperiment& experiment_;
    int selected_ = -1;
    int grabbed_ = -1;
    int grabbed_plane_ = 0;
};

} // namespace lab
