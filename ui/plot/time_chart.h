#pragma once

#include "ui/plot/growing_line.h"
#include "ui/style/lane_style.h"

#include <QChartView>
#include <QList>
#include <QPointF>
#include <QString>

class QLineSeries;
class QValueAxis;

namespace lab {

enum class MarkKind {
    thrown,    ///< a switch: dashed, with a triangle
    segment,   ///< another corruption: thin and grey
    reset,     ///< of a lane: dotted
    collapsed, ///< a lane: solid, with a cross
    stopped,   ///< a lane: dotted
};

/// A vertical line on a chart: something happened at this step.
struct ChartMark {
    int step = 0;
    int lane = -1; ///< −1: the whole run
    MarkKind kind = MarkKind::thrown;
    QString text; ///< shown on hover
};

/// One measure of all lanes over the steps of the run. Points are collected by appendPoint and drawn by
/// refresh(), thinned to the width of the plot.
class TimeChart : public QChartView {
    Q_OBJECT
  public:
    explicit TimeChart(QWidget* parent = nullptr);

    /// Replaces the lanes and forgets all points and marks.
    void setLanes(const std::vector<LaneStyle>& styles);
    /// The steps that are shown.
    void setStepRange(double first, double last);
    /// A range that stays as it is. Without it, the axis starts at 0 and grows with the values.
    void setFixedRange(double min, double max);
    /// Written behind a value on hover, as " %".
    void setUnit(const QString& unit) { unit_ = unit; }
    /// What an empty plot says.
    void setEmptyText(const QString& text);

    void appendPoint(int lane, int step, double value);
    /// The thin grey line.
    void appendReference(int step, double value);
    void setReferenceVisible(bool visible);
    void clearPoints();
    void addMark(const ChartMark& mark);
    void setMarksVisible(bool visible);
    void refresh();
    /// A line with each lane's value at the step that the window shows; 0: none.
    void setCursorStep(int step);
    int cursorStep() const { return cursor_step_; }
    /// Thicker lines and larger numbers, to be read from the back of a room.
    void setPresentation(bool on);

    /// What is drawn at present: the lane's thinned points.
    QList<QPointF> shownPoints(int lane) const;
    const QList<ChartMark>& marks() const { return marks_; }
    /// The words shown when the pointer rests there; position in the view.
    QString hoverText(QPoint position) const;

  Q_SIGNALS:
    /// A step was clicked or dragged to.
    void stepPicked(int step);
    /// The wheel: the step under the pointer is to stay there. @param factor of the steps that are shown
    void zoomWanted(double factor, double step);
    /// Shift and a drag, or the wheel sideways.
    void panWanted(double steps);
    /// Control and a drag over these steps.
    void rangeWanted(double first, double last);
    /// A double click: the whole run.
    void allWanted();

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

  private:
    struct LaneLine {
        LaneStyle style;
        QLineSeries* series = nullptr;
        GrowingLine line;
        QList<QPointF> shown; ///< of its points, thinned
    };
    void styleAxis(QValueAxis* axis);
    /// Ground, axes and reference line in the theme's colours.
    void takeColours();
    void growRange();
    /// Buckets of two pixel columns for all lines.
    void fitBuckets();
    /// Hands the points on unless the present ones would look the same.
    void replacePoints(QLineSeries* series, const QList<QPointF>& points) const;
    void stylePen(LaneLine& lane) const;
    void pickStep(QPointF position);
    /// Null where the lane has no point at the step.
    static const QPointF* pointAt(const LaneLine& lane, double step);
    void drawCursor(QPainter& painter, const QRectF& plot) const;
    double xOf(double step) const;
    double stepAt(double x) const;
    double shownSteps() const;
    /// Of a line, what lies in the range, and one point beyond either end.
    QList<QPointF> inRange(const QList<QPointF>& points) const;
    double yOf(double value) const;
    void drawMarks(QPainter& painter, const QRectF& plot) const;
    void drawMarkers(QPainter& painter, const QRectF& plot) const;

    QValueAxis* x_axis_;
    QValueAxis* y_axis_;
    QLineSeries* reference_;
    GrowingLine reference_line_;
    std::vector<LaneLine> lanes_;
    QList<ChartMark> marks_;
    QString unit_;
    QString empty_text_;
    bool fixed_range_ = false;
    bool marks_visible_ = true;
    double line_width_ = 2;
    double largest_ = 0;
    double smallest_ = 0; ///< never above 0
    /// What a drag does that began on the plot.
    enum class Drag { none, pick, pan, box };
    Drag drag_ = Drag::none;
    QPointF drag_from_, drag_to_;
    int hover_step_ = -1;
    int cursor_step_ = 0;
};

} // namespace lab
