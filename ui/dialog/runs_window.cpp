#include "ui/dialog/runs_window.h"

#include "ui/dialog/runs_model.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

namespace lab {

RunsWindow::RunsWindow(const QString& folder, QWidget* parent)
    : QDialog(parent), folder_(folder), model_(new RunsModel(this)), sorted_(new QSortFilterProxyModel(this)),
      search_(new QLineEdit(this)), differing_(new QCheckBox(tr("Only what differs"), this)),
      table_(new QTableView(this)), state_(new QLabel(this)), open_(new QPushButton(tr("&Open"), this)),
      note_(new QPushButton(tr("&Note…"), this)), delete_(new QPushButton(tr("&Delete"), this)) {
    setObjectName(QStringLiteral("runs"));
    setWindowTitle(tr("Kept runs"));
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(RunsModel::sort_role);
    sorted_->setFilterKeyColumn(-1); // all of them
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    table_->setModel(sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(RunsModel::date, Qt::DescendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setAccessibleName(tr("Kept runs"));
    search_->setPlaceholderText(tr("Search"));
    search_->setAccessibleName(tr("Search"));
    search_->setClearButtonEnabled(true);
    differing_->setToolTip(tr("Hide the columns in which all runs are alike"));
    delete_->setToolTip(tr("To the bin"));
    makeQuiet(state_);
    state_->setWordWrap(true);
    auto* top = new QHBoxLayout;
    top->addWidget(search_, 1);
    top->addWidget(differing_);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(state_, 1);
    for (QPushButton* button : {note_, delete_, open_}) {
        button->setAutoDefault(false);
        bottom->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(table_, 1);
    layout->addLayout(bottom);
    connect(search_, &QLineEdit::textChanged, sorted_, &QSortFilterProxyModel::setFilterFixedString);
    connect(search_, &QLineEdit::textChanged, this, &RunsWindow::showState);
    connect(differing_, &QCheckBox::toggled, this, &RunsWindow::showColumns);
    connect(table_, &QTableView::doubleClicked, this, &RunsWindow::openChosen);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsWindow::showState);
    connect(open_, &QPushButton::clicked, this, &RunsWindow::openChosen);
    connect(note_, &QPushButton::clicked, this, &RunsWindow::askForNote);
    connect(delete_, &QPushButton::clicked, this, &RunsWindow::deleteChosen);
    resize(1120, 460);
    showState();
}

void RunsWindow::refresh() {
    if (job_.isRunning()) {
        again_ = true;
        return;
    }
    job_.start([this, folder = folder_] {
        auto runs = std::make_shared<std::vector<KeptRun>>();
        QStringList faults;
        if (QDir(folder).exists()) {
            RunIndex index(folder); // its connection belongs to this thread
            faults = index.update([this] { return job_.isCancelled(); });
            *runs = index.runs();
        }
        job_.end([this, runs, faults] { take(std::move(*runs), faults); });
    });
}

void RunsWindow::take(std::vector<KeptRun> runs, const QStringList& faults) {
    fault_ = faults.isEmpty() ? QString()
                              : tr("%1 files cannot be read: %2").arg(faults.size()).arg(faults.first());
    const auto count = static_cast<int>(runs.size());
    model_->setRuns(std::move(runs));
    table_->resizeColumnsToContents();
    for (int column = 0; column < RunsModel::columns; ++column)
        table_->setColumnWidth(column, std::min(table_->columnWidth(column), 240));
    showColumns();
    showState();
    Q_EMIT listed(count);
    if (std::exchange(again_, false))
        refresh();
}

void RunsWindow::showColumns() {
    for (int column = 0; column < RunsModel::columns; ++column)
        table_->setColumnHidden(column, differing_->isChecked() && model_->isSameEverywhere(column));
}

void RunsWindow::showState() {
    const QStringList chosen = chosenFiles();
    open_->setEnabled(chosen.size() == 1);
    note_->setEnabled(!chosen.isEmpty());
    delete_->setEnabled(!chosen.isEmpty());
    const int all = model_->rowCount(), shown = sorted_->rowCount();
    QString words = all == 0       ? tr("No run has been kept yet: every run that ends is.")
                    : shown == all ? tr("Runs: %1").arg(all)
                                   : tr("Runs: %1 of %2").arg(shown).arg(all);
    if (!fault_.isEmpty())
        words += QLatin1Char('\n') + fault_;
    state_->setText(words);
}

QStringList RunsWindow::chosenFiles() const {
    QStringList files;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        files.append(model_->run(sorted_->mapToSource(index).row()).file);
    return files;
}

void RunsWindow::openChosen() {
    const QStringList files = chosenFiles();
    if (files.size() == 1)
        Q_EMIT openWanted(files.first());
}

void RunsWindow::deleteChosen() {
    for (const QString& file : chosenFiles()) {
        const QFileInfo info(file);
        if (!QFile::moveToTrash(file)) {
            fault_ = tr("%1 cannot be moved to the bin.").arg(file);
            continue;
        }
        QFile::moveToTrash(info.dir().filePath(info.completeBaseName() + QStringLiteral(".note")));
    }
    refresh();
}

void RunsWindow::noteChosen(const QString& note) {
    for (const QString& file : chosenFiles()) {
        try {
            RunIndex::setNote(file, note);
        } catch (const std::exception& error) {
            fault_ = QString::fromUtf8(error.what());
        }
    }
    refresh();
}

void RunsWindow::askForNote() {
    const QStringList files = chosenFiles();
    bool given = false;
    const QString note = QInputDialog::getMultiLineText(
        this, tr("Note"),
        tr("Tags and words for this run; runs with a note are never removed by themselves:"),
        files.size() == 1 ? RunIndex::noteOf(files.first()) : QString(), &given);
    if (given)
        noteChosen(note);
}

} // namespace lab
