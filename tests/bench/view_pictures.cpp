// Runs the default experiment and writes a picture of every page of the window at 1366 × 768, and of the
// dialog for forks. Usage: view_pictures FOLDER [IMAGES [LANES [light | dark]]]
#include "ui/fork_dialog.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/view/feature_map.h"
#include "ui/view/step_view.h"
#include "ui/view/view_deck.h"
#include "ui/view_desk.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <functional>

using namespace lab;

namespace {

bool waitUntil(const std::function<bool()>& holds) {
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < 600000) {
        QCoreApplication::processEvents();
        QThread::msleep(20);
    }
    return holds();
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2)
        return 2;
    applyTheme(application, words.value(4) == QLatin1String("dark") ? ThemeChoice::dark : ThemeChoice::light);
    const QDir folder(words[1]);
    QDir().mkpath(folder.path());
    QTemporaryDir settings;
    MainWindow window(settings.path());
    ExperimentSpec spec = default_experiment();
    spec.threads = 1;
    spec.stream.images = words.value(2, QStringLiteral("5000")).toInt();
    // About as many steps as the whole experiment has.
    spec.stream.batch_size = std::clamp(static_cast<int>((spec.stream.images + 78) / 79), 4, 64);
    for (const char* method : {"eata", "sar", "zerosiam_deyo"})
        if (static_cast<int>(spec.lanes.size()) < words.value(3, QStringLiteral("3")).toInt())
            spec.lanes.push_back(make_lane(method));
    window.session()->setSpec(spec);
    window.resize(1366, 768);
    window.show();
    RunSession* session = window.session();
    ViewDesk* views = window.views();
    const int last = static_cast<int>(spec.stream.images / spec.stream.batch_size);
    const auto take = [&](const QString& name) {
        QCoreApplication::processEvents();
        window.grab().save(folder.filePath(name + QStringLiteral(".png")));
    };
    for (int page = 0; page < views->deck()->count(); ++page) {
        views->deck()->setCurrent(page);
        take(QStringLiteral("empty-%1").arg(page));
    }
    views->deck()->setCurrent(0);
    session->run();
    if (!waitUntil([&] { return session->currentStep() >= last * 2 / 3; }))
        return 1;
    session->pause();
    waitUntil([&] { return session->state() == RunState::paused; });
    views->cursor()->setStep(last / 2);
    views->deck()->setLane(1);
    views->openFork();
    if (ForkDialog* dialog = views->forkDialog()) {
        QCoreApplication::processEvents();
        dialog->grab().save(folder.filePath(QStringLiteral("fork.png")));
        dialog->accept();
        waitUntil([&] { return session->recording().spec.lanes.size() > spec.lanes.size(); });
    }
    views->cursor()->goLive();
    session->run();
    waitUntil([&] { return session->state() == RunState::finished || session->state() == RunState::failed; });
    views->cursor()->setStep(last / 2 + 3);
    for (int page = 0; page < views->deck()->count(); ++page) {
        views->deck()->setCurrent(page);
        if (page == views->deck()->count() - 1)
            views->steps()->setPhase(StepPhase::loss);
        take(QStringLiteral("page-%1").arg(page));
    }
    views->steps()->setPhase(StepPhase::update);
    take(QStringLiteral("page-7-update"));
    double with = 0;
    std::size_t count = 0;
    for (const int step : session->details().steps())
        for (const StepDetail& lane : session->details().at(step)->lanes) {
            with += lane.milliseconds;
            ++count;
        }
    double without = 0;
    for (const StepRecord& r : session->recording().records)
        without += r.forward_ms + r.backward_ms + r.update_ms + r.measure_ms;
    QTextStream(stdout) << QStringLiteral("per lane and step: %1 ms, details %2 ms more; details %3 MB\n")
                               .arg(without / double(session->recording().records.size()), 0, 'f', 2)
                               .arg(with / double(std::max<std::size_t>(count, 1)), 0, 'f', 2)
                               .arg(double(session->details().bytes()) / (1 << 20), 0, 'f', 1);
    return 0;
}
