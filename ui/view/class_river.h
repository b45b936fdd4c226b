#pragma once

#include "ui/view/canvas.h"
#include "ui/view/river_data.h"
#include "ui/view/view_page.h"

#include <QImage>

namespace lab {

/// The rivers: true labels on top, then one per lane; each class is as thick as its share of the predictions.
class RiverCanvas : public Canvas {
    Q_OBJECT
  public:
    explicit RiverCanvas(QWidget* parent = nullptr);
    void setScene(const Scene& scene);
    /// Nothing is drawn behind this step; 0: everything.
    void setEnd(int step) { end_ = step; }
    QString hoverText(QPoint position) const override;
    /// What is drawn in a pixel column of a row (0: labels, then the lanes): shares that sum to 1 or 0.
    std::vector<double> columnShares(int row, double x) const;
    const ClassGroups& groups() const { return groups_; }
    const RiverData& data() const { return data_; }
    int rows() const { return data_.lanes() + 1; }
    QRectF rowBox(int row) const;
    int stepAt(double x) const;
    double xOf(int step) const;

  Q_SIGNALS:
    void stepPicked(int step);

  protected:
    void draw(QPainter& painter) override;
    void picked(QPoint position) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void follow(const Scene& scene);
    void paintRiver(int row);
    void drawLegend(QPainter& painter) const;
    void drawNames(QPainter& painter, int row) const;

    Scene scene_;
    RiverData data_;
    ClassGroups groups_;
    std::size_t taken_ = 0; ///< records that the data holds
    int run_ = 0;
    int end_ = 0;
    std::vector<QImage> pictures_; ///< one per row
    bool stale_ = true;
};

/// "Classes": how one class takes over.
class ClassRiver : public ViewPage {
    Q_OBJECT
  public:
    explicit ClassRiver(QWidget* parent = nullptr);
    void showScene(const Scene& scene) override;
    RiverCanvas* canvas() const { return canvas_; }

  private:
    RiverCanvas* canvas_;
};

} // namespace lab
