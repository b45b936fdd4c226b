#include "ui/session/state_words.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("StateWords", text);
}

} // namespace

StateWords stateWords(RunState state, int step, const QString& device, const QString& message) {
    switch (state) {
    case RunState::idle:
        return {say("Ready"), say("Press Run to start the experiment.")};
    case RunState::loading:
        return {say("Loading"), say("Reading data and model; the first batch follows in a moment.")};
    case RunState::running:
        return {say("Running"),
                device.isEmpty()
                    ? say("Throw a switch in a lane: it holds from the next step on.")
                    : say("On %1. Throw a switch in a lane: it holds from the next step on.").arg(device)};
    case RunState::paused:
        return {say("Paused"), say("After step %1. Run goes on, Step does one batch.").arg(step)};
    case RunState::finished:
        return {say("Finished"),
                say("%1 steps done. Change a switch and Restart, or export from the File menu.").arg(step)};
    case RunState::stopped:
        return {say("Stopped"), say("At step %1. Run or Restart begins the same stream anew.").arg(step)};
    case RunState::failed:
        return {say("Failed"), message.isEmpty()
                                   ? say("Change the set-up and press Run.")
                                   : say("See the message above; change the set-up, then Run.")};
    }
    return {};
}

QString nextHint(RunState state, const QString& collapsed) {
    if (!collapsed.isEmpty())
        return say("%1 now answers one class for everything. Set its predictor to linear, then Restart: does "
                   "the same stream still break it?")
            .arg(collapsed);
    switch (state) {
    case RunState::idle:
        return say("Press Run. Tent should end up answering one class for everything; ZeroSiam should not. "
                   "Watch class dominance rise before accuracy falls.");
    case RunState::loading:
    case RunState::running:
    case RunState::paused:
        return say("Next, turn off ZeroSiam's stop-gradient and watch its class dominance. A mark on every "
                   "chart shows when.");
    case RunState::finished:
    case RunState::stopped:
        return say("Turn off ZeroSiam's stop-gradient, then Restart. Data and seed are the same, so any "
                   "difference comes from your switch.");
    case RunState::failed:
        return say("Open the File menu for a saved experiment, or choose a preset above.");
    }
    return {};
}

} // namespace lab
