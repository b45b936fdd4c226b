#include "ui/window/lane_controller.h"

#include "core/catalogue/catalog.h"
#include "ui/dialog/lane_editor.h"
#include "ui/dialog/recipe_picker.h"
#include "ui/panel/lane_card.h"
#include "ui/panel/lane_panel.h"
#include "ui/session/run_session.h"
#include "ui/text/recipe_labels.h"

#include <algorithm>

namespace lab {

namespace {

/// The first method that no lane runs.
QString untried(const std::vector<LaneSpec>& lanes) {
    for (const Choice& choice : method_choices())
        if (std::none_of(lanes.begin(), lanes.end(),
                         [&](const LaneSpec& lane) { return lane.method == choice.id; }))
            return QString::fromStdString(choice.id);
    return QString::fromStdString(method_choices().front().id);
}

} // namespace

LaneSpec newLane(const ExperimentSpec& spec, const QString& method) {
    LaneSpec lane = make_lane(method.toStdString(), spec);
    const auto taken = [&](const QString& name) {
        return std::any_of(spec.lanes.begin(), spec.lanes.end(),
                           [&](const LaneSpec& other) { return laneTitle(other) == name; });
    };
    const QString title = laneTitle(lane);
    for (int number = 2; taken(laneTitle(lane)); ++number)
        lane.name = QStringLiteral("%1 %2").arg(title).arg(number).toStdString();
    return lane;
}

LaneController::LaneController(RunSession* session, LanePanel* panel, QWidget* window)
    : QObject(window), session_(session), panel_(panel), window_(window) {
    connect(panel, &LanePanel::addRequested, this, &LaneController::pickNewLane);
    connect(panel, &LanePanel::methodRequested, this, &LaneController::pickMethod);
    connect(panel, &LanePanel::editRequested, this, &LaneController::editLane);
    // The card that asks is deleted by the change: it must have returned first.
    connect(panel, &LanePanel::removeRequested, this, &LaneController::removeLane, Qt::QueuedConnection);
    connect(panel, &LanePanel::recipeChanged, this, &LaneController::throwSwitch);
    connectSession();
    showLanes();
}

void LaneController::connectSession() {
    connect(session_, &RunSession::recipeChanged, this, &LaneController::showRecipe);
    connect(session_, &RunSession::specChanged, this, &LaneController::showLanes);
    connect(session_, &RunSession::lanesForked, this, &LaneController::showLanes);
    const auto begin = [this] {
        showLanes();
        panel_->clear();
    };
    connect(session_, &RunSession::runStarted, this, begin);
    connect(session_, &RunSession::forgotten, this, begin);
    connect(session_, &RunSession::stateChanged, this, [this] { setRunUnderWay(session_->isUnderWay()); });
    connect(session_, &RunSession::eventArrived, this, [this](const Event& event) {
        if (const auto* thrown = event.as<SwitchThrown>())
            showNote(
                event.lane,
                tr("%1 from step %2 on").arg(describeChange(thrown->before, thrown->after)).arg(event.step));
    });
}

RecipePicker* LaneController::openPicker(const QString& title, const QString& action, const QString& method) {
    delete picker_;
    const ExperimentSpec& spec = session_->spec();
    picker_ = new RecipePicker(title, action, method, spec.model, spec.stream.batch_size, window_);
    picker_->open();
    return picker_;
}

void LaneController::pickNewLane() {
    connect(openPicker(tr("Add a lane"), tr("Add lane"), untried(session_->spec().lanes)),
            &RecipePicker::chosen, this, &LaneController::addLane);
}

void LaneController::pickMethod(int lane) {
    const auto& lanes = session_->spec().lanes;
    if (lane < 0 || lane >= static_cast<int>(lanes.size()) || session_->isUnderWay())
        return;
    const LaneSpec& present = lanes[static_cast<std::size_t>(lane)];
    connect(openPicker(tr("Another method for %1").arg(laneTitle(present)), tr("Use this method"),
                       QString::fromStdString(present.method)),
            &RecipePicker::chosen, this, [this, lane](const QString& method) { setMethod(lane, method); });
}

void LaneController::addLane(const QString& method) {
    std::vector<LaneSpec> lanes = session_->spec().lanes;
    if (static_cast<int>(lanes.size()) >= LanePanel::max_lanes)
        return;
    lanes.push_back(newLane(session_->spec(), method));
    changeLanes(lanes);
}

void LaneController::setMethod(int lane, const QString& method) {
    ExperimentSpec others = session_->spec();
    const auto at = static_cast<std::size_t>(lane);
    if (at >= others.lanes.size())
        return;
    std::vector<LaneSpec> lanes = others.lanes;
    others.lanes.erase(others.lanes.begin() + lane);
    LaneSpec changed = newLane(others, method);
    changed.reset = lanes[at].reset;
    changed.on_collapse = lanes[at].on_collapse;
    lanes[at] = changed;
    changeLanes(lanes);
}

void LaneController::removeLane(int lane) {
    std::vector<LaneSpec> lanes = session_->spec().lanes;
    if (lane < 0 || lane >= static_cast<int>(lanes.size()))
        return;
    lanes.erase(lanes.begin() + lane);
    if (editor_ && editor_->lane() >= lane)
        editor_->close();
    changeLanes(lanes);
}

void LaneController::changeLanes(const std::vector<LaneSpec>& lanes) {
    ExperimentSpec spec = session_->spec();
    spec.lanes = lanes;
    session_->setSpec(spec);
}

void LaneController::throwSwitch(int lane, const Recipe& recipe, const QString& text) {
    const bool under_way = session_->isUnderWay();
    session_->throwSwitch(lane, recipe);
    showNote(lane, under_way ? tr("%1 from step %2 on").arg(text).arg(session_->currentStep() + 1)
                             : tr("%1 from the next run on").arg(text));
}

void LaneController::showNote(int lane, const QString& note) {
    if (LaneCard* card = panel_->card(lane))
        card->showNote(note);
    if (editor_ && editor_->lane() == lane)
        editor_->showNote(note);
}

void LaneController::editLane(int lane) {
    if (lane < 0 || lane >= static_cast<int>(session_->spec().lanes.size()))
        return;
    if (!editor_) {
        editor_ = new LaneEditor(window_);
        connect(editor_, &LaneEditor::recipeChanged, this, &LaneController::throwSwitch);
        connect(editor_, &LaneEditor::policyChanged, this,
                [this](int changed, ResetPolicy reset, CollapseAction action) {
                    std::vector<LaneSpec> lanes = session_->spec().lanes;
                    const auto at = static_cast<std::size_t>(changed);
                    if (at >= lanes.size())
                        return;
                    lanes[at].reset = reset;
                    lanes[at].on_collapse = action;
                    changeLanes(lanes);
                });
    }
    const auto& lanes = session_->spec().lanes;
    editor_->setRunUnderWay(session_->isUnderWay());
    editor_->setLane(lane, lanes[static_cast<std::size_t>(lane)],
                     laneStyles(lanes)[static_cast<std::size_t>(lane)].name);
    editor_->show();
    editor_->raise();
}

void LaneController::refreshEditor() {
    if (!editor_ || editor_->isHidden())
        return;
    const auto& lanes = session_->spec().lanes;
    const auto lane = static_cast<std::size_t>(editor_->lane());
    if (lane >= lanes.size())
        editor_->close();
    else
        editor_->setLane(editor_->lane(), lanes[lane], laneStyles(lanes)[lane].name);
}

void LaneController::showRecipe(int lane) {
    if (LaneCard* card = panel_->card(lane))
        card->setRecipe(session_->spec().lanes[static_cast<std::size_t>(lane)].recipe);
    refreshEditor();
}

void LaneController::showLanes() {
    if (session_->isUnderWay() && !session_->lanesAgree())
        return;
    const auto& lanes = session_->spec().lanes;
    panel_->setLanes(lanes, laneStyles(lanes));
    refreshEditor();
}

void LaneController::setRunUnderWay(bool under_way) {
    panel_->setRunUnderWay(under_way);
    if (editor_)
        editor_->setRunUnderWay(under_way);
    if (picker_ && under_way)
        picker_->reject();
}

} // namespace lab
