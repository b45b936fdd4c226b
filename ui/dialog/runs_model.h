#pragma once

#include "ui/session/run_index.h"

#include <QAbstractTableModel>

#include <vector>

namespace lab {

/// Kept runs as a table, the newest first.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { date, data_set, model, scenario, seed, steps, lanes, accuracy, collapsed, note, columns };
    /// Sorting goes by numbers and dates, not by their words.
    static constexpr int sort_role = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(std::vector<KeptRun> runs);
    const KeptRun& run(int row) const { return runs_[static_cast<std::size_t>(row)]; }
    /// Whether all runs say the same there, and there are two at least.
    bool isSameEverywhere(int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString wordsOf(const KeptRun& run, int column) const;

    std::vector<KeptRun> runs_;
};

} // namespace lab
