#pragma once

#include "core/record/measure_table.h"
#include "ui/style/lane_style.h"

#include <QFrame>

#include <functional>

class QComboBox;

namespace lab {

class ChartLegend;
class ElidedLabel;
class TimeChart;

/// A measure that a tile can show.
struct Measure {
    QString title;    ///< with unit: "Accuracy, 10 batches (%)"
    QString choice;   ///< short name in the tile's menu; unused where there is one measure
    QString sentence; ///< what to look for
    QString tip;      ///< formula and source
    std::function<double(const StepRecord&)> value;
    QString id = {}; ///< of the table of measures
};

/// Those of the table of measures for these places of a board, in their order.
QList<QList<Measure>> boardMeasures(const QList<ChartPlace>& places);

/// A chart with its title, sentence, legend and, where there is a choice, the menu of measures.
class ChartTile : public QFrame {
    Q_OBJECT
  public:
    explicit ChartTile(const QList<Measure>& measures, QWidget* parent = nullptr);
    TimeChart* chart() const { return chart_; }
    ChartLegend* legend() const { return legend_; }
    const Measure& measure() const { return measures_[current_]; }
    int currentMeasure() const { return current_; }
    void setCurrentMeasure(int index);
    void setLanes(const std::vector<LaneStyle>& styles);
    /// Larger words and thicker lines.
    void setPresentation(bool on);

  Q_SIGNALS:
    void measureChanged(int index);

  private:
    void showMeasure();

    QList<Measure> measures_;
    int current_ = 0;
    ElidedLabel* title_;
    ElidedLabel* sentence_;
    QComboBox* menu_ = nullptr;
    ChartLegend* legend_;
    TimeChart* chart_;
};

} // namespace lab
