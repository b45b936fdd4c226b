#pragma once

#include "core/record/recording.h"
#include "ui/plot/chart_tile.h"
#include "ui/style/lane_style.h"

#include <QList>
#include <QWidget>

namespace lab {

class TimeChart;

/// Charts over the steps of a run, two in a row, one tile per list of measures.
class ChartGrid : public QWidget {
    Q_OBJECT
  public:
    explicit ChartGrid(const QList<QList<Measure>>& measures, QWidget* parent = nullptr);

    /// Begins anew: no points, no marks, these lanes.
    virtual void setLanes(const std::vector<LaneStyle>& styles);
    /// The steps that all charts show.
    void setStepRange(double first, double last);
    virtual void setEmptyText(const QString& text);
    /// Takes the recording's records from index `first` on; refresh() draws them.
    void append(const Recording& recording, int first);
    void addEvent(const Event& event);
    void refresh();

    void setMarksVisible(bool visible);
    void setPresentation(bool on);
    /// The step that the window shows, as a line on every chart; 0: none.
    void setCursorStep(int step);
    ChartTile* tile(int which) const { return tiles_[which]; }
    TimeChart* chart(int which) const;
    int count() const { return static_cast<int>(tiles_.size()); }

  Q_SIGNALS:
    /// A tile shows another measure and needs all records again, by append(recording, 0).
    void refillNeeded();
    void measureChanged(int tile, int index);
    void stepPicked(int step);
    /// As TimeChart's.
    void zoomWanted(double factor, double step);
    void panWanted(double steps);
    void rangeWanted(double first, double last);
    void allWanted();

  protected:
    /// A record was taken: for reference lines.
    virtual void appended(const StepRecord& record);

  private:
    QList<ChartTile*> tiles_;
    std::vector<LaneStyle> styles_;
};

} // namespace lab
