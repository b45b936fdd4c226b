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
        return {say(QT_TRANSLATE_NOOP("StateWords", "Ready")),
                say(QT_TRANSLATE_NOOP("StateWords", "Press Run to start the experiment."))};
    case RunState::loading:
        return {say(QT_TRANSLATE_NOOP("StateWords", "Loading")),
                say(QT_TRANSLATE_NOOP("StateWords",
                                      "Reading data and model; the first batch follows in a moment."))};
    case RunState::running:
        return {
            say(QT_TRANSLATE_NOOP("StateWords", "Running")),
            device.isEmpty()
                ? say(QT_TRANSLATE_NOOP("StateWords",
                                        "Throw a switch in a lane: it holds from the next step on."))
                : say(QT_TRANSLATE_NOOP("StateWords",
                                        "On %1. Throw a switch in a lane: it holds from the next step on."))
                      .arg(device)};
    case RunState::paused:
        return {say(QT_TRANSLATE_NOOP("StateWords", "Paused")),
                say(QT_TRANSLATE_NOOP("StateWords", "After step %1. Run goes on, Step does one batch."))
                    .arg(step)};
    case RunState::finished:
        return {say(QT_TRANSLATE_NOOP("StateWords", "Finished")),
                say(QT_TRANSLATE_NOOP(
                        "StateWords",
                        "%1 steps done. Change a switch and Restart, or export from the File menu."))
                    .arg(step)};
    case RunState::stopped:
        return {
            say(QT_TRANSLATE_NOOP("StateWords", "Stopped")),
            say(QT_TRANSLATE_NOOP("StateWords", "At step %1. Run or Restart begins the same stream anew."))
                .arg(step)};
    case RunState::failed:
        return {say(QT_TRANSLATE_NOOP("StateWords", "Failed")),
                message.isEmpty()
                    ? say(QT_TRANSLATE_NOOP("StateWords", "Change the set-up and press Run."))
                    : say(QT_TRANSLATE_NOOP("StateWords",
                                            "See the message above; change the set-up, then Run."))};
    }
    return {};
}

QString nextHint(RunState state, const QString& collapsed, bool switched) {
    if (!collapsed.isEmpty())
        return say(QT_TRANSLATE_NOOP("StateWords", "%1 now answers one class for everything. Set its "
                                                   "predictor to linear, then Restart: does "
                                                   "the same stream still break it?"))
            .arg(collapsed);
    switch (state) {
    case RunState::idle:
        return say(QT_TRANSLATE_NOOP(
            "StateWords",
            "Press Run. Tent should end up answering one class for everything; ZeroSiam should not. "
            "Watch class dominance rise before accuracy falls."));
    case RunState::loading:
    case RunState::running:
    case RunState::paused:
        if (switched)
            return say(QT_TRANSLATE_NOOP(
                "StateWords",
                "A mark on every chart shows your switch. Watch class dominance; then set the switch back: "
                "does the lane recover?"));
        return say(QT_TRANSLATE_NOOP(
            "StateWords",
            "Next, turn off ZeroSiam's stop-gradient and watch its class dominance. A mark on every "
            "chart shows when."));
    case RunState::finished:
    case RunState::stopped:
        if (switched)
            return say(QT_TRANSLATE_NOOP(
                "StateWords",
                "Restart runs the same stream with the switches as they are now, from the first step on. "
                "Data and seed are the same, so any difference comes from them."));
        return say(QT_TRANSLATE_NOOP(
            "StateWords",
            "Turn off ZeroSiam's stop-gradient, then Restart. Data and seed are the same, so any "
            "difference comes from your switch."));
    case RunState::failed:
        return say(QT_TRANSLATE_NOOP("StateWords",
                                     "Open the File menu for a saved experiment, or choose a preset above."));
    }
    return {};
}

} // namespace lab
