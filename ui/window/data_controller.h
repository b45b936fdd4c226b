#pragma once

#include "core/dataset/data.h"
#include "ui/session/data_check.h"
#include "ui/session/fetch_session.h"
#include "ui/window/file_controller.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace lab {

class DataWindow;
class MessageStrip;
class SetupPanel;

/// The data set of the set-up: whether it is there, what mends it where it is not, and the window in which
/// data sets are fetched and pointed at.
class DataController : public QObject {
    Q_OBJECT
  public:
    DataController(RunSession* session, SetupPanel* panel, MessageStrip* message, Settings* settings,
                   FileDialogs dialogs, QWidget* window);
    ~DataController() override;

    /// Looks for the set-up's data, unless that has been done.
    void check();
    /// The set-up as it was edited. Another data set comes with the folder where it was last found, and with
    /// a scenario that it can serve.
    void takeSetup(ExperimentSpec edited);
    /// Opens the window of data sets. @param id selected there; empty: that of the set-up
    void openSets(const QString& id = {});
    /// Remembers a folder for a set, if it holds the set.
    void point(const QString& id, const QString& folder);
    /// Asks for that folder.
    void chooseFolder(const QString& id);
    /// Takes the set for the experiment.
    void use(const QString& id);

    FetchSession* fetches() { return &fetches_; }

  private:
    void connectFetches();
    void takePointed(const QString& id, const QString& folder, const QString& fault);
    void mend();
    /// @returns a sentence about what was changed, or none
    QString keepTogether(ExperimentSpec& edited);
    void refresh();
    void showState(const QString& fault);
    /// Says in the strip what a run that begins warns of.
    void tellWarnings();
    /// What data_dir is to be for a set.
    std::string folderFor(const std::string& id) const;
    QString titleOf(const QString& id) const;

    RunSession* session_;
    SetupPanel* panel_;
    MessageStrip* message_;
    Settings* settings_;
    FileDialogs dialogs_;
    QWidget* window_;
    DataWindow* sets_ = nullptr;
    std::vector<DataPresence> presence_;
    std::optional<ExperimentSpec> checked_; ///< whose data and model were last looked for
    SetupFindings findings_;
    DataCheck check_;
    FetchSession fetches_;
};

} // namespace lab
