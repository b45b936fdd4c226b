#include "ui/dialog/study_results.h"

#include "ui/style/theme.h"
#include "ui/view/picture_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lab {

StudyResults::StudyResults(QWidget* parent)
    : QWidget(parent), conditions_(new QLabel(this)), tabs_(new QTabWidget(this)),
      table_(new QTableWidget(this)) {
    conditions_->setWordWrap(true);
    conditions_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    conditions_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    adjustFont(conditions_, -0.5);
    makeQuiet(conditions_);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setAccessibleName(tr("Accuracy in percent, mean and standard deviation over seeds"));
    table_->setFrameShape(QFrame::NoFrame);
    tabs_->addTab(table_, tr("Table"));
    tabs_->setDocumentMode(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(conditions_);
    layout->addWidget(tabs_, 1);
    clear({});
}

int StudyResults::chartCount() const {
    return tabs_->count() - 1;
}

void StudyResults::clear(const QString& words) {
    while (tabs_->count() > 1) {
        QWidget* chart = tabs_->widget(1);
        tabs_->removeTab(1);
        delete chart;
    }
    table_->setRowCount(0);
    table_->setColumnCount(0);
    tabs_->hide();
    conditions_->setText(words);
}

void StudyResults::showReport(const StudyReport& report) {
    clear(report.conditions);
    tabs_->show();
    QStringList columns = report.columns;
    for (QString& column : columns)
        column.replace(QLatin1Char('_'), QLatin1Char(' '));
    table_->setColumnCount(static_cast<int>(columns.size()));
    table_->setHorizontalHeaderLabels(columns);
    table_->setRowCount(static_cast<int>(report.lanes.size()));
    table_->setVerticalHeaderLabels(report.lanes);
    for (int row = 0; row < report.rows.size(); ++row)
        for (int column = 0; column < report.rows[row].size(); ++column) {
            auto* item = new QTableWidgetItem(report.rows[row][column]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (report.averaged && column + 1 == columns.size()) {
                QFont bold = table_->font();
                bold.setBold(true);
                item->setFont(bold);
            }
            table_->setItem(row, column, item);
        }
    table_->resizeColumnsToContents();
    for (int i = 0; i < report.charts.size(); ++i)
        tabs_->addTab(new PictureView(report.charts[i], tabs_), report.chart_names[i]);
}

} // namespace lab
