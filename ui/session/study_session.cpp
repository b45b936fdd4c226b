#include "ui/session/study_session.h"

#include "core/engine/engine.h"
#include "core/study/report.h"

#include <QDir>
#include <QThread>

#include <exception>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace lab {

namespace {

/// The window goes first; the threads of the study inherit this.
void stepBack() {
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 10);
#endif
}

} // namespace

StudySession::StudySession(QObject* parent) : QObject(parent) {}

StudySession::~StudySession() = default;

void StudySession::run(const StudyOrder& order) {
    if (isRunning())
        return;
    job_.start([this, order] { work(order); });
    Q_EMIT started();
}

void StudySession::cancel() {
    job_.cancel();
}

void StudySession::work(const StudyOrder& order) {
    stepBack();
    const QString id = QString::fromStdString(order.study);
    const QString folder = QDir(order.folder).absolutePath();
    try {
        if (!QDir().mkpath(folder)) {
            const QString sentence = tr("The folder %1 cannot be made: choose another.").arg(folder);
            job_.end([this, sentence] { Q_EMIT failed(sentence); });
            return;
        }
        const Study& figure = study(order.study);
        CellStore store(QDir(folder).filePath(id + QStringLiteral(".cells")).toStdString());
        StudyOptions options = order.options;
        options.content = engine().study_content(options);
        int finished_cells = 0, all_cells = 0;
        const auto progress = [&](const StudyProgress& news) {
            finished_cells = news.finished;
            all_cells = news.cells;
            QMetaObject::invokeMethod(
                this, [this, news] { Q_EMIT progressChanged(news.finished, news.cells, news.eta_seconds); },
                Qt::QueuedConnection);
        };
        const bool stopped = !engine().run_study(figure, options, order.jobs, store, progress,
                                                 [this] { return job_.isCancelled(); });
        const bool has_report = finished_cells > 0;
        if (has_report)
            write_report(figure, options, store, folder.toStdString(),
                         stopped ? "stopped after " + std::to_string(finished_cells) + " of " +
                                       std::to_string(all_cells) + " runs"
                                 : std::string());
        if (stopped)
            job_.end([this, folder, id, has_report] { Q_EMIT cancelled(folder, id, has_report); });
        else
            job_.end([this, folder, id] { Q_EMIT finished(folder, id); });
    } catch (const std::exception& error) {
        const QString sentence = QString::fromUtf8(error.what());
        job_.end([this, sentence] { Q_EMIT failed(sentence); });
    }
}

} // namespace lab
