#include "app/blas_kernel.h"
#include "app/memory_settings.h"
#include "core/base/atomic_file.h"
#include "core/catalogue/preset.h"
#include "core/engine/engine.h"
#include "core/spec/lane_defaults.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"
#include "ui/session/run_session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"
#include "ui/view/message_strip.h"
#include "ui/window/appearance.h"
#include "ui/window/demo_run.h"
#include "ui/window/file_controller.h"
#include "ui/window/lesson_controller.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <exception>
#include <memory>
#include <string_view>
#include <utility>

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

/// The program's options.
struct Options {
    explicit Options(QCommandLineParser& parser)
        : spec(add(parser, "spec", "Begin with the experiment in FILE (JSON).", "FILE")),
          set(add(parser, "set", "Set a field, as stream.seed=3; can be given more than once.", "KEY=VALUE")),
          data_dir(add(parser, "data-dir", "Folder with the data set's files.", "FOLDER")),
          language(add(parser, "language", "Language of the window: system, en, de or zh.", "ID")),
          theme(add(parser, "theme", "Colours of the window: system, light or dark.", "ID")),
          lesson(add(parser, "lesson", "Begin with a lesson, by its id.", "ID")),
          run(add(parser, "run", "Start the run at once.", "")),
          demo(add(parser, "demo",
                   "Run to the end without anyone at the keyboard, write collapse-lab.png and "
                   "records.csv into FOLDER, and end.",
                   "FOLDER")),
          frame_times(
              add(parser, "frame-times", "With --demo: print how long the window's frames took.", "")) {
        parser.setApplicationDescription(QCoreApplication::translate(
            "main", "Watch test-time adaptation collapse, and see what prevents it."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addPositionalArgument(
            QStringLiteral("file"),
            QCoreApplication::translate("main",
                                        "An experiment (.collapselab, .json) or a share link to open."),
            QStringLiteral("[FILE]"));
    }
    QCommandLineOption spec, set, data_dir, language, theme, lesson, run, demo, frame_times;

  private:
    static QCommandLineOption add(QCommandLineParser& parser, const char* name, const char* text,
                                  const char* value) {
        const QCommandLineOption added(QString::fromLatin1(name), QCoreApplication::translate("main", text),
                                       QString::fromLatin1(value));
        parser.addOption(added);
        return added;
    }
};

/// What the command line wants of the experiment, by the rules of collapse-lab-cli. Throws with a sentence.
void setFields(lab::RunSession& session, const QCommandLineParser& parser, const Options& options,
               bool opened) {
    std::vector<std::string> assignments;
    for (const QString& assignment : parser.values(options.set))
        assignments.push_back(assignment.toStdString());
    lab::ExperimentSpec edited = session.spec();
    std::vector<lab::Notice> notices;
    if (!opened && !assignments.empty())
        edited = lab::preset_with("default", assignments, notices);
    else
        notices = lab::set_fields(edited, assignments);
    if (parser.isSet(options.data_dir))
        edited.data_dir = parser.value(options.data_dir).toStdString();
    lab::FileController::expectPictures(edited);
    if (!assignments.empty()) {
        lab::validate(edited);
        lab::expect_used(edited, assignments);
        lab::expect_known_defaults(edited.model, edited.model_options);
    }
    for (const lab::Notice& notice : notices)
        QTextStream(stderr) << QString::fromStdString(lab::sentence_of(notice)) << Qt::endl;
    session.setSpec(edited);
}

/// What cannot be meant, told before anything is opened. Empty where all is well.
QString faultOf(const QCommandLineParser& parser, const Options& options) {
    for (const QCommandLineOption* option : {&options.spec, &options.data_dir, &options.demo})
        if (parser.isSet(*option) && parser.value(*option).isEmpty())
            return QCoreApplication::translate("main", "--%1: expected a path, found an empty text.")
                .arg(option->names().constFirst());
    if (parser.isSet(options.frame_times) && !parser.isSet(options.demo))
        return QCoreApplication::translate("main", "--frame-times: has no effect without --demo.");
    try {
        if (parser.isSet(options.demo))
            lab::expect_output_folder(parser.value(options.demo).toStdString());
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// Opens and sets what the command line asks for. A sentence where that cannot be done.
QString begin(lab::MainWindow& window, const QCommandLineParser& parser, const Options& options) {
    QStringList files = parser.positionalArguments();
    if (parser.isSet(options.spec))
        files.append(parser.value(options.spec));
    if (files.size() > 1)
        return QCoreApplication::translate("main", "Expected one file to open, found %1.").arg(files.size());
    for (const QString& given : files) {
        const bool link = given.startsWith(QStringLiteral("collapselab:"));
        const QString file = given.startsWith(QStringLiteral("file:")) ? QUrl(given).toLocalFile() : given;
        if (!(link ? window.controllers().files->readLink(file)
                   : window.controllers().files->readExperiment(file)))
            return window.controllers().message->text();
    }
    try {
        setFields(*window.controllers().session, parser, options, !files.isEmpty());
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
    if (parser.isSet(options.lesson) && !window.controllers().lessons->begin(parser.value(options.lesson)))
        return window.controllers().message->text();
    if (parser.isSet(options.run))
        QTimer::singleShot(0, window.controllers().session, &lab::RunSession::run);
    return {};
}

/// The same experiment and recording in a new window, which speaks another language.
std::unique_ptr<lab::MainWindow> openAnew(std::unique_ptr<lab::MainWindow> old, const QString& settings,
                                          const QString& language) {
    const lab::ExperimentSpec spec = old->controllers().session->spec();
    lab::Recording recording = old->controllers().session->recording();
    const QByteArray geometry = old->saveGeometry();
    old.reset();
    lab::installLanguage(language);
    auto window = std::make_unique<lab::MainWindow>(settings);
    window->restoreGeometry(geometry);
    if (!recording.records.empty())
        window->controllers().session->open(std::move(recording));
    window->controllers().session->setSpec(spec);
    window->show();
    return window;
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer since_start;
    since_start.start();
    lab::choose_blas_kernels(argv);
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

    // Language and theme are wanted before the first word is said, --help's own words included.
    QCommandLineParser first_look;
    const Options looked_for(first_look);
    first_look.parse(QCoreApplication::arguments());
    const lab::Settings remembered(lab::Settings::defaultFolder());
    const auto chosen = [&](const QCommandLineOption& option, const char* name) {
        return first_look.isSet(option)            ? first_look.value(option)
               : first_look.isSet(looked_for.demo) ? QStringLiteral("light")
                                                   : remembered.choice(QString::fromLatin1(name));
    };
    lab::applyTheme(application, lab::themeNamed(chosen(looked_for.theme, "theme")));
    lab::installLanguage(chosen(looked_for.language, "language"));
    QCommandLineParser parser;
    const Options options(parser);
    parser.process(application);

    if (const QString fault = faultOf(parser, options); !fault.isEmpty())
        return refuse(fault);
    // After Qt has loaded its plugins, which would wait for LibTorch, and beside the making of the window.
    lab::begin_loading_engine();

    // A demonstration neither reads nor changes what the user's window remembers.
    QTemporaryDir scratch;
    const bool unseen = parser.isSet(options.demo);
    const QString settings = unseen ? scratch.path() : lab::Settings::defaultFolder();
    auto window = std::make_unique<lab::MainWindow>(settings);
    if (const QString fault = begin(*window, parser, options); !fault.isEmpty())
        return refuse(fault);
    window->show();
    if (unseen) {
        auto* run = new lab::DemoRun(window->controllers(), parser.value(options.demo), since_start,
                                     parser.isSet(options.frame_times));
        QTimer::singleShot(0, run, &lab::DemoRun::start);
    }
    int code = QApplication::exec();
    while (code == lab::Appearance::open_anew_code) {
        window = openAnew(std::move(window), settings, remembered.choice(QStringLiteral("language")));
        code = QApplication::exec();
    }
    return code;
}
