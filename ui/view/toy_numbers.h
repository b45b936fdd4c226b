#pragma once

#include "core/toy/toy_experiment.h"

#include <QStringList>
#include <QWidget>

#include <array>

class QLabel;

namespace lab {

/// What the toy world measures, a row per measure and a column per lane.
class ToyNumbers : public QWidget {
    Q_OBJECT
  public:
    enum Row { stream, balanced, top_share, length, logit_norm, predictor };
    static constexpr int rows = 6;

    explicit ToyNumbers(QWidget* parent = nullptr);
    void showExperiment(const ToyExperiment& experiment);
    /// As it is written: "59", "–".
    QString text(Row row, ToyLane lane) const;

  private:
    using Cells = std::array<QLabel*, toy_lanes.size()>;
    QStringList titles_;
    std::array<Cells, rows> cells_{};
};

} // namespace lab
