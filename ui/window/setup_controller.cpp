#include "ui/window/setup_controller.h"

#include "core/catalogue/preset.h"
#include "ui/dialog/schedule_dialog.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_session.h"
#include "ui/view/message_strip.h"
#include "ui/window/data_controller.h"

#include <exception>

namespace lab {

SetupController::SetupController(RunSession* session, SetupPanel* panel, DataController* data,
                                 MessageStrip* message, QWidget* window)
    : QObject(window), session_(session), panel_(panel), data_(data), message_(message), window_(window) {
    connect(panel, &SetupPanel::specEdited, data, &DataController::takeSetup);
    connect(panel, &SetupPanel::scheduleRequested, this, &SetupController::editSchedule);
    connect(panel, &SetupPanel::presetChosen, this, [this](const QString& id) {
        try {
            session_->setSpec(preset_experiment(id.toStdString(), session_->spec()));
        } catch (const std::exception& error) {
            message_->showError(QString::fromUtf8(error.what()));
        }
    });
    connect(session, &RunSession::specChanged, this, &SetupController::showSpec);
    connect(session, &RunSession::runStarted, this, [this] { panel_->setPendingNote(false); });
    showSpec();
}

void SetupController::showSpec() {
    panel_->setSpec(session_->spec());
    panel_->setPendingNote(session_->hasPendingSetup());
    data_->check();
}

void SetupController::editSchedule() {
    auto* dialog = new ScheduleDialog(session_->spec().stream.segments, window_);
    connect(dialog, &ScheduleDialog::chosen, panel_, &SetupPanel::setSegments);
    dialog->open();
}

} // namespace lab
