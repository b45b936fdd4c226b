#pragma once

#include "core/record/recording.h"

#include <QList>
#include <QStringList>

namespace lab {

struct SummaryRow {
    QString lane;
    QStringList cells;
};

/// What is left of every lane when its run is over, as words and numbers with units in the head.
struct SummaryTable {
    QStringList columns;
    QList<SummaryRow> rows;
};

SummaryTable summaryTable(const Recording& recording);

} // namespace lab
