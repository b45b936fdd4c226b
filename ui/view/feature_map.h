#pragma once

#include "ui/view/canvas.h"
#include "ui/view/class_groups.h"
#include "ui/view/view_page.h"

#include <QPixmap>

class QComboBox;

namespace lab {

/// One panel per lane with the same axes: a mark per picture of the window, coloured and shaped by its class.
class FeatureCanvas : public Canvas {
    Q_OBJECT
  public:
    struct Point {
        float x = 0, y = 0;
        int label = 0;
        int prediction = 0;
        int step = 0;
        bool newest = false; ///< of the step that is shown; the others are paler
    };

    explicit FeatureCanvas(QWidget* parent = nullptr);
    void setScene(const Scene& scene, int batches, bool by_prediction);
    /// Axes that stay. Without it they grow with what was shown.
    void setRange(const QRectF& range);
    QString hoverText(QPoint position) const override;
    const std::vector<std::vector<Point>>& points() const { return points_; }
    QRectF panelBox(int lane) const;
    QPointF placeOf(int lane, const Point& point) const;

  protected:
    void draw(QPainter& painter) override;

  private:
    void growRange();
    void drawPoint(QPainter& painter, QPointF center, int group, bool newest);
    void drawLegend(QPainter& painter, const QRectF& box) const;
    const QPixmap& stamp(int group, bool newest);

    Scene scene_;
    ClassGroups groups_;
    std::vector<std::vector<Point>> points_; ///< [lane]
    bool by_prediction_ = false;
    double share_x_ = 0, share_y_ = 0;
    QRectF range_; ///< grows, and never shrinks within a run
    bool range_stays_ = false;
    int run_ = 0;
    std::vector<QPixmap> stamps_;
    double stamp_scale_ = 0;
    QRgb paper_ = 0;
};

/// "Features": collapse seen as a pile.
class FeatureMap : public ViewPage {
    Q_OBJECT
  public:
    explicit FeatureMap(QWidget* parent = nullptr);
    void showScene(const Scene& scene) override;
    void addTo(ViewChoice& choice, bool in_front) const override;
    FeatureCanvas* canvas() const { return canvas_; }
    QComboBox* colouring() const { return colouring_; }
    QComboBox* window() const { return window_; }

  private:
    FeatureCanvas* canvas_;
    QComboBox* colouring_;
    QComboBox* window_;
};

} // namespace lab
