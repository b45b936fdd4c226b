#pragma once

#include "ui/session/background_job.h"
#include "ui/session/run_index.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace lab {

class RunsModel;

/// Every kept run in a table: search, sort, show only what differs, open, note, delete. The list is read on a
/// thread of its own.
class RunsWindow : public QDialog {
    Q_OBJECT
  public:
    explicit RunsWindow(const QString& folder, QWidget* parent = nullptr);
    /// Reads the folder again; listed() follows.
    void refresh();
    QLineEdit* search() const { return search_; }
    QCheckBox* differing() const { return differing_; }
    QTableView* table() const { return table_; }
    /// Of the chosen rows.
    QStringList chosenFiles() const;
    void openChosen();
    void deleteChosen();
    /// Gives the chosen runs a note; empty takes it away.
    void noteChosen(const QString& note);

  Q_SIGNALS:
    void openWanted(const QString& file);
    void listed(int runs);

  private:
    void askForNote();
    void take(std::vector<KeptRun> runs, const QStringList& faults);
    void showColumns();
    void showState();

    QString folder_;
    RunsModel* model_;
    QSortFilterProxyModel* sorted_;
    QLineEdit* search_;
    QCheckBox* differing_;
    QTableView* table_;
    QLabel* state_;
    QPushButton* open_;
    QPushButton* note_;
    QPushButton* delete_;
    QString fault_;      ///< about files that cannot be read
    bool again_ = false; ///< files changed while the list was being read
    BackgroundJob job_;
};

} // namespace lab
