#include "app/memory_settings.h"
#include "core/experiment/spec_json.h"
#include "ui/demo_run.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/view/message_strip.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <exception>
#include <string_view>

namespace {

bool hasDisplay() {
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// Whether the program does its work without anyone looking at a screen. Asked before Qt reads the arguments,
/// because Qt needs the answer.
bool worksUnseen(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word.starts_with("--demo") || word == "--help" || word == "-h" || word == "--version" ||
               word == "-v" || word == "--help-all";
    });
}

int refuse(const QString& sentence) {
    QTextStream(stderr) << sentence << Qt::endl;
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer since_start;
    since_start.start();
    lab::keep_freed_memory();
    if (!hasDisplay()) {
        if (!worksUnseen(argc, argv))
            return refuse(QStringLiteral("There is no display. Use --demo FOLDER, or collapse-lab-cli."));
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("collapse-lab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LAB_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("collapse-lab"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Collapse Lab"));
    lab::applyTheme(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Watch test-time adaptation collapse, and see what prevents it."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&](const char* name, const char* text, const char* value) {
        const QCommandLineOption added(QString::fromLatin1(name), QCoreApplication::translate("main", text),
                                       QString::fromLatin1(value));
        parser.addOption(added);
        return added;
    };
    const auto spec = option("spec", "Begin with the experiment in FILE (JSON).", "FILE");
    const auto set =
        option("set", "Set a field, as stream.seed=3; can be given more than once.", "KEY=VALUE");
    const auto data_dir = option("data-dir", "Folder with the data set's files.", "FOLDER");
    const auto demo = option("demo",
                             "Run to the end without anyone at the keyboard, write collapse-lab.png and "
                             "records.csv into FOLDER, and end.",
                             "FOLDER");
    const auto frame_times =
        option("frame-times", "With --demo: print how long the window's frames took.", "");
    parser.process(application);

    // A demonstration neither reads nor changes what the user's window remembers.
    QTemporaryDir scratch;
    const bool unseen = parser.isSet(demo);
    lab::MainWindow window(unseen ? scratch.path() : lab::Settings::defaultFolder());
    if (parser.isSet(spec) && !window.files()->readExperiment(parser.value(spec)))
        return refuse(window.message()->text());
    try {
        lab::ExperimentSpec edited = window.session()->spec();
        if (parser.isSet(data_dir))
            edited.data_dir = parser.value(data_dir).toStdString();
        for (const QString& assignment : parser.values(set))
            lab::set_field(edited, assignment.toStdString());
        window.session()->setSpec(edited);
    } catch (const std::exception& error) {
        return refuse(QString::fromUtf8(error.what()));
    }
    window.show();
    if (unseen) {
        auto* run = new lab::DemoRun(&window, parser.value(demo), since_start, parser.isSet(frame_times));
        QTimer::singleShot(0, run, &lab::DemoRun::start);
    }
    return QApplication::exec();
}
