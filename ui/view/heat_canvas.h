#pragma once

#include "ui/view/canvas.h"

#include <QImage>

#include <functional>
#include <vector>

namespace lab {

/// A square matrix as colours, blue below zero, orange above, with the scale in numbers. The wheel zooms at
/// the pointer, dragging moves, a double click or 0 shows the whole again; + and − zoom as well.
class HeatCanvas : public Canvas {
    Q_OBJECT
  public:
    explicit HeatCanvas(QWidget* parent = nullptr);
    /// @param values [side × side], row by row; @param block entries of the whole matrix that one value
    /// stands for, per side; @param largest value that the scale has room for even where no entry has it
    void setMatrix(const std::vector<float>& values, int side, int block, double largest = 0);
    QString hoverText(QPoint position) const override;
    double zoom() const { return zoom_; }
    /// The largest value of the scale; a round number.
    double limit() const { return limit_; }
    void zoomBy(double factor, QPointF at);
    void resetZoom();
    /// Where an entry's cell is at present.
    QRectF cellBox(int row, int column) const;

  protected:
    void draw(QPainter& painter) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QRectF plot() const;
    void keepInside();
    void drawScale(QPainter& painter) const;
    QRgb color(double value) const;

    std::vector<float> values_;
    int side_ = 0;
    int block_ = 1;
    double limit_ = 1;
    QImage picture_;
    double zoom_ = 1;
    QPointF corner_; ///< of the part that is shown, in entries
    QPointF grabbed_;
};

} // namespace lab
