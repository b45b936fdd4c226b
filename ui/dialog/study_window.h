#pragma once

#include "core/spec/spec.h"
#include "ui/dialog/file_dialogs.h"
#include "ui/session/study_session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace lab {

class ElidedLabel;
class StudyResults;

/// The paper's figures and tables on the data and model at hand: choose one, run it over seeds, see table and
/// charts. It is not modal; a study goes on while the window is used.
class StudyWindow : public QDialog {
    Q_OBJECT
  public:
    /// @param folder for the results, to begin with
    StudyWindow(const QString& folder, FileDialogs dialogs, QWidget* parent = nullptr);

    /// Model, data and device are those of the window's set-up.
    void setSpec(const ExperimentSpec& spec);
    void select(const QString& study);
    /// Shows the reports of a folder; a sentence where there is none.
    void openResults(const QString& folder);
    void run();
    void cancel();

    StudySession* session() { return &session_; }
    StudyResults* results() const { return results_; }
    QSpinBox* seeds() const { return seeds_; }
    QSpinBox* images() const { return images_; }
    QComboBox* corruptions() const { return corruptions_; }
    QString status() const;
    /// The chosen study with what is set around it.
    StudyOrder order() const;

  Q_SIGNALS:
    void folderChosen(const QString& folder);

  protected:
    /// Cancels a study that runs; the cells in flight end behind the scenes.
    void done(int result) override;

  private:
    void build();
    void connectSession();
    void showStudy();
    void showReport();
    void setFolder(const QString& folder);
    void enable();

    StudySession session_;
    FileDialogs dialogs_;
    ExperimentSpec spec_;
    QString folder_;
    QListWidget* list_;
    QLabel* title_;
    QLabel* published_;
    QSpinBox* seeds_;
    QSpinBox* images_;
    QComboBox* corruptions_;
    ElidedLabel* folder_label_;
    QPushButton* choose_;
    QPushButton* open_;
    QPushButton* run_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    ElidedLabel* status_;
    QLabel* setup_;
    StudyResults* results_;
};

} // namespace lab
