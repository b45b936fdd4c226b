#include "ui/window/status_controller.h"

#include "ui/panel/hint_card.h"
#include "ui/panel/setup_panel.h"
#include "ui/panel/transport_bar.h"
#include "ui/session/memory_text.h"
#include "ui/session/run_session.h"
#include "ui/style/lane_style.h"
#include "ui/text/comparison_text.h"
#include "ui/text/core_text.h"
#include "ui/text/experiment_summary.h"
#include "ui/text/run_state_text.h"
#include "ui/view/dropped_pictures.h"
#include "ui/view/message_strip.h"
#include "ui/view/status_strip.h"

namespace lab {

StatusController::StatusController(RunSession* session, TransportBar* transport, SetupPanel* setup,
                                   MessageStrip* message, StatusStrip* status, QObject* parent)
    : QObject(parent), session_(session), transport_(transport), setup_(setup), message_(message),
      status_(status) {
    connect(session, &RunSession::ratesSuited, message, &MessageStrip::showNews);
    connect(session, &RunSession::errorRaised, message, &MessageStrip::showError);
    connect(session, &RunSession::specChanged, this, &StatusController::showSummary);
    connect(session, &RunSession::runStarted, message, &QWidget::hide);
    connect(session, &RunSession::runStarted, this, &StatusController::begin);
    connect(session, &RunSession::forgotten, this, &StatusController::begin);
    connect(session, &RunSession::infoArrived, this, [this] { showState(session_->state(), {}); });
    connect(session, &RunSession::stateChanged, this, &StatusController::showState);
    connect(session, &RunSession::progressChanged, this, &StatusController::showProgress);
    connect(session, &RunSession::recordsArrived, this, &StatusController::lookForCollapse);
    connect(session, &RunSession::eventArrived, this, &StatusController::takeEvent);
    connect(session, &RunSession::ranAgain, this, &StatusController::showComparison);
    showSummary();
    showState(RunState::idle, {});
}

void StatusController::showSummary() {
    transport_->showSummary(summaryOf(session_->spec()));
}

void StatusController::begin() {
    collapsed_.clear();
    switched_ = false;
    status_->dropped()->clear();
}

void StatusController::showState(RunState state, const QString& message) {
    const QString device = deviceText(session_->recording().info.device);
    status_->showWords(runStateText(state, session_->currentStep(), device, message));
    showHint();
    if (state == RunState::failed && !message.isEmpty())
        message_->showError(message);
}

void StatusController::showProgress() {
    const RunInfo& info = session_->recording().info;
    const int step = session_->currentStep();
    const QString device = deviceText(info.device);
    // The step that was under way when Pause was pressed ends after it.
    if (session_->state() == RunState::paused)
        status_->showWords(runStateText(RunState::paused, step, device, {}));
    transport_->showProgress(step, info.total_steps);
    status_->setMemoryText(memoryText(*session_));
    status_->showProgress(device, session_->imagesPerSecond(), step, info.total_steps,
                          session_->etaSeconds());
}

void StatusController::lookForCollapse(int first) {
    const auto& records = session_->recording().records;
    const auto& lanes = session_->spec().lanes;
    for (auto i = static_cast<std::size_t>(first); i < records.size() && collapsed_.isEmpty(); ++i) {
        const auto lane = static_cast<std::size_t>(records[i].lane);
        if (records[i].collapsed_at > 0 && lane < lanes.size() &&
            lanes[lane].recipe.alignment.predictor == PredictorKind::none) {
            collapsed_ = laneStyles(lanes)[lane].name;
            showHint();
        }
    }
}

void StatusController::takeEvent(const Event& event) {
    if (event.as<PicturesDropped>())
        status_->dropped()->add(event);
    if (event.as<SwitchThrown>()) {
        switched_ = true;
        showHint();
    }
}

void StatusController::showComparison(const RunComparison& comparison) {
    if (comparison.difference)
        message_->showError(comparisonText(comparison));
    else
        message_->showNews(comparisonText(comparison));
}

void StatusController::showHint() {
    setup_->hint()->setHint(nextHint(session_->state(), collapsed_, switched_));
}

} // namespace lab
