#include "ui/text/run_state_text.h"

#include <QCoreApplication>

namespace lab {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("RunStateText", text);
}

} // namespace

RunStateText runStateText(RunState state, int step, const QString& device, const QString& message) {
    switch (state) {
    case RunState::idle:
        return {say(QT_TRANSLATE_NOOP("RunStateText", "Ready")),
                say(QT_TRANSLATE_NOOP("RunStateText", "Press Run to start the experiment."))};
    case RunState::loading:
        return {say(QT_TRANSLATE_NOOP("RunStateText", "Loading")),
                say(QT_TRANSLATE_NOOP("RunStateText",
                                      "Reading data and model; the first batch follows in a moment."))};
    case RunState::running:
        return {
            say(QT_TRANSLATE_NOOP("RunStateText", "Running")),
            device.isEmpty()
                ? say(QT_TRANSLATE_NOOP("RunStateText",
                                        "Throw a switch in a lane: it holds from the next step on."))
                : say(QT_TRANSLATE_NOOP("RunStateText",
                                        "On %1. Throw a switch in a lane: it holds from the next step on."))
                      .arg(device)};
    case RunState::paused:
        return {say(QT_TRANSLATE_NOOP("RunStateText", "Paused")),
                say(QT_TRANSLATE_NOOP("RunStateText", "After step %1. Run goes on, Step does one batch."))
                    .arg(step)};
    case RunState::finished:
        return {say(QT_TRANSLATE_NOOP("RunStateText", "Finished")),
                say(QT_TRANSLATE_NOOP(
                        "RunStateText",
                        "%1 steps done. Change a switch and Restart, or export from the File menu."))
                    .arg(step)};
    case RunState::stopped:
        return {
            say(QT_TRANSLATE_NOOP("RunStateText", "Stopped")),
            say(QT_TRANSLATE_NOOP("RunStateText", "At step %1. Run or Restart begins the same stream anew."))
                .arg(step)};
    case RunState::failed:
        return {say(QT_TRANSLATE_NOOP("RunStateText", "Failed")),
                message.isEmpty()
                    ? say(QT_TRANSLATE_NOOP("RunStateText", "Change the set-up and press Run."))
                    : say(QT_TRANSLATE_NOOP("RunStateText",
                                            "See the message above; change the set-up, then Run."))};
    }
    return {};
}

QString nextHint(RunState state, const QString& collapsed, bool switched) {
    if (!collapsed.isEmpty())
        return say(QT_TRANSLATE_NOOP("RunStateText", "%1 now answers one class for everything. Set its "
                                                     "predictor to linear, then Restart: does "
                                                     "the same stream still break it?"))
            .arg(collapsed);
    switch (state) {
    case RunState::idle:
        return say(QT_TRANSLATE_NOOP(
            "RunStateText",
            "Press Run. Tent should end up answering one class for everything; ZeroSiam should not. "
            "Watch class dominance rise before accuracy falls."));
    case RunState::loading:
    case RunState::running:
    case RunState::paused:
        if (switched)
            return say(QT_TRANSLATE_NOOP(
                "RunStateText",
                "A mark on every chart shows your switch. Watch class dominance; then set the switch back: "
                "does the lane recover?"));
        return say(QT_TRANSLATE_NOOP(
            "RunStateText",
            "Next, turn off ZeroSiam's stop-gradient and watch its class dominance. A mark on every "
            "chart shows when."));
    case RunState::finished:
    case RunState::stopped:
        if (switched)
            return say(QT_TRANSLATE_NOOP(
                "RunStateText",
                "Restart runs the same stream with the switches as they are now, from the first step on. "
                "Data and seed are the same, so any difference comes from them."));
        return say(QT_TRANSLATE_NOOP(
            "RunStateText",
            "Turn off ZeroSiam's stop-gradient, then Restart. Data and seed are the same, so any "
            "difference comes from your switch."));
    case RunState::failed:
        return say(QT_TRANSLATE_NOOP("RunStateText",
                                     "Open the File menu for a saved experiment, or choose a preset above."));
    }
    return {};
}

} // namespace lab
