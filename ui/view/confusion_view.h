#pragma once

#include "ui/view/canvas.h"
#include "ui/view/confusion_counts.h"
#include "ui/view/view_page.h"

class QComboBox;

namespace lab {

/// One matrix per lane: rows are true classes, columns answers; the darker, the larger the share of the row.
class ConfusionCanvas : public Canvas {
    Q_OBJECT
  public:
    explicit ConfusionCanvas(QWidget* parent = nullptr);
    /// @param batches up to the scene's step; 0: all
    void setScene(const Scene& scene, int batches);
    QString hoverText(QPoint position) const override;
    const ConfusionCounts& counts(int lane) const { return counts_[static_cast<std::size_t>(lane)]; }
    const ClassGroups& groups() const { return groups_; }
    /// Whether any counted image has a label.
    bool isLabelled() const;
    QRectF cellBox(int lane, int row, int column) const;

  protected:
    void draw(QPainter& painter) override;

  private:
    QRectF panelBox(int lane) const;
    QRectF matrixBox(int lane) const;
    void drawLane(QPainter& painter, int lane) const;
    QString groupName(int group) const;
    /// Short: the class's number, which stands before its name as well.
    QString groupNumber(int group) const;

    Scene scene_;
    std::vector<ConfusionCounts> counts_; ///< [lane]
    std::vector<std::vector<std::int64_t>> grouped_;
    ClassGroups groups_;
    double names_width_ = 0;
};

/// "Confusion": which class is taken for which.
class ConfusionView : public ViewPage {
    Q_OBJECT
  public:
    explicit ConfusionView(QWidget* parent = nullptr);
    void showScene(const Scene& scene) override;
    void addTo(ViewChoice& choice, bool in_front) const override;
    ConfusionCanvas* canvas() const { return canvas_; }
    QComboBox* span() const { return span_; }

  private:
    ConfusionCanvas* canvas_;
    QComboBox* span_;
};

} // namespace lab
