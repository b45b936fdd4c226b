#include "ui/window/data_controller.h"

#include "core/engine/engine.h"

#include "core/catalogue/catalog.h"
#include "core/dataset/data_fetch.h"
#include "ui/dialog/data_window.h"
#include "ui/dialog/findings_dialog.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_session.h"
#include "ui/session/settings.h"
#include "ui/text/core_text.h"
#include "ui/view/message_strip.h"

#include <QDir>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace lab {

namespace {

bool sameModelAndData(const ExperimentSpec& a, const ExperimentSpec& b) {
    return a.data == b.data && a.data_dir == b.data_dir && a.model == b.model &&
           a.model_options == b.model_options;
}

bool needsLabels(ScenarioKind scenario) {
    return scenario == ScenarioKind::label_shift || scenario == ScenarioKind::blind_spot;
}

} // namespace

DataController::DataController(RunSession* session, SetupPanel* panel, MessageStrip* message,
                               Settings* settings, FileDialogs dialogs, QWidget* window)
    : QObject(window), session_(session), panel_(panel), message_(message), settings_(settings),
      dialogs_(std::move(dialogs)), window_(window) {
    connect(panel_, &SetupPanel::dataWanted, this, &DataController::mend);
    connect(&check_, &DataCheck::checked, this, &DataController::showState);
    connect(&check_, &DataCheck::looked, this, [this](const SetupFindings& findings) {
        findings_ = findings;
        panel_->setFindings(findings);
        panel_->setDevices(known_devices());
    });
    connect(panel_, &SetupPanel::findingsWanted, this, [this] { showFindings(window_, findings_); });
    connect(&check_, &DataCheck::pointed, this, &DataController::takePointed);
    connect(&check_, &DataCheck::surveyed, this, [this](const std::vector<DataPresence>& all) {
        presence_ = all;
        panel_->setPresence(all);
        if (sets_)
            sets_->setPresence(all);
    });
    connect(session_, &RunSession::infoArrived, this, &DataController::tellWarnings);
    connectFetches();
}

DataController::~DataController() = default;

void DataController::connectFetches() {
    connect(&fetches_, &FetchSession::finished, this,
            [this](const QString& id, const QString& folder, const QStringList& unverified) {
                refresh();
                const QString words = tr("%1 is in %2.").arg(titleOf(id), folder);
                message_->showNews(unverified.isEmpty()
                                       ? words
                                       : words + QLatin1Char(' ') +
                                             tr("No checksum is published of %1: not verified.")
                                                 .arg(unverified.join(QStringLiteral(", "))));
            });
    connect(&fetches_, &FetchSession::failed, this, [this](const QString&, const QString& sentence) {
        if (!sets_ || !sets_->isVisible())
            message_->showError(sentence);
    });
}

QString DataController::titleOf(const QString& id) const {
    for (const DataPresence& data : presence_)
        if (data.id == id.toStdString())
            return coreText(data.title);
    return id;
}

void DataController::tellWarnings() {
    QStringList warnings;
    for (const Notice& notice : session_->recording().info.notices)
        if (notice.warning)
            warnings.append(QString::fromStdString(notice.text));
    if (!warnings.isEmpty())
        message_->showNews(tr("Warning: %1").arg(warnings.join(QStringLiteral("; "))));
}

void DataController::check() {
    const ExperimentSpec& spec = session_->spec();
    if ((checked_ && sameModelAndData(*checked_, spec)) || !window_->isVisible())
        return;
    if (!checked_)
        check_.survey();
    checked_ = spec;
    check_.check(spec);
}

void DataController::refresh() {
    check_.survey();
    checked_ = session_->spec();
    check_.check(session_->spec());
}

void DataController::showState(const QString& fault) {
    const ExperimentSpec& spec = session_->spec();
    const auto here = std::find_if(presence_.begin(), presence_.end(),
                                   [&](const DataPresence& data) { return data.id == spec.data; });
    const bool own = here != presence_.end() && here->own;
    panel_->setDataState(fault, own, QString::fromStdString(spec.data_dir));
    if (fault.isEmpty())
        return;
    const bool absent = here != presence_.end() && !own && here->folder.empty() && spec.data_dir.empty();
    message_->showError(absent
                            ? tr("%1 is not on this machine. \"Get the data…\" in the set-up downloads it or "
                                 "takes a folder that holds it.")
                                  .arg(coreText(here->title))
                            : fault);
}

std::string DataController::folderFor(const std::string& id) const {
    for (const DataPresence& data : presence_)
        if (data.id == id && data.own)
            return data.remembered;
    const std::string& present = session_->spec().data_dir;
    return !present.empty() && !data_folder(id, present).empty() ? present : std::string();
}

void DataController::takeSetup(ExperimentSpec edited) {
    QStringList news;
    if (edited.data != session_->spec().data) {
        edited.data_dir = folderFor(edited.data);
        if (!has_labels(edited.data) && needsLabels(edited.stream.scenario)) {
            edited.stream.scenario = ScenarioKind::mild;
            news.append(tr("These pictures have no labels, which the scenario needs: it is now mild "
                           "(shuffled). Charts of accuracy stay empty."));
        }
    }
    if (const QString sentence = keepTogether(edited); !sentence.isEmpty())
        news.append(sentence);
    // Another model may bring other rates: what is told of them stands behind the rest.
    const auto rates = connect(session_, &RunSession::ratesSuited, this,
                               [&news](const QString& sentence) { news.append(sentence); });
    session_->setSetup(edited);
    disconnect(rates);
    if (!news.isEmpty())
        message_->showNews(news.join(QLatin1Char(' ')));
}

/// A shipped model and the pictures it was trained on: whichever was chosen takes the other along.
QString DataController::keepTogether(ExperimentSpec& edited) {
    const ExperimentSpec& before = session_->spec();
    const std::string suited = model_for(edited.data, edited.model);
    if (suited == edited.model)
        return {};
    if (edited.data != before.data) {
        edited.model = suited;
        return tr("The model is now %1, which was trained on these pictures.")
            .arg(choiceTitle(model_choices(), edited.model));
    }
    if (edited.model == before.model)
        return {};
    edited.data = data_for(edited.model);
    edited.data_dir = folderFor(edited.data);
    return tr("The pictures are now those of %1, on which the model was trained.")
        .arg(titleOf(QString::fromStdString(edited.data)));
}

void DataController::use(const QString& id) {
    ExperimentSpec edited = session_->spec();
    edited.data = id.toStdString();
    if (edited.data == session_->spec().data) {
        edited.data_dir = folderFor(edited.data);
        session_->setSetup(edited);
    } else {
        takeSetup(edited);
    }
}

void DataController::mend() {
    const QString id = QString::fromStdString(session_->spec().data);
    for (const DataPresence& data : presence_)
        if (data.id == session_->spec().data && data.own) {
            chooseFolder(id);
            return;
        }
    openSets(id);
}

void DataController::openSets(const QString& id) {
    if (!sets_) {
        sets_ = new DataWindow(&fetches_, settings_, window_);
        connect(sets_, &DataWindow::folderWanted, this, &DataController::chooseFolder);
        connect(sets_, &DataWindow::forgetWanted, this, [this](const QString& set) { point(set, {}); });
        connect(sets_, &DataWindow::useWanted, this, &DataController::use);
        sets_->setPresence(presence_);
    }
    check_.survey();
    sets_->select(id.isEmpty() ? QString::fromStdString(session_->spec().data) : id);
    sets_->show();
    sets_->raise();
    sets_->activateWindow();
}

void DataController::chooseFolder(const QString& id) {
    QWidget* parent = sets_ && sets_->isVisible() ? static_cast<QWidget*>(sets_) : window_;
    const QString folder = dialogs_.folder(parent, tr("Folder that holds %1").arg(titleOf(id)),
                                           settings_->lastDataFolder(), QString());
    if (folder.isEmpty())
        return;
    settings_->setLastDataFolder(folder);
    point(id, folder);
}

void DataController::point(const QString& id, const QString& folder) {
    check_.point(id, folder);
}

void DataController::takePointed(const QString& id, const QString& folder, const QString& fault) {
    if (sets_)
        sets_->showPointed(id, folder, fault);
    if (!fault.isEmpty()) {
        message_->showError(fault);
        return;
    }
    if (id.toStdString() == session_->spec().data) {
        const bool own = std::any_of(presence_.begin(), presence_.end(), [&](const DataPresence& data) {
            return data.id == id.toStdString() && data.own;
        });
        ExperimentSpec edited = session_->spec();
        edited.data_dir = own ? QDir(folder).absolutePath().toStdString() : std::string();
        session_->setSetup(edited);
    }
    if (!folder.isEmpty())
        message_->showNews(tr("%1 is read from %2, now and next time.").arg(titleOf(id), folder));
    refresh();
}

} // namespace lab
