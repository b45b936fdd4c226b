#pragma once

#include "core/dataset/data.h"
#include "core/dataset/data_fetch.h"

#include <QDialog>
#include <QString>

#include <optional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace lab {

class ElidedLabel;
class FetchSession;
class Settings;

/// The data sets that the lab knows: what each is, on which terms, how large, whether it is on this machine;
/// with buttons that download it, point at a folder that holds it, and take it for the experiment. Not modal:
/// a download goes on while the window is used, and when this one is closed. Terms are accepted once per set.
class DataWindow : public QDialog {
    Q_OBJECT
  public:
    DataWindow(FetchSession* session, Settings* settings, QWidget* parent = nullptr);

    void setPresence(const std::vector<DataPresence>& all);
    void select(const QString& id);
    QString selected() const;
    /// How it went with a folder that was pointed at. @param fault a sentence; empty: well
    void showPointed(const QString& id, const QString& folder, const QString& fault);

    QListWidget* list() const { return list_; }
    QCheckBox* acceptBox() const { return accept_; }
    QPushButton* downloadButton() const { return download_; }
    QPushButton* cancelButton() const { return cancel_; }
    QPushButton* folderButton() const { return folder_; }
    QPushButton* forgetButton() const { return forget_; }
    QPushButton* useButton() const { return use_; }
    QProgressBar* progress() const { return progress_; }
    /// What stands under the buttons.
    QString status() const;
    /// Everything that is said about the selected set.
    QString description() const;

  Q_SIGNALS:
    void folderWanted(const QString& id);
    void forgetWanted(const QString& id);
    void useWanted(const QString& id);

  private:
    void build();
    void addFact(const QString& name, QLabel*& value, bool of_manifest = true);
    void connectFetches();
    void showSet();
    void showFiles(const DataPresence& data);
    void startDownload();
    void showProgress(const FetchProgress& news, double seconds_left);
    void say(const QString& sentence, bool fault = false);
    void enable();
    const DataPresence* present() const;
    QString titleOf(const QString& id) const;

    FetchSession* session_;
    Settings* settings_;
    std::vector<DataPresence> presence_;
    std::optional<Manifest> manifest_; ///< of the selected set; none for own files
    QListWidget* list_;
    QLabel* title_;
    QLabel* summary_;
    QGridLayout* facts_;
    QLabel *state_ = nullptr, *size_ = nullptr, *licence_ = nullptr, *citation_ = nullptr, *home_ = nullptr,
           *files_ = nullptr;
    QList<QLabel*> of_manifest_; ///< what own files have nothing to say about
    QCheckBox* accept_;
    QPushButton *download_, *folder_, *forget_, *use_, *cancel_;
    QProgressBar* progress_;
    QLabel* status_;
};

} // namespace lab
