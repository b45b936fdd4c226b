#include "ui/window/demo_run.h"

#include "ui/session/frame_clock.h"
#include "ui/session/run_session.h"
#include "ui/window/file_controller.h"

#include <QCoreApplication>
#include <QDir>
#include <QMainWindow>
#include <QTextStream>
#include <QTimer>

namespace lab {

namespace {

/// Time for the last repaint before the picture is taken.
constexpr int last_repaint_ms = 300;

void say(FILE* stream, const QString& line) {
    QTextStream(stream) << line << Qt::endl;
}

} // namespace

DemoRun::DemoRun(const Controllers& controllers, const QString& folder, QElapsedTimer since_start,
                 bool frame_times)
    : QObject(controllers.window), controllers_(controllers), folder_(folder), since_start_(since_start),
      frame_times_(frame_times) {
    RunSession* session = controllers_.session;
    connect(session, &RunSession::errorRaised, this, &DemoRun::fail);
    connect(controllers_.files, &FileController::failed, this, &DemoRun::fail);
    connect(session, &RunSession::drained, this, [this, session] {
        if (point_seen_ || session->recording().records.empty())
            return;
        point_seen_ = true;
        const double seconds = static_cast<double>(since_start_.elapsed()) / 1000;
        say(stderr, tr("first point after %1 s").arg(seconds, 0, 'f', 1));
    });
    connect(session, &RunSession::stateChanged, this, [this](RunState state, const QString& message) {
        if (state == RunState::failed)
            fail(message);
        else if (state == RunState::stopped)
            fail(tr("The run was stopped before its end."));
        else if (state == RunState::finished)
            QTimer::singleShot(last_repaint_ms, this, &DemoRun::finish);
    });
}

void DemoRun::start() {
    if (!QDir().mkpath(folder_)) {
        fail(tr("The folder %1 cannot be made: choose another one.").arg(folder_));
        return;
    }
    controllers_.session->run();
}

void DemoRun::fail(const QString& sentence) {
    if (over_)
        return;
    over_ = true;
    say(stderr, sentence);
    QCoreApplication::exit(1);
}

void DemoRun::finish() {
    controllers_.frames->end();
    const QDir folder(folder_);
    const QString picture = folder.absoluteFilePath(QStringLiteral("collapse-lab.png"));
    const QString records = folder.absoluteFilePath(QStringLiteral("records.csv"));
    if (!controllers_.files->writePicture(picture) || !controllers_.files->writeRecords(records) || over_)
        return;
    over_ = true;
    if (frame_times_)
        say(stderr, controllers_.frames->summary());
    say(stdout, tr("Picture: %1, records: %2").arg(picture, records));
    QCoreApplication::exit(0);
}

} // namespace lab
