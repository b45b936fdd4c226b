#include "ui/dialog/runs_model.h"

#include "core/catalogue/catalog.h"
#include "ui/text/core_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lab {

void RunsModel::setRuns(std::vector<KeptRun> runs) {
    beginResetModel();
    runs_ = std::move(runs);
    endResetModel();
}

bool RunsModel::isSameEverywhere(int column) const {
    return runs_.size() > 1 && std::all_of(runs_.begin(), runs_.end(), [&](const KeptRun& run) {
               return wordsOf(run, column) == wordsOf(runs_.front(), column);
           });
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString RunsModel::wordsOf(const KeptRun& run, int column) const {
    switch (column) {
    case date:
        return QLocale().toString(run.date, QStringLiteral("yyyy-MM-dd HH:mm"));
    case data_set:
        return run.data;
    case model:
        return run.model;
    case scenario:
        return choiceTitle(scenario_choices(), run.scenario.toStdString());
    case seed:
        return run.seed;
    case steps:
        return run.complete ? QString::number(run.steps) : tr("%1, cut short").arg(run.steps);
    case lanes:
        return run.lanes.join(QStringLiteral(", "));
    case accuracy: {
        QStringList all;
        for (const double value : run.accuracies)
            all.append(std::isfinite(value) ? QString::number(100 * value, 'f', 1) : QStringLiteral("–"));
        return all.join(QStringLiteral(" / "));
    }
    case collapsed:
        return run.collapsed.join(QStringLiteral(", "));
    case note:
        return run.note.simplified();
    default:
        return {};
    }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const KeptRun& shown = run(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return wordsOf(shown, index.column());
    if (role != sort_role)
        return {};
    switch (index.column()) {
    case date:
        return shown.date;
    case seed:
        return shown.seed.toULongLong();
    case steps:
        return shown.steps;
    case accuracy: {
        double best = -1;
        for (const double value : shown.accuracies)
            if (std::isfinite(value))
                best = std::max(best, value);
        return best;
    }
    default:
        return wordsOf(shown, index.column());
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case date:
        return tr("Date");
    case data_set:
        return tr("Data");
    case model:
        return tr("Model");
    case scenario:
        return tr("Scenario");
    case seed:
        return tr("Seed");
    case steps:
        return tr("Steps");
    case lanes:
        return tr("Lanes");
    case accuracy:
        return tr("Accuracy (%)");
    case collapsed:
        return tr("Collapsed");
    case note:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace lab
