#pragma once

#include "core/experiment/recording.h"
#include "ui/view/lane_style.h"

#include <QList>
#include <QWidget>

namespace lab {

class ChartTile;
class TimeChart;

/// The four charts of a run: accuracy, logit norm, predictor distance, class dominance.
class ChartBoard : public QWidget {
    Q_OBJECT
  public:
    enum Tile { accuracy, logit_norm, predictor, dominance };

    explicit ChartBoard(QWidget* parent = nullptr);

    /// Begins anew: no points, no marks, these lanes.
    void setLanes(const std::vector<LaneStyle>& styles);
    void setTotalSteps(int steps);
    void setEmptyText(const QString& text);
    /// Takes the recording's records from index `first` on; refresh() draws them.
    void append(const Recording& recording, int first);
    void addEvent(const Event& event);
    void refresh();

    void setMarksVisible(bool visible);
    void setLabelLineVisible(bool visible);
    void setPresentation(bool on);
    ChartTile* tile(Tile which) const { return tiles_[which]; }
    TimeChart* chart(Tile which) const;

  Q_SIGNALS:
    /// The tile shows another measure and needs all records again, by append(recording, 0).
    void refillNeeded();
    void measureChanged(int tile, int index);

  private:
    QList<ChartTile*> tiles_;
    std::vector<LaneStyle> styles_;
    bool label_line_ = true;
};

} // namespace lab
