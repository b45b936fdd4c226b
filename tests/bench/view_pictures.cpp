// Runs the default experiment on one thread and writes a picture of every page, dialog and state of the
// window. view_pictures --help lists size, scale, theme and language.
#include "tests/ui/window_probe.h"
#include "ui/dialog/fork_dialog.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/lesson/lesson_question_box.h"
#include "ui/panel/setup_panel.h"
#include "ui/session/run_session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"
#include "ui/view/feature_map.h"
#include "ui/view/message_strip.h"
#include "ui/view/step_view.h"
#include "ui/view/view_deck.h"
#include "ui/window/data_controller.h"
#include "ui/window/export_controller.h"
#include "ui/window/lane_controller.h"
#include "ui/window/lesson_controller.h"
#include "ui/window/main_window.h"
#include "ui/window/view_controller.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <functional>
#include <string_view>

using namespace lab;

namespace {

bool waitUntil(const std::function<bool()>& holds) {
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < 120000) {
        QCoreApplication::processEvents();
        QThread::msleep(20);
    }
    return holds();
}

struct Wishes {
    QDir folder;
    QSize size{1366, 768};
    std::int64_t images = 1600;
    int lanes = 3;
    bool pages_only = false;
};

/// The window, played through from its first state to its last.
class Album {
  public:
    Album(const Wishes& wishes, const QString& settings) : wishes_(wishes), window_(settings) {
        spec_ = default_experiment();
        spec_.threads = 1;
        spec_.stream.images = wishes.images;
        // About as many steps as the whole experiment has.
        spec_.stream.batch_size = std::clamp(static_cast<int>((wishes.images + 78) / 79), 4, 64);
        for (const char* method : {"eata", "sar", "zerosiam_deyo"})
            if (static_cast<int>(spec_.lanes.size()) < wishes.lanes)
                spec_.lanes.push_back(make_lane(method));
        last_ = static_cast<int>(spec_.stream.images / spec_.stream.batch_size);
        session_->setSpec(spec_);
        window_.resize(wishes.size);
        window_.show();
    }

    void empty() {
        for (const QString& page : views_->deck()->ids()) {
            views_->deck()->setCurrent(page);
            take(QStringLiteral("empty-") + page);
        }
        views_->deck()->setCurrent(views_->deck()->ids().first());
    }
    /// Two thirds, a pause with a fork, and the rest.
    bool run() {
        session_->run();
        if (!wishes_.pages_only)
            grab(QStringLiteral("loading"));
        if (wishes_.pages_only)
            return waitForEnd();
        if (!waitUntil([&] { return session_->currentStep() >= last_ * 2 / 3; }))
            return false;
        take(QStringLiteral("running"));
        session_->pause();
        waitUntil([&] { return session_->state() == RunState::paused; });
        take(QStringLiteral("paused"));
        views_->cursor()->setStep(last_ / 2);
        views_->deck()->setLane(1);
        views_->openFork();
        if (auto* dialog = probe_.find<ForkDialog>()) {
            takeDialogs(QStringLiteral("fork"), [&] { dialog->accept(); });
            waitUntil([&] { return session_->recording().spec.lanes.size() > spec_.lanes.size(); });
        }
        views_->cursor()->goLive();
        session_->run();
        return waitForEnd();
    }
    void pages() {
        take(QStringLiteral("finished"));
        views_->cursor()->setStep(last_ / 2 + 3);
        views_->deck()->setLane(1);
        auto* steps = probe_.find<StepView>();
        for (const QString& page : views_->deck()->ids()) {
            views_->deck()->setCurrent(page);
            steps->setPhase(StepPhase::loss);
            take(QStringLiteral("page-") + page);
        }
        steps->setPhase(StepPhase::update);
        take(QStringLiteral("page-step-update"));
        views_->deck()->setCurrent(views_->deck()->ids().first());
    }
    void dialogs() {
        probe_.find<LaneController>()->pickNewLane();
        takeDialogs(QStringLiteral("recipe-picker"));
        probe_.find<LaneController>()->editLane(1);
        takeDialogs(QStringLiteral("lane-editor"));
        trigger("run.studies");
        takeDialogs(QStringLiteral("studies"));
        trigger("file.data");
        takeDialogs(QStringLiteral("data-sets"));
        probe_.find<ExportController>()->openFrames();
        takeDialogs(QStringLiteral("frames"));
        trigger("edit.palette");
        takeDialogs(QStringLiteral("palette"));
        trigger("help.shortcuts");
        takeDialogs(QStringLiteral("shortcuts"));
        trigger("help.about");
        takeDialogs(QStringLiteral("about"));
        Q_EMIT probe_.find<SetupPanel>()->scheduleRequested();
        takeDialogs(QStringLiteral("schedule"));
    }
    void presentation() {
        QAction* present = probe_.action(QStringLiteral("view.presentation"));
        present->setChecked(true);
        // The offscreen screen is smaller than the window.
        window_.setWindowState(Qt::WindowNoState);
        window_.resize(wishes_.size);
        take(QStringLiteral("presentation"));
        present->setChecked(false);
        window_.resize(wishes_.size);
    }
    void lesson() {
        LessonController* lessons = probe_.find<LessonController>();
        lessons->choose();
        take(QStringLiteral("lesson-list"));
        lessons->begin(QString::fromStdString(lessons->lessons().at(1).id));
        take(QStringLiteral("lesson-step"));
        ExperimentSpec shorter = session_->spec();
        shorter.stream.images = 640;
        session_->setSpec(shorter);
        LessonQuestionBox* question = lessons->panel()->question();
        question->options().constFirst()->click();
        question->guessButton()->click();
        session_->restart();
        waitForEnd();
        take(QStringLiteral("lesson-results"));
        lessons->panel()->nextButton()->click();
        take(QStringLiteral("lesson-next"));
        lessons->leave();
    }
    /// What is shown where data are missing, and where a run has failed.
    void faults() {
        ExperimentSpec broken = spec_;
        broken.data = "imagenet-c";
        session_->setSpec(broken);
        waitUntil([&] { return probe_.find<MessageStrip>()->isVisible(); });
        take(QStringLiteral("data-not-found"));
        session_->restart();
        waitForEnd();
        take(QStringLiteral("failed"));
    }
    void sayTimes() const {
        double with = 0;
        std::size_t count = 0;
        for (const int step : session_->details().steps())
            for (const StepDetail& lane : session_->details().at(step)->lanes) {
                with += lane.milliseconds;
                ++count;
            }
        double without = 0;
        for (const StepRecord& r : session_->recording().records)
            without += r.forward_ms + r.backward_ms + r.update_ms + r.measure_ms;
        QTextStream(stdout) << QStringLiteral("per lane and step: %1 ms, details %2 ms more; details %3 MB\n")
                                   .arg(without / double(session_->recording().records.size()), 0, 'f', 2)
                                   .arg(with / double(std::max<std::size_t>(count, 1)), 0, 'f', 2)
                                   .arg(double(session_->details().bytes()) / (1 << 20), 0, 'f', 1);
    }

  private:
    void grab(const QString& name) {
        // As small as can be where it is to be kept.
        window_.grab().save(wishes_.folder.filePath(name + QStringLiteral(".png")), "PNG",
                            wishes_.pages_only ? 0 : -1);
    }
    void take(const QString& name) {
        QCoreApplication::processEvents();
        grab(name);
    }
    /// Every other window that is open, and closes it.
    void takeDialogs(const QString& name, const std::function<void()>& close = {}) {
        // What a dialog shows may come from a thread or after a moment.
        for (int i = 0; i < 20; ++i) {
            QCoreApplication::processEvents();
            QThread::msleep(20);
        }
        for (QWidget* dialog : QApplication::topLevelWidgets())
            if (dialog->isVisible() && qobject_cast<QDialog*>(dialog)) {
                dialog->grab().save(wishes_.folder.filePath(name + QStringLiteral(".png")));
                if (close)
                    close();
                else
                    dialog->close();
            }
        QCoreApplication::processEvents();
    }
    void trigger(const char* command) { probe_.action(QString::fromLatin1(command))->trigger(); }
    bool waitForEnd() {
        return waitUntil(
            [&] { return session_->state() == RunState::finished || session_->state() == RunState::failed; });
    }

    Wishes wishes_;
    MainWindow window_;
    WindowProbe probe_{&window_};
    RunSession* session_ = probe_.session();
    ViewController* views_ = probe_.find<ViewController>();
    ExperimentSpec spec_;
    int last_ = 0;
};

/// Qt wants the scale before it begins.
void takeScale(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string_view(argv[i]) == "--scale")
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

} // namespace

int main(int argc, char** argv) {
    takeScale(argc, argv);
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const auto option = [&](const char* name, const char* text, const char* value, const char* otherwise) {
        const QCommandLineOption added(QString::fromLatin1(name), QString::fromLatin1(text),
                                       QString::fromLatin1(value), QString::fromLatin1(otherwise));
        parser.addOption(added);
        return added;
    };
    const auto size = option("size", "Size of the window in points.", "WIDTHxHEIGHT", "1366x768");
    const auto scale = option("scale", "Pixels to a point.", "FACTOR", "1");
    const auto theme = option("theme", "light or dark.", "ID", "light");
    const auto language = option("language", "en, de or zh.", "ID", "en");
    const auto images = option("images", "Length of the stream.", "NUMBER", "1600");
    const auto lanes = option("lanes", "3 to 6.", "NUMBER", "3");
    const QCommandLineOption pages_only(QStringLiteral("pages-only"),
                                        QStringLiteral("The pages of a finished run and nothing else."));
    parser.addOption(pages_only);
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the pictures go"));
    parser.addHelpOption();
    parser.process(application);
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    if (parser.positionalArguments().size() != 1 || sides.size() != 2)
        parser.showHelp(2);
    applyTheme(application, themeNamed(parser.value(theme)));
    installLanguage(parser.value(language));
    Wishes wishes{parser.positionalArguments().constFirst(),
                  {sides[0].toInt(), sides[1].toInt()},
                  parser.value(images).toLongLong(),
                  parser.value(lanes).toInt(),
                  parser.isSet(pages_only)};
    if (!wishes.folder.mkpath(QStringLiteral(".")))
        return 1;
    QTemporaryDir settings;
    Album album(wishes, settings.path());
    if (!wishes.pages_only)
        album.empty();
    if (!album.run())
        return 1;
    album.pages();
    album.sayTimes();
    if (wishes.pages_only)
        return 0;
    album.presentation();
    album.dialogs();
    album.lesson();
    album.faults();
    return 0;
}
